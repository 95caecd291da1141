// SPDX-License-Identifier: Apache-2.0
package aegle.acceptance.sample;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** A font in a size (points) and a color, which can measure and wrap text. */
record TextStyle(PDFont font, float size, Color color) {

    float leading() {
        return size * 1.32f;
    }

    TextStyle in(Color other) {
        return new TextStyle(font, size, other);
    }

    TextStyle sized(float points) {
        return new TextStyle(font, points, color);
    }

    float width(String text) {
        try {
            return font.getStringWidth(text) / 1000 * size;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Break text at spaces into lines no wider than width; a single longer word keeps its own line. */
    List<String> wrap(String text, float width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : text.split(" ", -1)) {
            if (!line.isEmpty() && width(line + " " + word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
