// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.ui;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;

/** A card that opens something with a click, Enter or space. Its texts wrap, which those of a button's graphic do not. */
public final class OpenCard extends VBox {

    /** Make a card; {@code name} is what a screen reader says of it. */
    public OpenCard(String id, String name, Runnable open, Node... content) {
        super(content);
        setId(id);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(name);
        setMinHeight(USE_PREF_SIZE);
        getStyleClass().add("open-card");
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                requestFocus();
                open.run();
                event.consume();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                open.run();
                event.consume();
            }
        });
    }
}
