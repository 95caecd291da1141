// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.unlock;

import aegle.desktop.kit.ActionButton;
import aegle.desktop.kit.Messages;
import aegle.desktop.kit.Paragraph;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A field for a secret with a button that shows it, and a word when Caps Lock is on. */
final class PassphraseField extends VBox {
    private final PasswordField hidden = new PasswordField();
    private final TextField shown = new TextField();
    private final BooleanProperty revealed = new SimpleBooleanProperty();
    private final StringProperty capsLock = new SimpleStringProperty("");

    PassphraseField(String id, StringProperty text, Messages messages) {
        for (TextInputControl each : new TextInputControl[] {hidden, shown}) {
            each.setId(id);
            each.textProperty().bindBidirectional(text);
            each.addEventFilter(KeyEvent.KEY_RELEASED, event -> lookAtCapsLock(messages));
        }
        shown.accessibleTextProperty().bind(hidden.accessibleTextProperty());
        shown.visibleProperty().bind(revealed);
        hidden.visibleProperty().bind(revealed.not());
        StackPane both = new StackPane(hidden, shown);
        HBox.setHgrow(both, Priority.ALWAYS);
        ActionButton reveal = ActionButton.icon(
                id + "-reveal", Feather.EYE, messages.text("unlock.reveal"), () -> revealed.set(!revealed.get()));
        revealed.subscribe(now -> {
            String name = messages.text(now ? "unlock.hide" : "unlock.reveal");
            reveal.with(now ? Feather.EYE_OFF : Feather.EYE);
            reveal.setAccessibleText(name);
            reveal.getTooltip().setText(name);
        });
        HBox row = new HBox(both, reveal);
        row.getStyleClass().add("passphrase-field");
        getChildren().addAll(row, Paragraph.bound(id + "-capslock", capsLock, "muted"));
    }

    /** The control that has the focus at first. */
    PasswordField input() {
        return hidden;
    }

    /** Hide what is typed again. */
    void conceal() {
        revealed.set(false);
    }

    /** Put the focus into the field with everything selected, ready to be typed over. */
    void retry() {
        TextInputControl visible = revealed.get() ? shown : hidden;
        visible.requestFocus();
        visible.selectAll();
    }

    private void lookAtCapsLock(Messages messages) {
        boolean on = Platform.isKeyLocked(KeyCode.CAPS).orElse(false);
        capsLock.set(on ? messages.text("unlock.capslock") : "");
    }
}
