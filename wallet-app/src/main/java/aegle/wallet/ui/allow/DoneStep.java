// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui.allow;

import aegle.desktop.kit.ActionButton;
import aegle.desktop.kit.ActionRow;
import aegle.desktop.kit.Paragraph;
import aegle.wallet.text.WalletTexts;
import aegle.wallet.ui.list.IconLine;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** It is done: what holds now, and the six words if the clinician shall add documents. */
final class DoneStep {
    private final AllowViewModel model;
    private final WalletTexts texts;
    private final AllowRoutes routes;

    DoneStep(AllowViewModel model, WalletTexts texts, AllowRoutes routes) {
        this.model = model;
        this.texts = texts;
        this.routes = routes;
    }

    StepNodes nodes() {
        String name = texts.name(model.clinicianProperty().get().orElseThrow());
        boolean add = model.mayAdd();
        ActionButton words = add
                ? ActionButton.primary("allow-show-words", texts.text("allow.done.words"), routes::showThatItIsMe)
                : ActionButton.secondary("allow-show-words", texts.text("allow.done.words"), routes::showThatItIsMe);
        ActionButton done = add
                ? ActionButton.secondary("allow-done", texts.text("allow.done.home"), routes::done)
                : ActionButton.primary("allow-done", texts.text("allow.done.home"), routes::done);
        boolean pending = model.isPending();
        String sentence = model.sentenceProperty().get();
        VBox card = new VBox(
                pending
                        ? new IconLine(Feather.CLOCK, "accent", sentence)
                        : new IconLine(Feather.CHECK_CIRCLE, "success", sentence),
                new Paragraph(texts.text("allow.done." + (pending ? "later" : model.givenKind()), name)));
        card.getStyleClass().add("card");
        return new StepNodes(
                List.of(
                        new Paragraph(texts.text(title()), "title-3"),
                        card,
                        new ActionRow(add ? words : done, add ? done : words)),
                Optional.of(add ? words : done),
                Optional.of(add ? words : done));
    }

    private String title() {
        if (model.isPending()) {
            return "allow.done.pending";
        }
        return model.isChange() ? "allow.done.changed" : "allow.done.title";
    }
}
