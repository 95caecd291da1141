// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.unlock;

import aegle.desktop.kit.ActionButton;
import aegle.desktop.kit.ActionRow;
import aegle.desktop.kit.FxView;
import aegle.desktop.kit.Gate;
import aegle.desktop.kit.Icon;
import aegle.desktop.kit.LabeledField;
import aegle.desktop.kit.Messages;
import aegle.desktop.kit.Paragraph;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;

/** The lock: one field, one button, and beneath it what else a program offers, such as restoring. */
public final class UnlockView extends FxView {
    private final UnlockViewModel model;
    private final PassphraseField field;
    private final ActionButton unlock;
    private final Gate root;

    /** Show the lock; {@code others} are further buttons after Unlock. */
    public UnlockView(UnlockViewModel model, Messages messages, ActionButton... others) {
        this.model = model;
        field = new PassphraseField("passphrase", model.passphraseProperty(), messages);
        field.disableProperty().bind(model.busyProperty());
        unlock = ActionButton.primary("unlock", messages.text("unlock.submit"), model::unlock);
        unlock.disableProperty().bind(model.busyProperty());
        String name = messages.text("unlock.submit");
        unlock.textProperty().bind(model.busyProperty().map(busy -> busy ? messages.text("unlock.busy") : name));
        ActionRow row = new ActionRow(unlock);
        row.getChildren().addAll(others);
        root = new Gate(
                Icon.styled(Feather.LOCK, "large"),
                new Paragraph(messages.text("unlock.title"), "title-2"),
                new Paragraph(messages.text("unlock.intro"), "muted"),
                new LabeledField(messages.text("unlock.passphrase"), field.input(), field)
                        .checked(model.problemProperty())
                        .followedBy(Paragraph.bound("passphrase-advice", model.adviceProperty())),
                row);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public Optional<Button> defaultButton() {
        return Optional.of(unlock);
    }

    @Override
    public Optional<Node> firstFocus() {
        return Optional.of(field.input());
    }

    @Override
    protected void attached() {
        whileAttached(model.busyProperty().subscribe(busy -> {
            if (!busy && !model.problemProperty().get().isEmpty()) {
                field.retry();
            }
        }));
    }

    @Override
    protected void detached() {
        field.conceal();
        model.forget();
    }
}
