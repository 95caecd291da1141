// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui.file;

import aegle.desktop.kit.Notice;
import aegle.wallet.text.WalletTexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What became of an unprotected copy. */
public enum SavedCopy {
    WRITTEN,
    FAILED;

    /** Write a copy; what was written halfway is deleted again. */
    public static SavedCopy write(byte[] content, Path target) {
        try {
            Files.write(target, content);
            return WRITTEN;
        } catch (IOException e) {
            target.toFile().delete();
            return FAILED;
        }
    }

    /** Say it. */
    public Notice notice(WalletTexts texts) {
        return switch (this) {
            case WRITTEN -> Notice.success(texts.text("copy.saved"));
            case FAILED -> Notice.error(texts.text("copy.failed")).toDo(texts.text("copy.failed.todo"));
        };
    }
}
