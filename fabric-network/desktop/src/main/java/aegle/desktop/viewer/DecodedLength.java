// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.viewer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.filter.Filter;
import org.apache.pdfbox.filter.FilterFactory;

/**
 * Measures what a PDF's stream is decoded to, without keeping it, and refuses what is more than a limit.
 *
 * <p>Of a JPEG the size that its header declares is judged. PDFBox itself limits fax images, see {@link PdfSource}.
 */
final class DecodedLength {
    private static final Set<COSName> JPEG = Set.of(COSName.DCT_DECODE, COSName.DCT_DECODE_ABBREVIATION);
    private static final Set<COSName> OTHER_IMAGES = Set.of(
            COSName.CCITTFAX_DECODE, COSName.CCITTFAX_DECODE_ABBREVIATION, COSName.JPX_DECODE, COSName.JBIG2_DECODE);

    /** PDFBox lets a JPEG begin with one. */
    private static final int LINE_FEED = 0x0A;

    private final COSDictionary parameters;
    private final List<COSName> filters;
    private final long limit;
    private final PdfBudget budget;

    DecodedLength(COSDictionary parameters, List<COSName> filters, long limit, PdfBudget budget) {
        this.parameters = parameters;
        this.filters = filters;
        this.limit = limit;
        this.budget = budget;
    }

    /**
     * Decode.
     *
     * @return in bytes; 0 for images
     * @throws PdfLimitException if that exceeds the limit
     */
    long measure(InputStream encoded) throws IOException {
        InputStream in = encoded;
        long length = 0;
        for (int i = 0; i < filters.size(); i++) {
            COSName name = filters.get(i);
            boolean isLast = i == filters.size() - 1;
            if (JPEG.contains(name) || OTHER_IMAGES.contains(name)) {
                budget.check(isLast, "filters");
                judgeImage(name, in);
                return 0;
            }
            var kept = new ByteArrayOutputStream();
            var counter = new Counter(isLast ? OutputStream.nullOutputStream() : kept);
            FilterFactory.INSTANCE.getFilter(name).decode(in, counter, parameters, i);
            in = new ByteArrayInputStream(kept.toByteArray());
            length = counter.length;
        }
        return length;
    }

    private void judgeImage(COSName name, InputStream in) throws IOException {
        if (JPEG.contains(name)) {
            ImageReader reader = Filter.findRasterReader("JPEG", "no reader");
            try (var image = new MemoryCacheImageInputStream(in)) {
                if (image.read() != LINE_FEED) {
                    image.seek(0);
                }
                reader.setInput(image);
                budget.check((long) reader.getWidth(0) * reader.getHeight(0) <= BoundedRenderer.MAX_PIXELS, "pixels");
            } finally {
                reader.dispose();
            }
        }
    }

    private final class Counter extends OutputStream {
        private final OutputStream kept;
        private long length;

        private Counter(OutputStream kept) {
            this.kept = kept;
        }

        @Override
        public void write(int one) throws IOException {
            count(1);
            kept.write(one);
        }

        @Override
        public void write(byte[] some, int offset, int count) throws IOException {
            count(count);
            budget.checkTime();
            kept.write(some, offset, count);
        }

        private void count(int more) {
            length += more;
            budget.check(length <= limit, "decoded bytes");
        }
    }
}
