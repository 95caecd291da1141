// SPDX-License-Identifier: Apache-2.0

package aegle.record;

import java.util.regex.Pattern;

/**
 * Text of others as a window may show it beside words of the program's own: without control characters and line ends, which would
 * forge further lines, and without marks that turn the order of what follows. Says nothing about look-alike letters.
 */
public final class PlainText {
    private static final Pattern ODD =
            Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\u061C\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]+");

    private PlainText() {}

    public static boolean isPlain(String text) {
        return !ODD.matcher(text).find();
    }

    /** The text with a space in place of whatever is not plain. */
    public static String of(String text) {
        return ODD.matcher(text).replaceAll(" ").strip();
    }
}
