// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.viewer;

import java.time.Duration;
import java.util.List;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** A file that is about to be uploaded, with limits of time and memory that a fuzzer can wait for. */
public final class PdfFuzzTarget {
    private static final PdfLimits LIMITS =
            new PdfLimits(Duration.ofSeconds(2), 100_000, 10_000, 1 << 24, 1 << 22, 1 << 24);

    private PdfFuzzTarget() {}

    public static boolean accepts(byte[] file) {
        if (!PdfSource.beginsLikePdf(file)) {
            return false;
        }
        var work = new PdfWork(LIMITS);
        try {
            work.ask(() -> PdfCheck.read(new RandomAccessReadBuffer(file), file.length, work.budget()));
            return true;
        } catch (UnreadablePdfException e) {
            if (e.getCause() instanceof OutOfMemoryError exhausted) {
                throw exhausted;
            }
            return false;
        }
    }

    /** Small files of an invented patient; hostile ones made as small. */
    public static List<byte[]> seeds() {
        return List.of(
                TestPdf.of(List.of("Haemoglobin 13.1")),
                TestPdf.lockedFor("meadow"),
                HostilePdf.nestedForms(2),
                HostilePdf.glyphs(100),
                HostilePdf.sized("9e30", "1"),
                HostilePdf.lockedForCertificates());
    }
}
