// SPDX-License-Identifier: Apache-2.0
package aegle.acceptance.sample;

import java.awt.Color;
import java.io.Closeable;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Draws on one page, in points from its lower left corner. */
final class Canvas implements Closeable {
    private final PDPageContentStream content;

    Canvas(PDDocument document, PDPage page) throws IOException {
        content = new PDPageContentStream(document, page, AppendMode.APPEND, true, true);
    }

    void text(TextStyle style, float x, float y, String text) throws IOException {
        content.beginText();
        content.setFont(style.font(), style.size());
        content.setNonStrokingColor(style.color());
        content.newLineAtOffset(x, y);
        content.showText(text);
        content.endText();
    }

    void textEndingAt(TextStyle style, float right, float y, String text) throws IOException {
        text(style, right - style.width(text), y, text);
    }

    void textCentered(TextStyle style, float center, float y, String text) throws IOException {
        text(style, center - style.width(text) / 2, y, text);
    }

    void fill(Color color, float x, float y, float width, float height) throws IOException {
        content.setNonStrokingColor(color);
        content.addRect(x, y, width, height);
        content.fill();
    }

    void frame(Color color, float x, float y, float width, float height) throws IOException {
        content.setStrokingColor(color);
        content.setLineWidth(0.6f);
        content.addRect(x, y, width, height);
        content.stroke();
    }

    void rule(Color color, float thickness, float x, float y, float length) throws IOException {
        line(color, thickness, new float[] {x, x + length}, new float[] {y, y});
    }

    /** Draw a line through points. */
    void line(Color color, float thickness, float[] x, float[] y) throws IOException {
        content.setStrokingColor(color);
        content.setLineWidth(thickness);
        content.moveTo(x[0], y[0]);
        for (int i = 1; i < x.length; i++) {
            content.lineTo(x[i], y[i]);
        }
        content.stroke();
    }

    void image(PDImageXObject image, float x, float y, float width, float height) throws IOException {
        content.drawImage(image, x, y, width, height);
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
