// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.viewer;

import java.time.Duration;

/**
 * How much PDFBox may do for one answer about a foreign PDF; far above what clinical documents need.
 *
 * @param time after which the answer is a refusal
 * @param steps operators and glyphs together, those of nested forms counted as often as they are drawn
 * @param letters of text; each takes about a kilobyte while a page is read
 * @param imageBytes of one image, decoded
 * @param streamBytes of any other stream, decoded
 * @param allBytes of all streams but images, decoded, together
 */
record PdfLimits(Duration time, long steps, long letters, long imageBytes, long streamBytes, long allBytes) {
    private static final long MEBIBYTE = 1 << 20;
    private static final PdfLimits STANDARD =
            new PdfLimits(Duration.ofSeconds(20), 10_000_000, 100_000, 128 * MEBIBYTE, 32 * MEBIBYTE, 512 * MEBIBYTE);

    /** What both programs use. */
    static PdfLimits standard() {
        return STANDARD;
    }

    PdfLimits within(Duration otherTime) {
        return new PdfLimits(otherTime, steps, letters, imageBytes, streamBytes, allBytes);
    }
}
