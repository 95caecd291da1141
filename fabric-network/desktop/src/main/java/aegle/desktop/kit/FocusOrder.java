// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;

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
        wanted.filter(node -> isBelow(node, view.root()))
                .or(view::firstFocus)
                .or(() -> first(view.root()))
                .ifPresent(Node::requestFocus);
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
