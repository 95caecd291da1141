// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.viewer;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import org.apache.pdfbox.cos.COSInputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.DecodeOptions;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A stream of a foreign PDF. PDFBox decodes it into memory as a whole, so it is measured first, once, and refused when
 * that would be too much.
 */
final class BoundedStream extends COSStream {
    private static final Logger LOG = LoggerFactory.getLogger(BoundedStream.class);
    private static final int FIRST_MESH_SHADING = 4;
    private static final long MESH_BYTES = 1 << 18;

    private final PdfBudget budget;
    private OptionalLong measured = OptionalLong.empty();

    BoundedStream(RandomAccessReadView encoded, PdfBudget budget) throws IOException {
        super(IOUtils.createMemoryOnlyStreamCache().create(), encoded);
        this.budget = budget;
    }

    @Override
    public COSInputStream createInputStream(DecodeOptions options) throws IOException {
        admit();
        return super.createInputStream(options);
    }

    @Override
    public RandomAccessRead createView() throws IOException {
        admit();
        return super.createView();
    }

    /** Measure a page's content before PDFBox reads it, which it partly does past the methods of a stream. */
    static void measureContent(PDPage page) {
        for (Iterator<PDStream> streams = page.getContentStreams(); streams.hasNext(); ) {
            if (streams.next().getCOSObject() instanceof BoundedStream stream) {
                stream.measure();
            }
        }
    }

    private void admit() throws IOException {
        long length = measure();
        if (!isImage()) {
            budget.decoded(length);
        }
    }

    /** What cannot be decoded has no length; PDFBox comes to the same end, and decides what that means. */
    private long measure() {
        if (measured.isEmpty()) {
            budget.check(getLength() <= limit(), "bytes");
            List<COSName> filters =
                    new PDStream(this).getFilters().stream().distinct().toList();
            try (InputStream encoded = createRawInputStream()) {
                var decoding = new DecodedLength(this, filters, limit(), budget);
                measured = OptionalLong.of(decoding.measure(encoded));
            } catch (IOException e) {
                LOG.debug("a stream cannot be decoded", e);
                measured = OptionalLong.of(0);
            }
        }
        return measured.getAsLong();
    }

    private long limit() {
        if (getInt(COSName.SHADING_TYPE) >= FIRST_MESH_SHADING) {
            return MESH_BYTES;
        }
        return isImage() ? budget.limits().imageBytes() : budget.limits().streamBytes();
    }

    private boolean isImage() {
        return COSName.IMAGE.equals(getCOSName(COSName.SUBTYPE));
    }
}
