// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui.list;

import java.util.List;
import java.util.Optional;
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
        Optional<String> focused = focusedBelow();
        getChildren().setAll(cards);
        focused.flatMap(id -> Optional.ofNullable(lookup("#" + id))).ifPresent(Node::requestFocus);
    }

    private Optional<String> focusedBelow() {
        Optional<Node> owner =
                Optional.ofNullable(getScene()).flatMap(scene -> Optional.ofNullable(scene.getFocusOwner()));
        return owner.filter(this::isBelow).flatMap(node -> Optional.ofNullable(node.getId()));
    }

    private boolean isBelow(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each.equals(this)) {
                return true;
            }
        }
        return false;
    }
}
