// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui.file;

import aegle.desktop.kit.Notice;
import aegle.wallet.text.WalletTexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** What became of an unprotected copy. */
public enum SavedCopy {
    WRITTEN,
    FAILED;

    /** Write a copy, at once or not at all: what was there before stays if it cannot be written. */
    public static SavedCopy write(byte[] content, Path target) {
        Path folder = target.toAbsolutePath().getParent();
        boolean taken = Files.exists(target) && (!Files.isRegularFile(target) || !Files.isWritable(target));
        return folder == null || taken ? FAILED : write(content, target, folder);
    }

    private static SavedCopy write(byte[] content, Path target, Path folder) {
        try {
            Path draft = Files.createTempFile(folder, ".aegle-", ".part");
            try {
                Files.write(draft, content);
                Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
                return WRITTEN;
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
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
