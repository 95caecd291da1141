// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.ui.link;

import aegle.clinician.ui.PatientHeader;
import aegle.clinician.ui.Wording;
import aegle.desktop.kit.ActionButton;
import aegle.desktop.kit.ActionRow;
import aegle.desktop.kit.FxView;
import aegle.desktop.kit.LabeledField;
import aegle.desktop.kit.Page;
import aegle.desktop.kit.Paragraph;
import aegle.desktop.kit.Radio;
import aegle.sharing.link.LinkWay;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/** Typing the six words that the patient reads out, beside who she is said to be. */
public final class ConfirmIdentityView extends FxView {
    private final BorderPane root = new BorderPane();
    private final TextField words = new TextField();
    private final ActionButton confirm;

    public ConfirmIdentityView(ConfirmIdentityViewModel model, Wording wording, Runnable back) {
        words.setId("link-words");
        words.textProperty().bindBidirectional(model.wordsProperty());
        var number = new TextField();
        number.setId("link-number");
        number.textProperty().bindBidirectional(model.hospitalNumberProperty());
        confirm = ActionButton.primary("link-confirm", wording.text("link.confirm"), model::confirm);
        confirm.disableProperty().bind(model.busyProperty());
        String name = model.record().patient().name();
        root.setTop(new PatientHeader(model.record(), wording));
        root.setCenter(new Page(wording.text("link.title"))
                .intro(wording.text("link.intro", name))
                .narrow()
                .add(
                        new LabeledField(wording.text("link.words"), words)
                                .explained(wording.text("link.words.explained"))
                                .checked(model.wordsProblemProperty()),
                        new LabeledField(wording.text("link.number"), number)
                                .explained(wording.text("link.number.explained"))
                                .checked(model.numberProblemProperty()),
                        ways(model, wording),
                        new ActionRow(confirm, ActionButton.quiet("link-back", wording.text("link.back"), back))));
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Optional<Button> defaultButton() {
        return Optional.of(confirm);
    }

    @Override
    public Optional<Node> firstFocus() {
        return Optional.of(words);
    }

    private static VBox ways(ConfirmIdentityViewModel model, Wording wording) {
        var group = new ToggleGroup();
        var ways = new VBox(new Paragraph(wording.text("link.way"), "field-name"));
        ways.getStyleClass().add("choices");
        for (LinkWay way : new LinkWay[] {LinkWay.WORDS_IN_PERSON, LinkWay.LETTER}) {
            ways.getChildren()
                    .add(new Radio<>(
                            "link-way-" + way.name(),
                            wording.text("link.way." + way.name()),
                            way,
                            model.wayProperty(),
                            group));
        }
        return ways;
    }
}
