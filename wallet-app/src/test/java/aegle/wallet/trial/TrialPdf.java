// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.trial;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Small PDFs of invented content. */
public final class TrialPdf {
    private TrialPdf() {}

    /** A document of two pages with a title. */
    public static byte[] titled(String title) {
        try (var document = new org.apache.pdfbox.pdmodel.PDDocument()) {
            for (int page = 1; page <= 2; page++) {
                var sheet = new org.apache.pdfbox.pdmodel.PDPage();
                document.addPage(sheet);
                try (var content = new org.apache.pdfbox.pdmodel.PDPageContentStream(document, sheet)) {
                    content.beginText();
                    content.setFont(
                            new org.apache.pdfbox.pdmodel.font.PDType1Font(
                                    org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName.HELVETICA),
                            18);
                    content.newLineAtOffset(72, 700);
                    content.showText(title + ", page " + page);
                    content.endText();
                }
            }
            var bytes = new java.io.ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a PDF for tests", e);
        }
    }
}
