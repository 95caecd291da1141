// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.kit;

import java.util.List;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;

/** What a list shows while it is empty: what would be here, and what to do first. */
public final class EmptyState extends VBox {
    /** Show a sentence or two and any buttons, the main one first. */
    public EmptyState(Ikon glyph, String title, String sentence, ActionButton... actions) {
        getStyleClass().add("empty-state");
        Icon icon = new Icon(glyph);
        icon.getStyleClass().add("large");
        getChildren().addAll(icon, new Paragraph(title, "title-4"), new Paragraph(sentence, "muted"));
        if (actions.length > 0) {
            getChildren().add(new ActionRow(List.of(actions).toArray(ActionButton[]::new)));
        }
    }
}
