// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.viewer;

import aegle.desktop.viewer.UnreadablePdfException.Reason;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;

/**
 * The pages of one PDF in memory; any thread may ask, one at a time is answered, within {@link PdfLimits}.
 *
 * <p>Nothing is written to disk. Closing ends the answer under way, then wipes the bytes.
 */
final class PdfPages implements AutoCloseable {
    private static final int OPAQUE = 0xFF000000;
    private static final int KEPT_LETTERS = 1_000_000;

    private final byte[] content;
    private final PdfWork work;
    private final PDDocument document;
    private final BoundedRenderer renderer;
    private final List<PageSize> sizes;
    private final Map<Integer, PageText> texts = new ConcurrentHashMap<>();
    private int keptLetters;

    private PdfPages(byte[] content, PdfWork work, PDDocument document, List<PageSize> sizes) {
        this.content = content;
        this.work = work;
        this.document = document;
        this.renderer = new BoundedRenderer(document, work.budget());
        this.sizes = sizes;
    }

    /**
     * Open a PDF.
     *
     * @param content taken over: wiped when this is closed, and at once if it cannot be read
     */
    static PdfPages open(byte[] content) throws UnreadablePdfException {
        return open(content, PdfLimits.standard());
    }

    /** Open a PDF with other limits; see {@link #open(byte[])}. */
    static PdfPages open(byte[] content, PdfLimits limits) throws UnreadablePdfException {
        boolean opened = false;
        try {
            if (!PdfSource.beginsLikePdf(content)) {
                throw new UnreadablePdfException(Reason.NOT_A_PDF);
            }
            var work = new PdfWork(limits);
            PdfPages pages = work.ask(() -> {
                PDDocument document = PdfSource.load(new RandomAccessReadBuffer(content), work.budget());
                return new PdfPages(content, work, document, PdfSource.sizes(document, work.budget()));
            });
            opened = true;
            return pages;
        } finally {
            if (!opened) {
                Arrays.fill(content, (byte) 0);
            }
        }
    }

    List<PageSize> sizes() {
        return sizes;
    }

    int count() {
        return sizes.size();
    }

    /** Draw a page; very large ones at a smaller scale than asked for. */
    PageImage draw(int page, double pixelsPerPoint) throws UnreadablePdfException {
        PageSize size = sizes.get(page);
        if (!size.drawable()) {
            throw new UnreadablePdfException(Reason.TOO_COMPLEX);
        }
        return work.ask(() -> {
            BufferedImage image = renderer.renderImage(page, (float) size.scale(pixelsPerPoint), ImageType.RGB);
            return new PageImage(image.getWidth(), image.getHeight(), pixels(image), pixelsPerPoint);
        });
    }

    /** Read a page's text; that of the first pages, up to a million letters, is kept for the next search. */
    PageText text(int page) throws UnreadablePdfException {
        PageText known = texts.get(page);
        return known != null ? known : work.ask(() -> read(page));
    }

    @Override
    public void close() {
        work.end();
        PdfSource.close(document);
        texts.clear();
        Arrays.fill(content, (byte) 0);
    }

    private PageText read(int page) throws IOException {
        PageText read = PageText.of(document, page, work.budget());
        if (keptLetters + read.length() <= KEPT_LETTERS && texts.putIfAbsent(page, read) == null) {
            keptLetters += read.length();
        }
        return read;
    }

    private static int[] pixels(BufferedImage drawn) {
        BufferedImage image = drawn;
        if (drawn.getType() != BufferedImage.TYPE_INT_RGB) {
            image = new BufferedImage(drawn.getWidth(), drawn.getHeight(), BufferedImage.TYPE_INT_RGB);
            var graphics = image.createGraphics();
            graphics.drawImage(drawn, 0, 0, null);
            graphics.dispose();
        }
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] |= OPAQUE;
        }
        return pixels;
    }
}
