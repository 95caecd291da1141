// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui.list;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

/** Nodes side by side that go on in a second row, and of which none is ever wider than the row: then its text wraps. */
public final class WrapRow extends FlowPane {
    /** Lay out some nodes, with style classes. */
    public WrapRow(List<? extends Node> nodes, String... styleClasses) {
        getStyleClass().addAll(styleClasses);
        getChildren().addAll(nodes);
        widthProperty().subscribe(this::limit);
        insetsProperty().subscribe(_ -> limit(getWidth()));
    }

    /** Unlike that of other such panes it lets texts wrap. */
    @Override
    protected double computeMinWidth(double height) {
        double widest = getManagedChildren().stream()
                .mapToDouble(child -> child.minWidth(-1))
                .max()
                .orElse(0);
        return snappedLeftInset() + widest + snappedRightInset();
    }

    /** Unlike that of other such panes it knows how high a text is that wraps, so that the next row begins beneath it. */
    @Override
    protected double computePrefHeight(double width) {
        double room = (width < 0 ? getWidth() : width) - snappedLeftInset() - snappedRightInset();
        for (Node child : getManagedChildren()) {
            if (room > 0 && child instanceof Region region && child.getContentBias() == Orientation.HORIZONTAL) {
                region.setMinHeight(region.prefHeight(Math.min(region.prefWidth(-1), room)));
            }
        }
        return super.computePrefHeight(width);
    }

    private void limit(Number width) {
        double room = width.doubleValue() - snappedLeftInset() - snappedRightInset();
        if (room > 0) {
            getChildren().stream()
                    .filter(Region.class::isInstance)
                    .map(Region.class::cast)
                    .forEach(child -> child.setMaxWidth(room));
        }
    }
}
