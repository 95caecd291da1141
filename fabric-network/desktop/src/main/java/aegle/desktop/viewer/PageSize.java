// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.viewer;

/**
 * How large a page is as it is read, rotation included; in points of 1/72 inch.
 *
 * @param drawable false for a page larger than PDF allows (14,400 units, ISO 32000-1 annex C.2), which is not drawn and
 *     takes the room of a sheet of paper
 */
record PageSize(double width, double height, boolean drawable) {
    private static final double MOST = 14_400;
    private static final double MAX_PIXELS = 16_000_000;
    private static final double MAX_SIDE = 8192;
    private static final PageSize PAPER = new PageSize(612, 792, false);

    /** Judge what a document says. */
    static PageSize of(double width, double height, boolean turned) {
        if (!(width <= MOST && height <= MOST)) {
            return PAPER;
        }
        double across = Math.max(1, width);
        double down = Math.max(1, height);
        return turned ? new PageSize(down, across, true) : new PageSize(across, down, true);
    }

    /** The scale wanted or, if the picture would have more than 16 million pixels, the largest that memory can take. */
    double scale(double wanted) {
        double bySide = MAX_SIDE / Math.max(width, height);
        return Math.min(Math.min(wanted, bySide), Math.sqrt(MAX_PIXELS / (width * height)));
    }
}
