// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui.welcome;

import aegle.desktop.kit.ActionButton;
import aegle.desktop.kit.ActionRow;
import aegle.desktop.kit.FxView;
import aegle.desktop.kit.Gate;
import aegle.desktop.kit.LabeledField;
import aegle.desktop.kit.Paragraph;
import aegle.desktop.kit.StepBar;
import aegle.wallet.text.WalletTexts;
import aegle.wallet.ui.date.DateField;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** The form about the patient, each field with what it is for. */
public final class WhoYouAreView extends FxView {
    private final ActionButton proceed;
    private final Gate root;

    /** Show the form. */
    public WhoYouAreView(WhoYouAreViewModel model, WalletTexts texts) {
        proceed = ActionButton.primary("who-continue", texts.text("who.continue"), () -> proceed(model));
        proceed.disableProperty().bind(model.busyProperty());
        root = new Gate(
                new StepBar(2, 3, texts.text("step.who"), texts.messages()),
                new Paragraph(texts.text("who.title"), "title-2"),
                section(
                        texts.text("who.shown"),
                        texts.text("who.shown.why"),
                        field("shown-name", "who.name", model.nameProperty(), texts)
                                .checked(model.nameProblemProperty()),
                        new DateField(
                                "shown-birth-date",
                                texts.text("who.birth-date"),
                                model.birthDate(),
                                texts,
                                model.birthDateProblemProperty()),
                        field("hospital-numbers", "who.numbers", model.hospitalNumbersProperty(), texts)
                                .explained(texts.text("who.numbers.why"))),
                section(
                        texts.text("who.fingerprint"),
                        texts.text("who.fingerprint.why"),
                        box("use-name", texts.text("who.use-name"), model.nameCountsProperty()),
                        box("use-birth-date", texts.text("who.use-birth-date"), model.birthDateCountsProperty()),
                        field("social-security-number", "who.ssn", model.socialSecurityNumberProperty(), texts)
                                .explained(texts.text("who.ssn.why")),
                        field("address", "who.address", model.addressProperty(), texts)
                                .explained(texts.text("who.address.why")),
                        field("postcode", "who.postcode", model.postcodeProperty(), texts)
                                .explained(texts.text("who.postcode.why"))),
                Paragraph.bound("who-problem", model.problemProperty(), "problem"),
                new ActionRow(proceed));
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Optional<Button> defaultButton() {
        return Optional.of(proceed);
    }

    private void proceed(WhoYouAreViewModel model) {
        model.proceed();
        boolean nameMissing = !model.nameProblemProperty().get().isEmpty();
        if (nameMissing || !model.birthDateProblemProperty().get().isEmpty()) {
            root.setVvalue(0);
            Optional.ofNullable(root.lookup(nameMissing ? "#shown-name" : "#shown-birth-date"))
                    .ifPresent(Node::requestFocus);
        }
    }

    private static VBox section(String title, String why, Node... fields) {
        VBox section = new VBox(new Paragraph(title, "title-4"), new Paragraph(why, "muted"));
        section.getStyleClass().add("form-section");
        section.getChildren().addAll(fields);
        return section;
    }

    private static LabeledField field(String id, String key, StringProperty text, WalletTexts texts) {
        TextField input = new TextField();
        input.setId(id);
        input.textProperty().bindBidirectional(text);
        return new LabeledField(texts.text(key), input);
    }

    private static CheckBox box(String id, String name, BooleanProperty chosen) {
        CheckBox box = new CheckBox(name);
        box.setId(id);
        box.setWrapText(true);
        box.setMinHeight(CheckBox.USE_PREF_SIZE);
        box.selectedProperty().bindBidirectional(chosen);
        return box;
    }
}
