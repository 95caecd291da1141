// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui.activity;

import aegle.desktop.kit.Icon;
import aegle.desktop.kit.Paragraph;
import aegle.record.access.AccessEvent;
import aegle.wallet.session.SeenEvent;
import aegle.wallet.text.EventSentence;
import aegle.wallet.text.WalletTexts;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** One event: who, what, when, under which permission; the node's properties also say kind and decision as the ledger does. */
final class EventRow extends HBox {
    EventRow(SeenEvent seen, EventSentence sentences, WalletTexts texts) {
        AccessEvent event = seen.event();
        String key = event.id().hex();
        boolean permitted = event.isPermitted();
        setId("event-" + key);
        getStyleClass().addAll("card", "event-row");
        getProperties().put("kind", event.kind().name());
        getProperties().put("decision", permitted ? "PERMITTED" : "DENIED");
        Label kind = tag(
                "event-" + key + "-kind",
                texts.text("activity.kind." + event.kind().name()));
        Label decision =
                tag("event-" + key + "-decision", texts.text(permitted ? "activity.allowed" : "activity.refused"));
        decision.getStyleClass().add(permitted ? "allowed" : "refused");
        FlowPane tags = new FlowPane(kind, decision);
        tags.getStyleClass().add("tags");
        String basis = permitted
                ? seen.permission()
                        .map(permission ->
                                texts.text("activity.under", texts.dates().date(permission.grantedAt())))
                        .orElse("")
                : sentences.reason(event);
        String when = upper(when(event, texts));
        VBox said = new VBox(
                new Paragraph(sentences.what(seen)),
                new Paragraph(basis.isEmpty() ? when : when + " · " + basis, "muted"),
                tags);
        said.getStyleClass().add("event-said");
        HBox.setHgrow(said, Priority.ALWAYS);
        getChildren()
                .addAll(
                        Icon.styled(
                                permitted ? EventSentence.glyph(event.kind()) : Feather.SLASH,
                                permitted ? "accent" : "danger"),
                        said);
    }

    private static String when(AccessEvent event, WalletTexts texts) {
        String recorded = texts.dates().when(event.time());
        return event.openedAt()
                .map(opened -> texts.text("activity.cached", texts.dates().when(opened), recorded))
                .orElse(recorded);
    }

    private static String upper(String sentence) {
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }

    private static Label tag(String id, String text) {
        Label tag = new Label(text);
        tag.setId(id);
        tag.setMinWidth(USE_PREF_SIZE);
        tag.getStyleClass().add("tag");
        return tag;
    }
}
