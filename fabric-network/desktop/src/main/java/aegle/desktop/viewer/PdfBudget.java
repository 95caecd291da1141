// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.viewer;

/**
 * Counts what PDFBox does for the answer under way, and ends it by a {@link PdfLimitException} when that is too much.
 *
 * <p>Once a limit is exceeded every further count ends the same way, so that nothing goes on after a failure that
 * PDFBox has swallowed. One thread counts; any thread may cancel.
 */
final class PdfBudget {
    private final PdfLimits limits;
    private long deadline;
    private long steps;
    private long letters;
    private long bytes;
    private volatile boolean exceeded;
    private volatile boolean cancelled;

    PdfBudget(PdfLimits limits) {
        this.limits = limits;
        renew();
    }

    PdfLimits limits() {
        return limits;
    }

    /** Begin to count for another answer. */
    void renew() {
        deadline = System.nanoTime() + limits.time().toNanos();
        steps = 0;
        letters = 0;
        bytes = 0;
        exceeded = false;
        cancelled = false;
    }

    /** End the answer under way at its next count. */
    void cancel() {
        cancelled = true;
    }

    boolean isExceeded() {
        return exceeded;
    }

    /** Count an operator or a glyph. */
    void step() {
        steps++;
        check(steps <= limits.steps(), "steps");
        checkTime();
    }

    /** Count letters of text. */
    void letters(int more) {
        letters += more;
        check(letters <= limits.letters(), "letters");
    }

    /** Count what a stream that is no image was decoded to. */
    void decoded(long more) {
        bytes += more;
        check(bytes <= limits.allBytes(), "decoded bytes");
    }

    /** Refuse what is too large or too much. */
    void check(boolean within, String limit) {
        if (exceeded || !within) {
            exceeded = true;
            throw new PdfLimitException(limit);
        }
    }

    /** Look at the clock only, as often as wished. */
    void checkTime() {
        if (cancelled) {
            throw new PdfLimitException("patience");
        }
        check(System.nanoTime() - deadline < 0, "time");
    }
}
