// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.aria;

import aegle.crypto.Digest;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * A readable PDF and what it says about itself.
 *
 * @param content SHA-256 of the file, to notice the same document twice
 * @param length in bytes
 * @param fileDate when the file was last changed, which is all that is known if it names no date of service
 */
public record ExportedDocument(
        Path file, Digest content, long length, int pages, ExportFields fields, LocalDate fileDate) {
    @Override
    public String toString() {
        return "ExportedDocument[personal]";
    }
}
