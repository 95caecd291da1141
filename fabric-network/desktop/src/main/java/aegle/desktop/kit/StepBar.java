// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.kit;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Which of a few steps this is, in words and as a bar. */
public final class StepBar extends VBox {
    /** Show a step, counted from 1, with its name. */
    public StepBar(int step, int steps, String name, Messages messages) {
        getStyleClass().add("step-bar");
        HBox segments = new HBox();
        segments.getStyleClass().add("segments");
        for (int i = 1; i <= steps; i++) {
            Region segment = new Region();
            segment.getStyleClass().add("segment");
            if (i <= step) {
                segment.getStyleClass().add("done");
            }
            HBox.setHgrow(segment, Priority.ALWAYS);
            segments.getChildren().add(segment);
        }
        getChildren().addAll(segments, new Paragraph(messages.text("kit.step", step, steps, name), "muted"));
    }
}
