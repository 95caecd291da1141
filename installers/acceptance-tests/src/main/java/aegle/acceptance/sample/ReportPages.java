// SPDX-License-Identifier: Apache-2.0
package aegle.acceptance.sample;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** The letter-size pages of one report and the height to which the current one is filled; feet are drawn when closing. */
final class ReportPages implements Closeable {
    static final float WIDTH = PDRectangle.LETTER.getWidth();
    static final float TOP = PDRectangle.LETTER.getHeight();
    static final float MARGIN = 40;
    static final float INNER = WIDTH - 2 * MARGIN;
    private static final float BOTTOM = 54;

    private final PDDocument document;
    private final PageFurniture furniture;
    private final List<PDPage> pages = new ArrayList<>();
    private Canvas canvas;
    private float height;

    ReportPages(PDDocument document, PageFurniture furniture) throws IOException {
        this.document = document;
        this.furniture = furniture;
        canvas = addPage(document, pages);
        height = furniture.first(canvas);
    }

    PDDocument document() {
        return document;
    }

    Canvas canvas() {
        return canvas;
    }

    /** Answer the height below which nothing is drawn yet. */
    float height() {
        return height;
    }

    /** Take space from the current page; answer its lower edge. */
    float take(float space) {
        height -= space;
        return height;
    }

    /** Begin a new page unless the current one has this space left; answer whether one was begun. */
    boolean breakUnless(float space) throws IOException {
        if (height - space >= BOTTOM) {
            return false;
        }
        canvas.close();
        canvas = addPage(document, pages);
        height = furniture.further(canvas);
        return true;
    }

    @Override
    public void close() throws IOException {
        canvas.close();
        for (int i = 0; i < pages.size(); i++) {
            try (var foot = new Canvas(document, pages.get(i))) {
                furniture.foot(foot, i + 1, pages.size());
            }
        }
    }

    private static Canvas addPage(PDDocument document, List<PDPage> pages) throws IOException {
        var page = new PDPage(PDRectangle.LETTER);
        document.addPage(page);
        pages.add(page);
        return new Canvas(document, page);
    }
}
