// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui.file;

import aegle.desktop.kit.Overlay;
import aegle.desktop.kit.Question;
import aegle.wallet.text.WalletTexts;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Asks before something leaves the wallet unprotected, then where to. */
public record CopyQuestion(Overlay overlay, FileDialogs files, WalletTexts texts) {
    /** Ask, and hand on the chosen place. */
    public void ask(String proposedName, Consumer<Path> chosen) {
        overlay.ask(
                new Question(
                        texts.text("copy.title"),
                        texts.text("copy.sentence"),
                        texts.text("copy.confirm"),
                        texts.text("copy.cancel"),
                        false),
                () -> files.save(texts.text("copy.where"), proposedName).ifPresent(chosen));
    }
}
