// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.kit;

import javafx.scene.Node;
import javafx.scene.layout.FlowPane;

/** Buttons side by side, the main one first, that go on in a second row when the text is large. */
public final class ActionRow extends FlowPane {
    /** Lay out some buttons. */
    public ActionRow(Node... buttons) {
        super(buttons);
        getStyleClass().add("action-row");
    }
}
