// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.viewer;

import aegle.crypto.record.RecordCipher;
import aegle.sharing.DocumentRefusedException;
import aegle.sharing.DocumentRefusedException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Tells before an upload whether a file is a PDF that everybody who may open it can also read.
 *
 * <p>A file that asks for a password is refused; one that only forbids printing or changing is readable and is taken.
 * Reading its first pages' text is part of the check; drawing all pages is not, so a single damaged page goes through.
 * What takes too much time or memory ({@link PdfLimits}) or is no regular file is refused, the latter unopened.
 */
public final class PdfCheck {
    private static final int HEADER_WITHIN = 1024;
    private static final int TEXT_PAGES = 3;

    private PdfCheck() {}

    /**
     * Check a file; nothing is changed or copied.
     *
     * @throws DocumentRefusedException with the one reason that explains most
     */
    public static CheckedPdf check(Path file) throws DocumentRefusedException {
        return check(file, PdfLimits.standard());
    }

    /** Check a file with other limits; see {@link #check(Path)}. */
    static CheckedPdf check(Path file, PdfLimits limits) throws DocumentRefusedException {
        long length = length(file);
        var work = new PdfWork(limits);
        try {
            return work.ask(() -> {
                try (var source = new RandomAccessReadBufferedFile(file)) {
                    return read(source, length, work.budget());
                }
            });
        } catch (UnreadablePdfException e) {
            throw new DocumentRefusedException(reason(e));
        }
    }

    /** Read pages and text, on the thread of a {@link PdfWork}. */
    static CheckedPdf read(RandomAccessRead source, long length, PdfBudget budget) throws IOException {
        try (PDDocument document = PdfSource.load(source, budget)) {
            return new CheckedPdf(length, document.getNumberOfPages(), text(document, budget));
        }
    }

    private static long length(Path file) throws DocumentRefusedException {
        if (!Files.isRegularFile(file)) {
            throw new DocumentRefusedException(Reason.NOT_READABLE);
        }
        try (InputStream in = Files.newInputStream(file)) {
            long length = Files.size(file);
            if (length == 0) {
                throw new DocumentRefusedException(Reason.EMPTY);
            }
            if (length > RecordCipher.MAXIMUM_DOCUMENT_LENGTH) {
                throw new DocumentRefusedException(Reason.TOO_LARGE);
            }
            if (!PdfSource.beginsLikePdf(in.readNBytes(HEADER_WITHIN))) {
                throw new DocumentRefusedException(Reason.NOT_A_PDF);
            }
            return length;
        } catch (IOException e) {
            throw new DocumentRefusedException(Reason.NOT_READABLE);
        }
    }

    private static String text(PDDocument document, PdfBudget budget) throws IOException {
        var stripper = new BoundedTextStripper(budget);
        stripper.setEndPage(TEXT_PAGES);
        return stripper.getText(document);
    }

    private static Reason reason(UnreadablePdfException failure) {
        return switch (failure.reason()) {
            case NOT_A_PDF -> Reason.NOT_A_PDF;
            case ENCRYPTED -> Reason.ENCRYPTED;
            case DAMAGED, TOO_COMPLEX, CLOSED -> Reason.DAMAGED;
        };
    }
}
