// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.kit;

import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Grey bars in place of rows that are still being fetched; it does not move, so it asks for no attention. */
public final class LoadingSkeleton extends VBox {
    /** Show some rows, with a name for screen readers such as "Loading documents". */
    public LoadingSkeleton(int rows, String name) {
        getStyleClass().add("loading-skeleton");
        setAccessibleText(name);
        for (int i = 0; i < rows; i++) {
            VBox row = new VBox(bar("skeleton-title"), bar("skeleton-line"));
            row.getStyleClass().add("skeleton-row");
            getChildren().add(row);
        }
    }

    private static Region bar(String styleClass) {
        Region bar = new Region();
        bar.getStyleClass().addAll("skeleton-bar", styleClass);
        return bar;
    }
}
