// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.upload;

import aegle.record.metadata.DocumentCategory;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * A file that is about to become a document.
 *
 * @param documentType of the fixed list, by its ledger name, such as {@code LABORATORY_REPORT}
 */
public record DocumentDraft(
        Path file,
        String name,
        String title,
        String mediaType,
        DocumentCategory category,
        String documentType,
        LocalDate dateOfService,
        int pages) {
    @Override
    public String toString() {
        return "DocumentDraft[personal]";
    }
}
