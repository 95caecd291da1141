// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.viewer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** Invented PDFs: a line or two of text on each page. */
final class TestPdf {
    private TestPdf() {}

    static byte[] of(List<String> pages) {
        try (var document = document(pages)) {
            return saved(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] lockedFor(String userPassword) {
        try (var document = document(List.of("A locked page"))) {
            var policy = new StandardProtectionPolicy("owner", userPassword, new AccessPermission());
            policy.setEncryptionKeyLength(256);
            document.protect(policy);
            return saved(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PDDocument document(List<String> pages) throws IOException {
        var document = new PDDocument();
        for (String text : pages) {
            var page = new PDPage(PDRectangle.LETTER);
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.setFont(new PDType1Font(FontName.HELVETICA), 14);
                content.beginText();
                content.setLeading(20);
                content.newLineAtOffset(72, 700);
                for (String line : text.split("\n", -1)) {
                    content.showText(line);
                    content.newLine();
                }
                content.endText();
                content.addRect(72, 100, 200, 50);
                content.fill();
            }
        }
        return document;
    }

    private static byte[] saved(PDDocument document) throws IOException {
        var bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }
}
