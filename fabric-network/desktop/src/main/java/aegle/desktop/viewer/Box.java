// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.viewer;

/** A rectangle on a page, from its top left corner; in points of 1/72 inch. */
record Box(double x, double y, double width, double height) {

    /** The smallest box around both. */
    Box with(Box other) {
        double left = Math.min(x, other.x);
        double top = Math.min(y, other.y);
        double right = Math.max(x + width, other.x + other.width);
        double bottom = Math.max(y + height, other.y + other.height);
        return new Box(left, top, right - left, bottom - top);
    }

    /** Tells whether the other stands in the same line of text. */
    boolean isBeside(Box other) {
        return Math.abs(y + height - other.y - other.height) < Math.max(height, other.height) / 2;
    }
}
