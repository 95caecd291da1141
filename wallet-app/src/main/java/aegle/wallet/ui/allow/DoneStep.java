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
        VBox card = new VBox(
                new IconLine(
                        Feather.CHECK_CIRCLE,
                        "success",
                        model.sentenceProperty().get()),
                new Paragraph(texts.text("allow.done." + model.givenKind(), name)));
        card.getStyleClass().add("card");
        return new StepNodes(
                List.of(
                        new Paragraph(
                                texts.text(model.isChange() ? "allow.done.changed" : "allow.done.title"), "title-3"),
                        card,
                        new ActionRow(add ? words : done, add ? done : words)),
                Optional.of(add ? words : done),
                Optional.of(add ? words : done));
    }
}
