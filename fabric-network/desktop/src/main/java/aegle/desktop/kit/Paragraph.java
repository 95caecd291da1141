// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.kit;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;

/** Text that wraps and is never cut, however large it is set. */
public final class Paragraph extends Label {
    /** Show a fixed text, with style classes such as {@code title-3} or {@code muted}. */
    public Paragraph(String text, String... styleClasses) {
        super(text);
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        getStyleClass().addAll(styleClasses);
    }

    /** Show a changing text that takes no room while it is empty; a screen reader finds it by its id. */
    public static Paragraph bound(String id, ObservableValue<String> text, String... styleClasses) {
        Paragraph paragraph = new Paragraph("", styleClasses);
        paragraph.setId(id);
        paragraph.textProperty().bind(text);
        paragraph.visibleProperty().bind(paragraph.textProperty().isNotEmpty());
        paragraph.managedProperty().bind(paragraph.visibleProperty());
        return paragraph;
    }
}
