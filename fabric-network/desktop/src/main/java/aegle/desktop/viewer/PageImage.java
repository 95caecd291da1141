// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.viewer;

import aegle.desktop.viewer.UnreadablePdfException.Reason;
import java.util.Arrays;
import java.util.Optional;

/**
 * One page drawn at some scale; its pixels are the document's content and are wiped with it.
 *
 * <p>A page that could not be drawn has no pixels, but a problem.
 */
final class PageImage {
    private final int width;
    private final int height;
    private final int[] pixels;
    private final double scale;
    private final Optional<Reason> problem;

    /**
     * Take over pixels.
     *
     * @param pixels opaque ARGB, row by row
     * @param scale the scale that was asked for, in pixels per point
     */
    PageImage(int width, int height, int[] pixels, double scale) {
        this(width, height, pixels, scale, Optional.empty());
    }

    private PageImage(int width, int height, int[] pixels, double scale, Optional<Reason> problem) {
        this.width = width;
        this.height = height;
        this.pixels = pixels;
        this.scale = scale;
        this.problem = problem;
    }

    /** A page that could not be drawn. */
    static PageImage failed(double scale, Reason problem) {
        return new PageImage(0, 0, new int[0], scale, Optional.of(problem));
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** The pixels themselves, not a copy. */
    int[] pixels() {
        return pixels;
    }

    double scale() {
        return scale;
    }

    boolean isFailed() {
        return problem.isPresent();
    }

    /** Why the page could not be drawn. */
    Optional<Reason> problem() {
        return problem;
    }

    void wipe() {
        Arrays.fill(pixels, 0);
    }
}
