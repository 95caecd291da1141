// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.testkit;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;

/** Finds texts that a user cannot read whole: shortened by an ellipsis, beyond an edge that does not scroll, or one over the other. */
final class ClippedTexts {
    private static final double TOLERANCE = 1;

    private ClippedTexts() {}

    static List<String> in(Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        List<String> clipped = new ArrayList<>();
        collect(scene.getRoot(), scene, clipped);
        return clipped;
    }

    private static void collect(Node node, Scene scene, List<String> clipped) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Labeled labeled
                && labeled.getText() != null
                && !labeled.getText().isBlank()) {
            check(labeled, scene, clipped);
        }
        if (node instanceof FlowPane || node instanceof HBox || node instanceof VBox) {
            checkApart(
                    ((Pane) node).getChildren().stream().filter(Node::isManaged).toList(), clipped);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, scene, clipped));
        }
    }

    private static void checkApart(List<Node> neighbors, List<String> clipped) {
        for (int i = 0; i < neighbors.size(); i++) {
            for (Node other : neighbors.subList(i + 1, neighbors.size())) {
                Node one = neighbors.get(i);
                if (one.isVisible() && other.isVisible() && room(one).intersects(room(other))) {
                    clipped.add("one over the other: " + one + " and " + other);
                }
            }
        }
    }

    private static Bounds room(Node node) {
        Bounds bounds = node.getLayoutBounds();
        return new BoundingBox(
                node.getLayoutX() + bounds.getMinX() + TOLERANCE,
                node.getLayoutY() + bounds.getMinY() + TOLERANCE,
                bounds.getWidth() - 2 * TOLERANCE,
                bounds.getHeight() - 2 * TOLERANCE);
    }

    private static void check(Labeled labeled, Scene scene, List<String> clipped) {
        String whole = labeled.isMnemonicParsing() ? labeled.getText().replace("_", "") : labeled.getText();
        for (Node child : labeled.getChildrenUnmodifiable()) {
            if (child instanceof Text text
                    && text.isVisible()
                    && !text.getText().replace("\n", "").equals(whole.replace("\n", ""))) {
                clipped.add("shortened: " + whole + " → " + text.getText());
            }
        }
        Bounds bounds = labeled.localToScene(labeled.getBoundsInLocal());
        boolean beside = bounds.getMinX() < -TOLERANCE || bounds.getMaxX() > scene.getWidth() + TOLERANCE;
        boolean beneath = bounds.getMinY() < -TOLERANCE || bounds.getMaxY() > scene.getHeight() + TOLERANCE;
        if (beside || (beneath && !scrolls(labeled))) {
            clipped.add("outside: " + whole + " " + bounds);
        }
    }

    private static boolean scrolls(Node node) {
        for (Parent each = node.getParent(); each != null; each = each.getParent()) {
            if (each instanceof ScrollPane) {
                return true;
            }
        }
        return false;
    }
}
