// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui.allow;

import aegle.desktop.kit.ActionButton;
import aegle.desktop.kit.ActionRow;
import aegle.desktop.kit.Paragraph;
import aegle.record.member.Member;
import aegle.wallet.text.WalletTexts;
import aegle.wallet.ui.list.IconLine;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

/** Reading the one sentence, and allowing. */
final class ReadStep {
    private final AllowViewModel model;
    private final WalletTexts texts;

    ReadStep(AllowViewModel model, WalletTexts texts) {
        this.model = model;
        this.texts = texts;
    }

    StepNodes nodes() {
        Member member = model.clinicianProperty().get().orElseThrow();
        Paragraph sentence = Paragraph.bound("allow-sentence", model.sentenceProperty(), "title-3");
        VBox card = new VBox(
                sentence,
                new Paragraph(texts.text("allow.read.person", texts.name(member), texts.work(member)), "muted"),
                IconLine.verification(member, texts));
        card.getStyleClass().addAll("card", "sentence-card");
        ActionButton allow = ActionButton.primary(
                "allow", texts.text(model.isChange() ? "allow.allow.change" : "allow.allow"), model::allow);
        ActionButton back = StepNodes.back(model, texts);
        VBox progress = progress();
        model.workProperty().subscribe(work -> {
            allow.setDisable(work.isPresent());
            back.setDisable(work.isPresent());
            progress.setVisible(work.isPresent());
            if (work.isEmpty() && allow.getScene() != null) {
                allow.requestFocus();
            }
        });
        return new StepNodes(
                List.of(
                        new Paragraph(texts.text("allow.read.title"), "title-3"),
                        card,
                        new Paragraph(texts.text("allow.read.honest"), "muted"),
                        StepNodes.problem(model),
                        new ActionRow(allow, back),
                        progress),
                Optional.of(allow),
                Optional.of(allow));
    }

    /** Without Cancel: what is on its way cannot be called back, only stopped afterwards. */
    private VBox progress() {
        ProgressBar bar = new ProgressBar();
        bar.setId("allow-progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(texts.text("allow.working"));
        VBox progress = new VBox(new Paragraph(texts.text("allow.working"), "muted"), bar);
        progress.getStyleClass().add("work-progress");
        return progress;
    }
}
