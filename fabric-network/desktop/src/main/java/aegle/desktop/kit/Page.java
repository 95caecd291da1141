// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.kit;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A screen's frame: a title, things beneath each other, and a scroll bar when the text is large. */
public final class Page extends ScrollPane {
    private final VBox column = new VBox();

    /** Start a page with its title. */
    public Page(String title) {
        Paragraph heading = new Paragraph(title, "title-2");
        heading.setAccessibleRole(javafx.scene.AccessibleRole.TEXT);
        column.getStyleClass().add("page-column");
        column.getChildren().add(heading);
        VBox frame = new VBox(column);
        frame.getStyleClass().add("page-frame");
        VBox.setVgrow(column, Priority.ALWAYS);
        frame.setMinHeight(USE_PREF_SIZE);
        setContent(frame);
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        getStyleClass().addAll("page", "edge-to-edge");
    }

    /** Say beneath the title what the page is for. */
    public Page intro(String sentence) {
        return add(new Paragraph(sentence, "intro"));
    }

    /** Add nodes beneath. */
    public Page add(Node... nodes) {
        column.getChildren().addAll(nodes);
        return this;
    }

    /** Let the column be as wide as a form instead of as wide as a list. */
    public Page narrow() {
        column.getStyleClass().add("narrow");
        return this;
    }

    /** Let the column take the whole width, for a table or a viewer. */
    public Page wide() {
        column.getStyleClass().add("wide");
        return this;
    }

    /** The nodes under the title. */
    public VBox column() {
        return column;
    }
}
