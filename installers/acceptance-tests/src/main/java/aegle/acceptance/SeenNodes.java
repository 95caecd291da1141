// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance;

import aegle.desktop.testkit.WindowRobot;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.stage.Stage;

/** Nodes that are seen in a window, found by the beginning of their id, in their order. */
final class SeenNodes {
    private SeenNodes() {}

    static List<String> ids(WindowRobot robot, String prefix) {
        return robot.onFx(() -> {
            var found = new ArrayList<String>();
            collect(robot.stage().getScene().getRoot(), prefix, found);
            return List.copyOf(found);
        });
    }

    /** A property that the program has hung on a node, as text; empty text if there is none. */
    static String property(WindowRobot robot, String id, String name) {
        return robot.onFx(() -> {
            Node node = robot.stage().getScene().lookup("#" + id);
            return node == null ? "" : String.valueOf(node.getProperties().getOrDefault(name, ""));
        });
    }

    /** Says whether nothing is being listed, fetched or drawn in the window; on the JavaFX thread. */
    static boolean isComplete(Stage stage) {
        return isComplete(stage.getScene().getRoot());
    }

    private static boolean isComplete(Node node) {
        if (!node.isVisible()) {
            return true;
        }
        List<String> styles = node.getStyleClass();
        if (styles.contains("loading-skeleton") || styles.contains("work-progress")) {
            return false;
        }
        if (!(node instanceof Parent parent)) {
            return true;
        }
        boolean isUndrawnPage = styles.contains("viewer-page")
                && parent.getChildrenUnmodifiable().isEmpty();
        return !isUndrawnPage && parent.getChildrenUnmodifiable().stream().allMatch(SeenNodes::isComplete);
    }

    private static void collect(Node node, String prefix, List<String> found) {
        if (!node.isVisible()) {
            return;
        }
        if (node.getId() != null && node.getId().startsWith(prefix)) {
            found.add(node.getId());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, prefix, found));
        }
    }
}
