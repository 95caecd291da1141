// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui.allow;

import aegle.desktop.kit.ActionButton;
import aegle.desktop.kit.ActionRow;
import aegle.desktop.kit.Paragraph;
import aegle.desktop.kit.Radio;
import aegle.record.DocumentId;
import aegle.record.metadata.DocumentCategory;
import aegle.wallet.session.HeldDocument;
import aegle.wallet.text.WalletTexts;
import aegle.wallet.ui.list.IconLine;
import aegle.wallet.ui.list.WrapRow;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Choosing categories or single documents, and whether she may add. */
final class WhatStep {
    private final AllowViewModel model;
    private final PermissionDraft draft;
    private final WalletTexts texts;

    WhatStep(AllowViewModel model, WalletTexts texts) {
        this.model = model;
        this.draft = model.draftProperty().get();
        this.texts = texts;
    }

    StepNodes nodes() {
        String name = texts.name(model.clinicianProperty().get().orElseThrow());
        ActionButton next = ActionButton.primary("allow-next", texts.text("allow.next"), model::next);
        Node template = template();
        template.setVisible(model.isOwnAccord());
        template.setManaged(model.isOwnAccord());
        VBox categories = new VBox();
        categories.getStyleClass().add("choices");
        for (DocumentCategory category : DocumentCategory.values()) {
            categories.getChildren().add(categoryCard(category));
        }
        VBox documents = picks();
        VBox doing = doing(name);
        categories.visibleProperty().bind(draft.justTheseProperty().not());
        documents.visibleProperty().bind(draft.justTheseProperty());
        doing.visibleProperty().bind(draft.justTheseProperty().not());
        for (VBox each : List.of(categories, documents, doing)) {
            each.managedProperty().bind(each.visibleProperty());
        }
        Node focus = categories.getChildren().getFirst().lookup(".check-box");
        return new StepNodes(
                List.of(
                        new Paragraph(texts.text("allow.what.title", name), "title-3"),
                        template,
                        categories,
                        documents,
                        justThese(),
                        doing,
                        StepNodes.problem(model),
                        new ActionRow(next, StepNodes.back(model, texts))),
                Optional.of(next),
                Optional.ofNullable(focus));
    }

    private Node template() {
        return new WrapRow(
                List.of(
                        new IconLine(Feather.ZAP, "accent", texts.text("allow.template.why")),
                        ActionButton.secondary("allow-template", texts.text("allow.template"), model::secondOpinion)),
                "card",
                "need");
    }

    private Node categoryCard(DocumentCategory category) {
        long count = model.documents().stream()
                .filter(document -> document.entry().category() == category)
                .count();
        CheckBox box = new CheckBox(texts.category(category));
        box.setId("category-" + category.name());
        box.getStyleClass().add("title-4");
        box.setWrapText(true);
        box.setMinHeight(Region.USE_PREF_SIZE);
        box.selectedProperty().bindBidirectional(draft.includedProperty(category));
        Paragraph example = new Paragraph(texts.text("category." + category.name() + ".example"), "muted");
        Paragraph counted = new Paragraph(texts.text("allow.what.count", count), "muted");
        box.setAccessibleHelp(example.getText() + " " + counted.getText());
        VBox card = new VBox(box, example, counted);
        card.getStyleClass().addAll("card", "choice");
        card.setOnMouseClicked(event -> box.fire());
        return card;
    }

    private Node justThese() {
        CheckBox box = new CheckBox(texts.text("allow.what.just-these"));
        box.setId("just-these");
        box.setWrapText(true);
        box.selectedProperty().bindBidirectional(draft.justTheseProperty());
        box.setDisable(model.documents().isEmpty());
        return box;
    }

    private VBox picks() {
        VBox picks = new VBox();
        picks.setId("pick-documents");
        picks.getStyleClass().addAll("card", "picks");
        for (HeldDocument document : model.documents()) {
            DocumentId id = document.entry().id();
            CheckBox box = new CheckBox(texts.typeAndDate(document));
            box.setId("pick-" + id.hex());
            box.setWrapText(true);
            box.setMinHeight(Region.USE_PREF_SIZE);
            box.setSelected(draft.picked().contains(id));
            box.selectedProperty().subscribe(chosen -> {
                if (chosen) {
                    draft.picked().add(id);
                } else {
                    draft.picked().remove(id);
                }
            });
            picks.getChildren().add(box);
        }
        return picks;
    }

    private VBox doing(String name) {
        ToggleGroup group = new ToggleGroup();
        VBox doing = new VBox(new Paragraph(texts.text("allow.doing", name), "field-name"));
        doing.getStyleClass().addAll("card", "choices");
        for (PermissionDraft.Doing each : PermissionDraft.Doing.values()) {
            doing.getChildren()
                    .add(new Radio<>(
                            "doing-" + each.name(),
                            texts.text("allow.doing." + each.name()),
                            each,
                            draft.doingProperty(),
                            group));
        }
        return doing;
    }
}
