// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import aegle.sharing.DocumentRefusedException;
import aegle.sharing.DocumentRefusedException.Reason;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfCheckTest {
    private static final byte[] WHOLE = TestPdf.of(Collections.nCopies(8, "Patient ID (MRN): MC-1001"));

    @TempDir
    private Path folder;

    @Test
    void a_readable_file_tells_its_pages_and_its_first_text() throws Exception {
        CheckedPdf checked = PdfCheck.check(file(WHOLE));

        assertEquals(8, checked.pages());
        assertEquals(WHOLE.length, checked.length());
        assertTrue(checked.text().contains("Patient ID (MRN): MC-1001"));
    }

    @Test
    void each_kind_of_trouble_has_its_own_reason() throws Exception {
        assertEquals(Reason.EMPTY, refusal(new byte[0]));
        assertEquals(Reason.NOT_A_PDF, refusal("Dear colleague".getBytes(StandardCharsets.UTF_8)));
        assertEquals(Reason.DAMAGED, refusal(Arrays.copyOf(WHOLE, WHOLE.length / 2)));
        assertEquals(Reason.DAMAGED, refusal(Arrays.copyOf(WHOLE, 64)));
        assertEquals(Reason.ENCRYPTED, refusal(TestPdf.lockedFor("meadow")));
        assertEquals(Reason.ENCRYPTED, refusal(HostilePdf.lockedForCertificates()));
    }

    @Test
    void a_file_that_only_forbids_changes_is_readable() throws Exception {
        assertEquals(1, PdfCheck.check(file(TestPdf.lockedFor(""))).pages());
    }

    @Test
    void more_than_256_mebibytes_are_refused_by_size_alone() throws Exception {
        Path large = file(WHOLE);
        try (var extended = new RandomAccessFile(large.toFile(), "rw")) {
            extended.setLength((256L << 20) + 1);
        }
        assertEquals(Reason.TOO_LARGE, refusal(large));
    }

    @Test
    void what_is_not_there_or_a_folder_is_not_readable() {
        assertEquals(Reason.NOT_READABLE, refusal(folder.resolve("nothing.pdf")));
        assertEquals(Reason.NOT_READABLE, refusal(folder));
    }

    @Test
    void what_is_no_regular_file_is_refused_without_opening_it() throws Exception {
        Path pipe = folder.resolve("pipe.pdf");
        Path zeros = Path.of("/dev/zero");
        assumeTrue(Files.exists(zeros), "a system with special files");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());

        assertEquals(Reason.NOT_READABLE, assertTimeoutPreemptively(Duration.ofSeconds(5), () -> refusal(pipe)));
        assertEquals(Reason.NOT_READABLE, refusal(zeros));
    }

    private Reason refusal(byte[] content) throws IOException {
        return refusal(file(content));
    }

    private static Reason refusal(Path file) {
        return assertThrows(DocumentRefusedException.class, () -> PdfCheck.check(file))
                .reason();
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(Files.createTempFile(folder, "some", ".pdf"), content);
    }
}
