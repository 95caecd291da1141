// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.kit;

import javafx.scene.TraversalDirection;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** A field of several lines that Tab leaves, as it leaves every other field; a text area of JavaFX keeps it for itself. */
public final class TextBox extends TextArea {
    /** Make an empty one. */
    public TextBox(String id, int rows) {
        setId(id);
        setWrapText(true);
        setPrefRowCount(rows);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB && !event.isControlDown() && !event.isAltDown()) {
                requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
                event.consume();
            }
        });
    }
}
