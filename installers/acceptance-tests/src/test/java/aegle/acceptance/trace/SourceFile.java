// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.trace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** A PDF that somebody has uploaded, in all that a program may have made of it. Fonts are anybody's and left out. */
public final class SourceFile {
    private SourceFile() {}

    /** The file as it is, the inflated instructions of each page, and the text. */
    public static Map<String, byte[]> contents(Path pdf) throws IOException {
        var contents = new LinkedHashMap<String, byte[]>();
        String name = String.valueOf(pdf.getFileName());
        contents.put(name, Files.readAllBytes(pdf));
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                try (var inflated = document.getPage(page).getContents()) {
                    contents.put(name + " page " + (page + 1) + " inflated", inflated.readAllBytes());
                }
            }
            contents.put(name + " text", new PDFTextStripper().getText(document).getBytes(StandardCharsets.UTF_8));
        }
        return contents;
    }
}
