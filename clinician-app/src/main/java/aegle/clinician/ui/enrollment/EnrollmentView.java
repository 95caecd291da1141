// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.ui.enrollment;

import aegle.desktop.kit.ActionButton;
import aegle.desktop.kit.ActionRow;
import aegle.desktop.kit.FxView;
import aegle.desktop.kit.Gate;
import aegle.desktop.kit.Icon;
import aegle.desktop.kit.LabeledField;
import aegle.desktop.kit.Messages;
import aegle.desktop.kit.Paragraph;
import aegle.desktop.kit.StepBar;
import aegle.record.member.Specialty;
import aegle.sharing.ConnectionProfile.Peer;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;

/** The form of the application, and after it the waiting for two officers. */
public final class EnrollmentView extends FxView {
    private final EnrollmentViewModel model;
    private final Messages messages;
    private final TextField name = new TextField();
    private final ActionButton submit;
    private final VBox form;
    private final VBox waiting;
    private final Gate root;

    public EnrollmentView(EnrollmentViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        submit = ActionButton.primary("enroll-submit", messages.text("enroll.submit"), model::submit);
        submit.disableProperty().bind(model.busyProperty());
        form = form();
        waiting = waiting();
        root = new Gate(form, waiting);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Optional<Button> defaultButton() {
        return model.waitingProperty().get() ? Optional.empty() : Optional.of(submit);
    }

    @Override
    public Optional<Node> firstFocus() {
        return model.waitingProperty().get() ? Optional.empty() : Optional.of(name);
    }

    @Override
    protected void attached() {
        whileAttached(model.waitingProperty().subscribe(this::show));
        whileAttached(model.poll());
    }

    private void show(boolean isWaiting) {
        waiting.setVisible(isWaiting);
        waiting.setManaged(isWaiting);
        form.setVisible(!isWaiting);
        form.setManaged(!isWaiting);
    }

    private VBox form() {
        name.setId("enroll-name");
        name.textProperty().bindBidirectional(model.nameProperty());
        var npi = new TextField();
        npi.setId("enroll-npi");
        npi.textProperty().bindBidirectional(model.npiProperty());
        var specialty = choice("enroll-taxonomy", (Specialty each) -> messages.text("specialty." + each.name()));
        specialty.getItems().setAll(Specialty.values());
        specialty.valueProperty().bindBidirectional(model.specialtyProperty());
        ComboBox<Peer> hospital = choice("enroll-hospital", Peer::hospitalName);
        hospital.getItems().setAll(model.hospitals());
        hospital.valueProperty().bindBidirectional(model.hospitalProperty());
        var column = new VBox(
                new StepBar(2, 3, messages.text("enroll.step.who"), messages),
                new Paragraph(messages.text("enroll.title"), "title-2"),
                new Paragraph(messages.text("enroll.intro"), "muted"),
                new LabeledField(messages.text("enroll.name"), name)
                        .explained(messages.text("enroll.name.explained"))
                        .checked(model.nameProblemProperty()),
                new LabeledField(messages.text("enroll.npi"), npi).checked(model.npiProblemProperty()),
                new LabeledField(messages.text("enroll.taxonomy"), specialty),
                new LabeledField(messages.text("enroll.hospital"), hospital),
                Paragraph.bound("enroll-problem", model.problemProperty(), "problem"),
                new ActionRow(submit));
        column.getStyleClass().add("gate-column");
        return column;
    }

    private VBox waiting() {
        var state = new Paragraph(messages.text("enroll.waiting"));
        state.setId("enroll-state");
        var column = new VBox(
                new StepBar(3, 3, messages.text("enroll.step.wait"), messages),
                Icon.styled(Feather.CLOCK, "large"),
                new Paragraph(messages.text("enroll.waiting.title"), "title-2"),
                state,
                new Paragraph(messages.text("enroll.waiting.explained"), "muted"),
                Paragraph.bound("enroll-waiting-problem", model.problemProperty(), "problem"),
                new ActionRow(
                        ActionButton.secondary("enroll-check-now", messages.text("enroll.check"), model::ask),
                        ActionButton.quiet("enroll-correct", messages.text("enroll.correct"), model::correct)));
        column.getStyleClass().add("gate-column");
        return column;
    }

    private static <T> ComboBox<T> choice(String id, Function<T, String> words) {
        var choice = new ComboBox<T>();
        choice.setId(id);
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("the choice cannot be typed");
            }
        });
        return choice;
    }
}
