// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.aria;

import aegle.crypto.Digest;
import aegle.desktop.viewer.CheckedPdf;
import aegle.desktop.viewer.PdfCheck;
import aegle.sharing.DocumentRefusedException;
import aegle.sharing.DocumentRefusedException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** Reads what an oncology information system has put into its export folder. Files stay where they are and as they are. */
public final class AriaExportReader {
    private final AriaProfile profile;
    private final ZoneId zone;

    /** Read with a hospital's profile; file dates are told in {@code zone}. */
    public AriaExportReader(AriaProfile profile, ZoneId zone) {
        this.profile = profile;
        this.zone = zone;
    }

    public AriaProfile profile() {
        return profile;
    }

    /**
     * The files in a folder, by name; hidden ones and folders are left out, whatever is no PDF is not: it is refused later, by name.
     *
     * @throws IOException if the folder cannot be read
     */
    public List<Path> files(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    /**
     * Read one file.
     *
     * @throws DocumentRefusedException if it is no readable PDF
     */
    public ExportedDocument read(Path file) throws DocumentRefusedException {
        CheckedPdf checked = PdfCheck.check(file);
        try {
            LocalDate fileDate =
                    LocalDate.ofInstant(Files.getLastModifiedTime(file).toInstant(), zone);
            return new ExportedDocument(
                    file, content(file), checked.length(), checked.pages(), profile.find(checked.text()), fileDate);
        } catch (IOException e) {
            throw new DocumentRefusedException(Reason.NOT_READABLE);
        }
    }

    private static Digest content(Path file) throws IOException {
        MessageDigest digest = Digest.newSha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return Digest.of(digest.digest());
    }
}
