// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui.record;

import aegle.desktop.kit.ActionButton;
import aegle.desktop.kit.Paragraph;
import aegle.wallet.session.HeldDocument;
import aegle.wallet.text.WalletTexts;
import aegle.wallet.ui.list.IconLine;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** One document in the timeline: what, of when, from whom, confirmed or not. */
final class DocumentRow extends HBox {
    DocumentRow(HeldDocument document, WalletTexts texts, RecordRoutes routes) {
        String key = document.entry().id().hex();
        setId("document-" + key);
        getStyleClass().addAll("card", "document-row");
        VBox said = new VBox(
                new Paragraph(texts.type(document), "title-4"),
                new Paragraph(texts.dates().date(document.date(texts.clock().getZone()))),
                new Paragraph(
                        texts.text(
                                "record.from",
                                texts.name(document.uploader()),
                                texts.hospital(document.uploader()),
                                texts.dates().date(document.entry().recordedAt())),
                        "muted"));
        said.getStyleClass().add("document-said");
        IconLine state = document.isConfirmed()
                ? new IconLine(Feather.CHECK_CIRCLE, "success", texts.text("record.confirmed"))
                : new IconLine(Feather.FILE_PLUS, "accent", texts.text("record.to-confirm"));
        state.setId("state-" + key);
        ActionButton open =
                ActionButton.secondary("open-" + key, texts.text("record.open"), () -> routes.open(document));
        open.setAccessibleText(texts.text("record.open.of", texts.typeAndDate(document)));
        said.getChildren().add(state);
        if (document.listed().failure().isPresent()) {
            IconLine distrust = new IconLine(Feather.ALERT_TRIANGLE, "danger", texts.text("record.label-failed"));
            distrust.setId("distrust-" + key);
            said.getChildren().add(distrust);
        } else if (document.label().isEmpty()) {
            said.getChildren().add(new Paragraph(texts.text("record.no-label"), "muted"));
        }
        HBox.setHgrow(said, Priority.ALWAYS);
        getChildren().addAll(said, open);
    }
}
