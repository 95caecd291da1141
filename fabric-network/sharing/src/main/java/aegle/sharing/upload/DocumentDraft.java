// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.upload;

import aegle.crypto.Digest;
import aegle.record.metadata.DocumentCategory;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * A file that is about to become a document.
 *
 * @param content SHA-256 of the file when it was looked at; other bytes are refused
 * @param title at most {@value #LONGEST_TITLE} characters
 * @param documentType of the fixed list, by its ledger name, such as {@code LABORATORY_REPORT}
 */
public record DocumentDraft(
        Path file,
        Digest content,
        String name,
        String title,
        String mediaType,
        DocumentCategory category,
        String documentType,
        LocalDate dateOfService,
        int pages) {
    public static final int LONGEST_TITLE = 255;

    @Override
    public String toString() {
        return "DocumentDraft[personal]";
    }
}
