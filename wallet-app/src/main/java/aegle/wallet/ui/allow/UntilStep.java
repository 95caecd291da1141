// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui.allow;

import aegle.desktop.kit.ActionButton;
import aegle.desktop.kit.ActionRow;
import aegle.desktop.kit.Paragraph;
import aegle.desktop.kit.Radio;
import aegle.wallet.text.WalletTexts;
import aegle.wallet.ui.date.DateField;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/** Choosing until when, and from when if not from today. */
final class UntilStep {
    private final AllowViewModel model;
    private final PermissionDraft draft;
    private final WalletTexts texts;

    UntilStep(AllowViewModel model, WalletTexts texts) {
        this.model = model;
        this.draft = model.draftProperty().get();
        this.texts = texts;
    }

    StepNodes nodes() {
        ToggleGroup group = new ToggleGroup();
        VBox choices = new VBox();
        choices.getStyleClass().addAll("card", "choices");
        for (PermissionDraft.Until each : PermissionDraft.Until.values()) {
            choices.getChildren()
                    .add(new Radio<>(
                            "until-" + each.name(),
                            texts.text("allow.until." + each.name()),
                            each,
                            draft.untilProperty(),
                            group));
        }
        DateField to = new DateField(
                "until-date", texts.text("allow.until.date"), draft.to(), texts, new ReadOnlyStringWrapper(""));
        to.visibleProperty().bind(draft.untilProperty().isEqualTo(PermissionDraft.Until.DATE));
        to.managedProperty().bind(to.visibleProperty());
        choices.getChildren().add(to);
        DateField from = new DateField(
                "from-date", texts.text("allow.from.date"), draft.from(), texts, new ReadOnlyStringWrapper(""));
        ActionButton next = ActionButton.primary("allow-next", texts.text("allow.next"), model::next);
        return new StepNodes(
                List.of(
                        new Paragraph(texts.text("allow.until.title"), "title-3"),
                        new Paragraph(texts.text("allow.until.intro"), "muted"),
                        choices,
                        from,
                        StepNodes.problem(model),
                        new ActionRow(next, StepNodes.back(model, texts))),
                Optional.of(next),
                Optional.of((Node) group.getSelectedToggle()));
    }
}
