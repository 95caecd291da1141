// SPDX-License-Identifier: Apache-2.0
package aegle.acceptance.sample;

import java.awt.Color;
import java.io.FileNotFoundException;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The few text styles and colors of a hospital's report, its fonts embedded: Liberation Sans (SIL OFL 1.1). */
record ReportStyles(
        TextStyle body, TextStyle strong, TextStyle small, TextStyle smallStrong, TextStyle title, TextStyle note) {
    static final Color NAVY = new Color(0x1B365D);
    static final Color STEEL = new Color(0x3E6A97);
    static final Color INK = new Color(0x20252B);
    static final Color GRAY = new Color(0x66707A);
    static final Color HAIRLINE = new Color(0xC3CBD3);
    static final Color PALE = new Color(0xEDF2F7);
    static final Color ALARM = new Color(0xB3261E);

    /** Embed subsets of the fonts in a document. */
    static ReportStyles embeddedIn(PDDocument document) throws IOException {
        var regular = font(document, "Regular");
        var bold = font(document, "Bold");
        var italic = font(document, "Italic");
        return new ReportStyles(
                new TextStyle(regular, 9, INK),
                new TextStyle(bold, 9, INK),
                new TextStyle(regular, 7.8f, INK),
                new TextStyle(bold, 7.8f, INK),
                new TextStyle(bold, 10.5f, NAVY),
                new TextStyle(italic, 7.8f, GRAY));
    }

    private static PDFont font(PDDocument document, String face) throws IOException {
        try (var in = ReportStyles.class.getResourceAsStream("/liberation/LiberationSans-" + face + ".ttf")) {
            if (in == null) {
                throw new FileNotFoundException("LiberationSans-" + face + ".ttf");
            }
            return PDType0Font.load(document, in);
        }
    }
}
