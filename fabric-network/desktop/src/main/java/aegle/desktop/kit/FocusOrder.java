// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;

/** The controls below a node that the Tab key can reach now, in their order. */
final class FocusOrder {
    private FocusOrder() {}

    static List<Node> below(Node root) {
        List<Node> reachable = new ArrayList<>();
        collect(root, reachable);
        return reachable;
    }

    /** Lay out a view that has just been added, since panes show their content to the scene only then, and focus it. */
    static void enter(FxView view, Optional<Node> wanted) {
        view.root().applyCss();
        view.root().layout();
        wanted.flatMap(node -> sameAs(node, view.root()))
                .or(view::firstFocus)
                .or(() -> first(view.root()))
                .ifPresent(Node::requestFocus);
    }

    /** The node itself if it is still below another, else what has its id there now; empty if that cannot have the focus. */
    static Optional<Node> sameAs(Node node, Parent ancestor) {
        Optional<Node> found = isBelow(node, ancestor)
                ? Optional.of(node)
                : Optional.ofNullable(node.getId()).flatMap(id -> Optional.ofNullable(ancestor.lookup("#" + id)));
        return found.filter(below(ancestor)::contains);
    }

    /** Focus a node and scroll the panes around it until it is in sight, which JavaFX does only for Tab. */
    static void bring(Node node) {
        node.requestFocus();
        for (Parent each = node.getParent(); each != null; each = each.getParent()) {
            if (each instanceof ScrollPane pane && pane.getContent() != null) {
                scroll(pane, pane.getContent(), node);
            }
        }
    }

    private static void scroll(ScrollPane pane, Node content, Node node) {
        double sight = pane.getViewportBounds().getHeight();
        double room = content.getLayoutBounds().getHeight() - sight;
        Bounds place = content.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
        double above = pane.getVvalue() * room;
        if (room > 0 && (place.getMinY() < above || place.getMaxY() > above + sight)) {
            pane.setVvalue(Math.clamp((place.getCenterY() - sight / 2) / room, 0, 1));
        }
    }

    static Optional<Node> owner(Node node) {
        return Optional.ofNullable(node.getScene()).map(scene -> scene.getFocusOwner());
    }

    static boolean isBelow(Node node, Node ancestor) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each.equals(ancestor)) {
                return true;
            }
        }
        return false;
    }

    static Optional<Node> first(Node root) {
        return below(root).stream().findFirst();
    }

    /** The neighbor of {@code current}, around the corner at the ends. */
    static Optional<Node> next(Node root, Optional<Node> current, boolean backwards) {
        List<Node> reachable = below(root);
        if (reachable.isEmpty()) {
            return Optional.empty();
        }
        int at = current.map(reachable::indexOf).orElse(-1);
        int step = at < 0 && backwards ? 0 : (backwards ? -1 : 1);
        return Optional.of(reachable.get(Math.floorMod(at + step, reachable.size())));
    }

    private static void collect(Node node, List<Node> reachable) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node.isFocusTraversable()) {
            reachable.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, reachable));
        }
    }
}
