// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.viewer;

import aegle.desktop.kit.Messages;
import aegle.desktop.kit.Paragraph;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** Beside the pages: facts about the document and the digest of exactly the bytes that are shown. */
final class ViewerDetails extends ScrollPane {
    private final PdfViewerViewModel model;
    private final VBox facts = new VBox();

    ViewerDetails(PdfViewerViewModel model, Messages messages) {
        this.model = model;
        setId("viewer-details");
        facts.getStyleClass().add("viewer-facts");
        var digest = Paragraph.bound("viewer-sha256", model.sha256Property(), "viewer-digest");
        var column = new VBox(
                new Paragraph(messages.text("viewer.details"), "title-4"),
                facts,
                fact(messages.text("viewer.sha256"), digest),
                new Paragraph(messages.text("viewer.sha256.explained"), "muted"));
        column.getStyleClass().add("viewer-details-column");
        setContent(column);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().addAll("viewer-details", "edge-to-edge");
    }

    Subscription follow() {
        return model.descriptionProperty().subscribe(described -> {
            facts.getChildren().clear();
            described.ifPresent(description -> description.facts().forEach(this::add));
        });
    }

    private void add(OpenedPdf.Fact each) {
        var value = new Paragraph(each.value());
        value.setId("viewer-fact-" + each.id());
        facts.getChildren().add(fact(each.name(), value));
    }

    private static VBox fact(String name, Paragraph value) {
        var fact = new VBox(new Paragraph(name, "muted"), value);
        fact.getStyleClass().add("viewer-fact");
        return fact;
    }
}
