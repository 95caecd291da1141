// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import aegle.crypto.Digest;
import aegle.record.metadata.DocumentCategory;
import aegle.sharing.upload.DocumentDraft;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** Files on their way into a record. */
final class Drafts {
    private Drafts() {}

    static DocumentDraft of(Path file) {
        return of(file, DocumentCategory.LABORATORY_RESULTS);
    }

    static DocumentDraft of(Path file, DocumentCategory category) {
        return new DocumentDraft(
                file,
                contentOf(file),
                String.valueOf(file.getFileName()),
                "Report",
                "application/pdf",
                category,
                "OTHER_DOCUMENT",
                LocalDate.of(2026, 11, 20),
                1);
    }

    static Digest contentOf(Path file) {
        try {
            return Digest.sha256Of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
