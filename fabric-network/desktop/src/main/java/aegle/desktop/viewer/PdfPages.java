// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.viewer;

import aegle.desktop.viewer.UnreadablePdfException.Reason;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * The pages of one PDF in memory; any thread may ask, one at a time is answered (PDFBox documents are not thread-safe).
 *
 * <p>Nothing is written to disk. Closing waits for the answer under way, then wipes the bytes.
 */
final class PdfPages implements AutoCloseable {
    private static final double MAX_PIXELS = 16_000_000;
    private static final int OPAQUE = 0xFF000000;

    private final byte[] content;
    private final PDDocument document;
    private final PDFRenderer renderer;
    private final List<PageSize> sizes;
    private final Map<Integer, PageText> texts = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private boolean closed;

    private PdfPages(byte[] content, PDDocument document, List<PageSize> sizes) {
        this.content = content;
        this.document = document;
        this.renderer = new PDFRenderer(document);
        this.sizes = sizes;
        renderer.setSubsamplingAllowed(true);
    }

    /**
     * Open a PDF.
     *
     * @param content taken over: wiped when this is closed, and at once if it cannot be read
     */
    static PdfPages open(byte[] content) throws UnreadablePdfException {
        boolean opened = false;
        try {
            if (!PdfSource.beginsLikePdf(content)) {
                throw new UnreadablePdfException(Reason.NOT_A_PDF);
            }
            PDDocument document = PdfSource.load(
                    () -> Loader.loadPDF(content, "", null, null, IOUtils.createMemoryOnlyStreamCache()));
            List<PageSize> sizes = PdfSource.read(() -> sizes(document));
            opened = true;
            return new PdfPages(content, document, sizes);
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
        double bounded = Math.min(pixelsPerPoint, Math.sqrt(MAX_PIXELS / (size.width() * size.height())));
        return locked(() -> {
            BufferedImage image = renderer.renderImage(page, (float) bounded, ImageType.RGB);
            return new PageImage(image.getWidth(), image.getHeight(), pixels(image), pixelsPerPoint);
        });
    }

    /** Read a page's text; kept for the next search. */
    PageText text(int page) throws UnreadablePdfException {
        return locked(() -> {
            PageText known = texts.get(page);
            if (known == null) {
                known = PageText.of(document, page);
                texts.put(page, known);
            }
            return known;
        });
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (!closed) {
                closed = true;
                PdfSource.close(document);
                texts.clear();
                Arrays.fill(content, (byte) 0);
            }
        } finally {
            lock.unlock();
        }
    }

    private <T> T locked(PdfSource.Reading<T> reading) throws UnreadablePdfException {
        lock.lock();
        try {
            if (closed) {
                throw new UnreadablePdfException(Reason.CLOSED);
            }
            return PdfSource.read(reading);
        } finally {
            lock.unlock();
        }
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

    private static List<PageSize> sizes(PDDocument document) {
        return StreamSupport.stream(document.getPages().spliterator(), false)
                .map(PdfPages::size)
                .toList();
    }

    private static PageSize size(PDPage page) {
        double width = Math.max(1, page.getCropBox().getWidth());
        double height = Math.max(1, page.getCropBox().getHeight());
        boolean turned = page.getRotation() % 180 != 0;
        return turned ? new PageSize(height, width) : new PageSize(width, height);
    }
}
