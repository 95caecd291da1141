// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.ui;

import aegle.desktop.kit.Paragraph;
import java.util.Optional;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.VBox;

/**
 * What to quote when asking for help, behind a link: the sentence beside it is for everybody, the code for whoever helps. Takes no
 * room where there is nothing to quote.
 */
public final class QuotedReason extends VBox {
    /** The link's id ends in {@code -details}, the quoted text's in {@code -quote}. */
    public QuotedReason(String id, Optional<String> quote, Wording wording) {
        getStyleClass().add("quoted-reason");
        setVisible(quote.isPresent());
        setManaged(quote.isPresent());
        quote.ifPresent(code -> {
            var text = new Paragraph(wording.text("document.quote", code), "muted");
            text.setId(id + "-quote");
            text.setVisible(false);
            text.managedProperty().bind(text.visibleProperty());
            var link = new Hyperlink(wording.text("kit.notice.details"));
            link.setId(id + "-details");
            link.setOnAction(_ -> text.setVisible(!text.isVisible()));
            getChildren().addAll(link, text);
        });
    }
}
