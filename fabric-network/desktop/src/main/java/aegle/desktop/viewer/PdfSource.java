// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.viewer;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.apache.pdfbox.filter.Filter;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads foreign PDFs into PDFBox, so that nothing of them is written to disk and reading them stays bounded. */
final class PdfSource {
    private static final Logger LOG = LoggerFactory.getLogger(PdfSource.class);
    private static final int HEADER_WITHIN = 1024;
    private static final byte[] HEADER = {'%', 'P', 'D', 'F', '-'};
    private static final String FAX_BYTES = Long.toString(1 << 26);
    private static final int MAX_PAGES = 50_000;

    static {
        ImageIO.setUseCache(false);
        System.getProperties().putIfAbsent(Filter.SYSPROP_CCITTFAX_MAXBYTES, FAX_BYTES);
    }

    private PdfSource() {}

    /** Load a document that has pages and needs no password; on the thread of a {@link PdfWork}. */
    static PDDocument load(RandomAccessRead source, PdfBudget budget) throws IOException {
        PDDocument document = new BoundedParser(source, budget).parse();
        if (document.getNumberOfPages() == 0) {
            close(document);
            throw new IOException("no pages");
        }
        return document;
    }

    /** How large the pages are, in their order. */
    static List<PageSize> sizes(PDDocument document, PdfBudget budget) throws IOException {
        List<PageSize> sizes = StreamSupport.stream(document.getPages().spliterator(), false)
                .limit(MAX_PAGES + 1L)
                .map(page -> size(page, budget))
                .toList();
        budget.check(sizes.size() <= MAX_PAGES, "pages");
        if (sizes.isEmpty()) {
            throw new IOException("no pages");
        }
        return sizes;
    }

    /** Tells whether a PDF's mark stands near the beginning, where readers look for it. */
    static boolean beginsLikePdf(byte[] beginning) {
        int last = Math.min(beginning.length, HEADER_WITHIN) - HEADER.length;
        for (int at = 0; at <= last; at++) {
            if (Arrays.equals(beginning, at, at + HEADER.length, HEADER, 0, HEADER.length)) {
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

    private static PageSize size(PDPage page, PdfBudget budget) {
        budget.checkTime();
        return PageSize.of(page.getCropBox().getWidth(), page.getCropBox().getHeight(), page.getRotation() % 180 != 0);
    }
}
