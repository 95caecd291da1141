// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.viewer;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads foreign PDFs with PDFBox and translates everything that PDFBox throws at damaged ones, also unchecked, into one
 * typed failure: for input from outside, that is no programming mistake.
 */
final class PdfSource {
    private static final Logger LOG = LoggerFactory.getLogger(PdfSource.class);
    private static final int HEADER_WITHIN = 1024;
    private static final byte[] HEADER = {'%', 'P', 'D', 'F', '-'};

    private PdfSource() {}

    /** Load a document that has pages and needs no password. */
    static PDDocument load(Reading<PDDocument> loading) throws UnreadablePdfException {
        PDDocument document = read(loading);
        if (document.getNumberOfPages() == 0) {
            close(document);
            throw new UnreadablePdfException(UnreadablePdfException.Reason.DAMAGED);
        }
        return document;
    }

    /** Do something with a document's content. */
    static <T> T read(Reading<T> reading) throws UnreadablePdfException {
        try {
            return reading.read();
        } catch (InvalidPasswordException e) {
            throw new UnreadablePdfException(UnreadablePdfException.Reason.ENCRYPTED, e);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new UnreadablePdfException(UnreadablePdfException.Reason.DAMAGED, e);
        }
    }

    /** Tells whether a PDF's mark stands near the beginning, where readers look for it. */
    static boolean beginsLikePdf(byte[] beginning) {
        int last = Math.min(beginning.length, HEADER_WITHIN) - HEADER.length;
        for (int at = 0; at <= last; at++) {
            if (java.util.Arrays.equals(beginning, at, at + HEADER.length, HEADER, 0, HEADER.length)) {
                return true;
            }
        }
        return false;
    }

    /** Close a document; a failure of that has no meaning for what lives in memory. */
    static void close(PDDocument document) {
        try {
            document.close();
        } catch (IOException e) {
            LOG.debug("closing a PDF failed", e);
        }
    }

    /** Something PDFBox does. */
    @FunctionalInterface
    interface Reading<T> {
        T read() throws IOException;
    }
}
