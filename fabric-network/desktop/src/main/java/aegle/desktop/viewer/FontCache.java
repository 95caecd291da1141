// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.viewer;

import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/**
 * Where PDFBox keeps its list of the system's fonts: in the program's folder instead of the user's home.
 *
 * <p>PDFBox knows one such folder per process; the first program in a process decides.
 */
public final class FontCache {
    private static final String PROPERTY = "pdfbox.fontcache";

    private FontCache() {}

    /** Choose the folder, before the first PDF is touched; a folder chosen before stays. */
    public static void use(Path folder) {
        System.getProperties().putIfAbsent(PROPERTY, folder.toString());
    }

    /** Read the system's fonts now, in the background, so that the first page need not wait for it. */
    public static void warmUp() {
        FontMappers.instance().getTrueTypeFont("LiberationSans", null);
    }
}
