// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.viewer;

import java.awt.geom.AffineTransform;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/** Draws pages of a foreign PDF within a {@link PdfBudget}; large images are read at the size they are shown. */
final class BoundedRenderer extends PDFRenderer {
    /** Of one image. */
    static final long MAX_PIXELS = 50_000_000;

    private static final long MAX_BITS = 8 * MAX_PIXELS;
    private static final long MAX_READ_PIXELS = 16_000_000;

    private static final int MAX_SAVED_STATES = 10_000;
    private static final int MAX_SEGMENTS = 250_000;
    private static final Set<String> SEGMENTS = Set.of(
            OperatorName.LINE_TO,
            OperatorName.CURVE_TO,
            OperatorName.CURVE_TO_REPLICATE_INITIAL_POINT,
            OperatorName.CURVE_TO_REPLICATE_FINAL_POINT,
            OperatorName.APPEND_RECT);
    private static final Set<String> NO_SEGMENTS = Set.of(OperatorName.MOVE_TO, OperatorName.CLOSE_PATH);

    private final PdfBudget budget;

    BoundedRenderer(PDDocument document, PdfBudget budget) {
        super(document);
        this.budget = budget;
        setSubsamplingAllowed(true);
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        return new Drawer(parameters, budget);
    }

    private static final class Drawer extends PageDrawer {
        private final PdfBudget budget;
        private int segments;

        private Drawer(PageDrawerParameters parameters, PdfBudget budget) throws IOException {
            super(parameters);
            this.budget = budget;
        }

        @Override
        public void processPage(PDPage page) throws IOException {
            BoundedStream.measureContent(page);
            super.processPage(page);
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            budget.step();
            budget.check(getGraphicsStackSize() <= MAX_SAVED_STATES, "saved graphics states");
            countSegments(operator.getName());
            if (OperatorName.BEGIN_INLINE_IMAGE.equals(operator.getName())) {
                judgeInline(operator.getImageParameters(), operator.getImageData());
            }
            super.processOperator(operator, operands);
        }

        @Override
        protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
            budget.step();
            super.showGlyph(matrix, font, code, displacement);
        }

        @Override
        public void drawImage(PDImage image) throws IOException {
            judge(image);
            if (image instanceof PDImageXObject object) {
                PDImageXObject softMask = object.getSoftMask();
                PDImageXObject mask = object.getMask();
                if (softMask != null) {
                    judge(softMask);
                }
                if (mask != null) {
                    judge(mask);
                }
            }
            super.drawImage(image);
        }

        @Override
        protected int getSubsampling(PDImage image, AffineTransform transform) {
            int subsampling = super.getSubsampling(image, transform);
            long most = Math.min(image.getWidth(), image.getHeight());
            while (subsampling < most && pixels(image) / ((long) subsampling * subsampling) > MAX_READ_PIXELS) {
                subsampling++;
            }
            return subsampling;
        }

        /** Java fills and strokes a path in one go, which takes more than linear time. */
        private void countSegments(String operator) {
            if (SEGMENTS.contains(operator)) {
                segments++;
                budget.check(segments <= MAX_SEGMENTS, "segments of a path");
            } else if (!NO_SEGMENTS.contains(operator)) {
                segments = 0;
            }
        }

        private void judge(PDImage image) {
            long most = image.getBitsPerComponent() == 1 && !image.isStencil() ? MAX_BITS : MAX_PIXELS;
            budget.check(pixels(image) <= most, "pixels");
        }

        private void judgeInline(COSDictionary parameters, byte[] data) throws IOException {
            COSBase named = parameters.getDictionaryObject(COSName.F, COSName.FILTER);
            List<COSName> filters = switch (named) {
                case COSName one -> List.of(one);
                case COSArray several ->
                    StreamSupport.stream(several.spliterator(), false)
                            .filter(COSName.class::isInstance)
                            .map(COSName.class::cast)
                            .toList();
                case null, default -> List.of();
            };
            long most = budget.limits().streamBytes();
            new DecodedLength(parameters, filters, most, budget).measure(new ByteArrayInputStream(data));
        }

        private static long pixels(PDImage image) {
            return (long) image.getWidth() * image.getHeight();
        }
    }
}
