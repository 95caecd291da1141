// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui.list;

import aegle.desktop.kit.KeptFocus;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** Cards beneath each other; when they are replaced by fresh ones, the focus stays on the control of the same id. */
public final class CardList extends VBox {
    /** Start empty. */
    public CardList() {
        getStyleClass().add("card-list");
    }

    /** Show other cards. */
    public void show(List<? extends Node> cards) {
        KeptFocus.during(this, () -> getChildren().setAll(cards));
    }
}
