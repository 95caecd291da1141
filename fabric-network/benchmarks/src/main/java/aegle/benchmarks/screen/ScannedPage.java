// SPDX-License-Identifier: Apache-2.0

package aegle.benchmarks.screen;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;

/** An invented PDF of one page and about a mebibyte: lines of text above a picture that does not compress. */
public final class ScannedPage {
    private static final int LINES = 24;
    private static final int PICTURE = 600;

    private ScannedPage() {}

    /** Makes it. */
    public static byte[] pdf() throws IOException {
        var random = new Random(1);
        var picture = new BufferedImage(PICTURE, PICTURE, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < PICTURE; y++) {
            for (int x = 0; x < PICTURE; x++) {
                picture.setRGB(x, y, random.nextInt());
            }
        }
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.drawImage(LosslessFactory.createFromImage(document, picture), 72, 72, 300, 300);
                content.setFont(new PDType1Font(FontName.HELVETICA), 11);
                content.beginText();
                content.setLeading(14);
                content.newLineAtOffset(72, 740);
                for (int line = 1; line <= LINES; line++) {
                    content.showText(
                            "Leukocytes " + line + " G/l, reference range 4.0 to 10.0, measured on 20 November");
                    content.newLine();
                }
                content.endText();
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }
}
