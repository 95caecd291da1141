// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.kit;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** One card in the middle of the window, for what comes before everything else: welcome, unlock, first steps. */
public final class Gate extends ScrollPane {
    /** Lay out some nodes beneath each other. */
    public Gate(Node... nodes) {
        VBox card = new VBox(nodes);
        card.getStyleClass().addAll("card", "gate-card");
        card.setMaxHeight(USE_PREF_SIZE);
        StackPane frame = new StackPane(card);
        frame.getStyleClass().add("gate");
        frame.setMinHeight(USE_PREF_SIZE);
        setContent(frame);
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        getStyleClass().add("edge-to-edge");
    }
}
