// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.ui.patient;

import aegle.clinician.desk.PatientDocument;
import aegle.clinician.ui.OpenCard;
import aegle.clinician.ui.Wording;
import aegle.desktop.kit.ActionButton;
import aegle.desktop.kit.Icon;
import aegle.desktop.kit.Paragraph;
import java.util.function.Consumer;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** One document in the list: what, when, by whom, which marks; opens with a click or Enter. */
final class DocumentCard extends HBox {
    private final PatientDocument document;
    private final Wording wording;

    DocumentCard(PatientDocument document, int number, PatientViewModel model, Wording wording, Actions actions) {
        this.document = document;
        this.wording = wording;
        boolean readable = model.isReadable(document.entry());
        var kind = new Paragraph(kind(), "title-4");
        kind.setId("document-" + number + "-kind");
        var top = new HBox(kind);
        top.getStyleClass().add("card-top");
        if (model.isNew(document.entry())) {
            var badge = new Paragraph(wording.text("document.new"), "badge");
            badge.setMinWidth(USE_PREF_SIZE);
            top.getChildren().add(badge);
        }
        var open = new OpenCard(
                "document-" + number,
                kind.getText() + ", " + about() + ", " + by(),
                () -> actions.open().accept(document),
                top,
                new Paragraph(about()),
                new Paragraph(by(), "muted"),
                marks());
        document.listed().failure().ifPresent(_ -> {
            var distrust = new HBox(
                    Icon.styled(Feather.ALERT_TRIANGLE, "danger"),
                    new Paragraph(wording.text("document.label.failed"), "danger"));
            distrust.setId("document-" + number + "-distrust");
            distrust.getStyleClass().add("identity");
            open.getChildren().add(distrust);
        });
        if (!readable) {
            open.getChildren().add(new Paragraph(wording.text("document.unreadable"), "muted"));
        }
        open.getProperties().put("document", document.entry().id().hex());
        open.setDisable(!readable);
        HBox.setHgrow(open, Priority.ALWAYS);
        var copy = ActionButton.icon(
                "document-" + number + "-copy",
                Feather.LINK,
                wording.text("document.copy"),
                () -> actions.copyReference().accept(document));
        getStyleClass().add("document-card");
        getChildren().addAll(open, copy);
    }

    /** What can be done with a document of the list. */
    record Actions(Consumer<PatientDocument> open, Consumer<PatientDocument> copyReference) {}

    private String kind() {
        return document.label()
                .map(label -> wording.kind(label.documentType()))
                .orElseGet(() -> wording.category(document.entry().category()));
    }

    private String about() {
        String date = wording.dates().date(document.date());
        String category = wording.category(document.entry().category());
        return document.label()
                .map(label -> wording.text(
                        "document.about",
                        date,
                        category,
                        label.pages(),
                        wording.dates().bytes(label.length())))
                .orElseGet(() -> wording.text("document.about.nolabel", date, category));
    }

    private String by() {
        return wording.text(
                "document.by",
                document.uploader()
                        .map(member -> member.professional().name())
                        .orElseGet(() -> wording.text("document.by.unknown")),
                wording.dates().when(document.entry().recordedAt()));
    }

    private HBox marks() {
        boolean countersigned = document.confirmed();
        var sign = countersigned ? Icon.styled(Feather.CHECK_CIRCLE, "success") : new Icon(Feather.CIRCLE);
        var mark = new HBox(
                sign,
                new Paragraph(
                        wording.text(countersigned ? "document.countersigned" : "document.notcountersigned"), "muted"));
        mark.getStyleClass().add("identity");
        return mark;
    }
}
