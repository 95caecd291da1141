// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui.allow;

import aegle.desktop.kit.ActionButton;
import aegle.desktop.kit.ActionRow;
import aegle.desktop.kit.Paragraph;
import aegle.record.member.Member;
import aegle.sharing.key.MemberTrust;
import aegle.wallet.text.WalletTexts;
import aegle.wallet.ui.list.IconLine;
import aegle.wallet.ui.words.SixWords;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.VBox;

/** Comparing the clinician's six words, when she is there. */
final class WordsStep {
    private final AllowViewModel model;
    private final WalletTexts texts;

    WordsStep(AllowViewModel model, WalletTexts texts) {
        this.model = model;
        this.texts = texts;
    }

    StepNodes nodes() {
        Member member = model.clinicianProperty().get().orElseThrow();
        String name = texts.name(member);
        SixWords words = new SixWords("clinician-word-", MemberTrust.fingerprintWords(member), texts);
        words.setId("clinician-words");
        VBox card = new VBox(
                new Paragraph(name, "title-4"),
                new Paragraph(texts.work(member), "muted"),
                IconLine.verification(member, texts),
                words);
        card.getStyleClass().add("card");
        ActionButton same = ActionButton.primary("words-same", texts.text("allow.words.same"), model::next);
        return new StepNodes(
                List.of(
                        new Paragraph(texts.text("allow.words.title", name), "title-3"),
                        new Paragraph(texts.text("allow.words.intro", name)),
                        card,
                        StepNodes.problem(model),
                        new ActionRow(
                                same,
                                ActionButton.secondary("words-skip", texts.text("allow.words.skip"), model::next),
                                ActionButton.secondary(
                                        "words-differ", texts.text("allow.words.differ"), model::wordsDiffer)),
                        new ActionRow(StepNodes.back(model, texts))),
                Optional.of(same),
                Optional.of(same));
    }
}
