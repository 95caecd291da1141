// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.ui.request;

import aegle.clinician.ui.Explanation;
import aegle.clinician.ui.QuotedReason;
import aegle.clinician.ui.Wording;
import aegle.desktop.kit.ActionButton;
import aegle.desktop.kit.ActionRow;
import aegle.desktop.kit.FxView;
import aegle.desktop.kit.Icon;
import aegle.desktop.kit.LabeledField;
import aegle.desktop.kit.Page;
import aegle.desktop.kit.Paragraph;
import aegle.desktop.kit.TextBox;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A field for the reference, and the answer. */
public final class ReferenceView extends FxView {
    private final ReferenceViewModel model;
    private final Wording wording;
    private final Runnable askForAccess;
    private final TextBox reference = new TextBox("reference-text", 2);
    private final ActionButton open;
    private final VBox answer = new VBox();
    private final Page page;

    public ReferenceView(ReferenceViewModel model, Wording wording, Runnable askForAccess, Runnable back) {
        this.model = model;
        this.wording = wording;
        this.askForAccess = askForAccess;
        reference.textProperty().bindBidirectional(model.textProperty());
        open = ActionButton.primary("reference-open", wording.text("reference.open"), model::open);
        open.disableProperty().bind(model.busyProperty());
        page = new Page(wording.text("reference.title"))
                .intro(wording.text("reference.intro"))
                .narrow()
                .add(
                        new LabeledField(wording.text("reference.text"), reference)
                                .explained(wording.text("reference.explained"))
                                .checked(model.textProblemProperty()),
                        new ActionRow(open, ActionButton.quiet("reference-back", wording.text("reference.back"), back)),
                        answer);
    }

    @Override
    public Parent root() {
        return page;
    }

    @Override
    public Optional<Button> defaultButton() {
        return Optional.of(open);
    }

    @Override
    public Optional<Node> firstFocus() {
        return Optional.of(reference);
    }

    @Override
    protected void attached() {
        whileAttached(model.answerProperty().subscribe(this::show));
    }

    private void show(Optional<Explanation> refusal) {
        answer.getChildren().clear();
        refusal.ifPresent(why -> {
            var sentence = new Paragraph(why.sentence(), "title-4");
            sentence.setId("reference-answer");
            var toDo = new Paragraph(why.toDo(), "muted");
            toDo.setId("reference-todo");
            var card = new VBox(Icon.styled(Feather.ALERT_TRIANGLE, "danger"), sentence, toDo);
            card.getStyleClass().add("card");
            card.getChildren().add(new QuotedReason("reference", why.quote(), wording));
            if (why.remedy() == Explanation.Remedy.ASK_PATIENT) {
                card.getChildren()
                        .add(new ActionRow(
                                ActionButton.primary("reference-ask", wording.text("patients.ask"), askForAccess)));
            }
            answer.getChildren().add(card);
        });
    }
}
