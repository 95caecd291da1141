// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.unlock;

import aegle.desktop.kit.ActionButton;
import aegle.desktop.kit.ActionRow;
import aegle.desktop.kit.FxView;
import aegle.desktop.kit.Gate;
import aegle.desktop.kit.LabeledField;
import aegle.desktop.kit.Messages;
import aegle.desktop.kit.Paragraph;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

/** Choosing a passphrase: two fields, how hard it is to guess, one button; a step bar may stand above. */
public final class CreateVaultView extends FxView {
    private final CreateVaultViewModel model;
    private final PassphraseField first;
    private final PassphraseField second;
    private final ActionButton create;
    private final Gate root;

    /** Show the choice; {@code above} is for instance a {@link aegle.desktop.kit.StepBar}. */
    public CreateVaultView(CreateVaultViewModel model, Messages messages, List<? extends Node> above) {
        this.model = model;
        first = new PassphraseField("new-passphrase", model.passphraseProperty(), messages);
        second = new PassphraseField("repeated-passphrase", model.repeatedProperty(), messages);
        first.disableProperty().bind(model.busyProperty());
        second.disableProperty().bind(model.busyProperty());
        create = ActionButton.primary("create", messages.text("create.submit"), model::create);
        create.disableProperty().bind(model.busyProperty());
        String name = messages.text("create.submit");
        create.textProperty().bind(model.busyProperty().map(busy -> busy ? messages.text("create.busy") : name));
        VBox beneathEachOther = new VBox();
        beneathEachOther.getChildren().addAll(above);
        beneathEachOther.setManaged(!above.isEmpty());
        root = new Gate(
                beneathEachOther,
                new Paragraph(messages.text("create.title"), "title-2"),
                new Paragraph(messages.text("create.intro"), "muted"),
                new LabeledField(messages.text("create.passphrase"), first.input(), first)
                        .followedBy(strength(messages))
                        .checked(model.passphraseProblemProperty()),
                new LabeledField(messages.text("create.repeat"), second.input(), second)
                        .checked(model.repeatedProblemProperty()),
                Paragraph.bound("create-problem", model.problemProperty(), "problem"),
                new ActionRow(create));
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Optional<Button> defaultButton() {
        return Optional.of(create);
    }

    @Override
    public Optional<Node> firstFocus() {
        return Optional.of(first.input());
    }

    @Override
    protected void attached() {
        whileAttached(model.busyProperty().subscribe(busy -> {
            if (!busy && !model.passphraseProblemProperty().get().isEmpty()) {
                first.retry();
            } else if (!busy && !model.repeatedProblemProperty().get().isEmpty()) {
                second.retry();
            }
        }));
    }

    @Override
    protected void detached() {
        first.conceal();
        second.conceal();
        model.forget();
    }

    /** The sentence gives way to the same words as a problem when the passphrase was refused. */
    private Node strength(Messages messages) {
        ProgressBar bar = new ProgressBar();
        bar.setId("strength");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(messages.text("create.strength.name"));
        bar.progressProperty()
                .bind(model.strengthProperty()
                        .map(time -> time.map(GuessTime::fraction).orElse(0.0)));
        ObservableValue<String> sentence = Bindings.createStringBinding(
                () -> model.passphraseProblemProperty().get().isEmpty()
                        ? model.strengthProperty()
                                .get()
                                .map(time -> time.sentence(messages))
                                .orElse("")
                        : "",
                model.strengthProperty(),
                model.passphraseProblemProperty());
        VBox strength = new VBox(bar, Paragraph.bound("strength-sentence", sentence, "muted"));
        strength.getStyleClass().add("strength");
        strength.visibleProperty().bind(model.passphraseProperty().isNotEmpty());
        strength.managedProperty().bind(strength.visibleProperty());
        return strength;
    }
}
