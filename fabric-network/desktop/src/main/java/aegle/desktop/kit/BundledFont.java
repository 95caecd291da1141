// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/**
 * Inter, carried with the program so that it looks the same on all machines.
 *
 * <p>Latin, Greek and Cyrillic only; other scripts fall back to the fonts of the system. Licence: SIL OFL 1.1, in
 * {@code font/LICENSE-Inter.txt}; from the npm package {@code @expo-google-fonts/inter} 0.4.2.
 */
final class BundledFont {
    private static final List<String> FILES = List.of("Inter-Regular.ttf", "Inter-SemiBold.ttf", "Inter-Bold.ttf");

    private BundledFont() {}

    /** Make the family known to JavaFX; again and again does no harm. */
    static void load() {
        for (String file : FILES) {
            try (InputStream stream = BundledFont.class.getResourceAsStream("font/" + file)) {
                if (stream == null || Font.loadFont(stream, 15) == null) {
                    throw new IllegalStateException("font not readable: " + file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
