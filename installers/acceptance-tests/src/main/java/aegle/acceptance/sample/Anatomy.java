// SPDX-License-Identifier: Apache-2.0
package aegle.acceptance.sample;

import java.util.List;

/** A crude body region of ellipsoids in cm (x to the left, y to the back, z to the head), enough to look like a planning CT. */
enum Anatomy {
    PELVIS(
            21,
            new Tissue(0, 0, 0, 18.5, 11.8, 60, 0.34),
            new Tissue(0, 0.6, 0, 16.4, 9.6, 60, 0.50),
            new Tissue(0, -1.5, 14, 11, 6, 9, 0.44),
            new Tissue(8.8, 0, 0, 2.7, 2.7, 2.9, 0.92),
            new Tissue(-8.8, 0, 0, 2.7, 2.7, 2.9, 0.92),
            new Tissue(10.4, 0.6, -7, 1.7, 1.8, 6, 0.9),
            new Tissue(-10.4, 0.6, -7, 1.7, 1.8, 6, 0.9),
            new Tissue(9.4, 2, 8, 4.6, 1.3, 7, 0.86),
            new Tissue(-9.4, 2, 8, 4.6, 1.3, 7, 0.86),
            new Tissue(3, -6.4, -2.8, 2.8, 1.1, 1.5, 0.88),
            new Tissue(-3, -6.4, -2.8, 2.8, 1.1, 1.5, 0.88),
            new Tissue(0, 7.6, 5, 4.2, 1.5, 7, 0.84),
            new Tissue(0, -4.4, 4.2, 4.3, 3, 3.1, 0.57),
            new Tissue(0, 4.7, 0, 1.8, 1.6, 7, 0.55),
            new Tissue(0, 4.5, 0.4, 1.1, 0.9, 3, 0.08),
            new Tissue(0, 0, 0, 2.4, 2.1, 2.3, 0.56)),
    CHEST(
            21,
            new Tissue(0, 0, 0, 17, 10.6, 60, 0.36),
            new Tissue(8.2, -8.8, 0, 6.6, 5.6, 7, 0.33),
            new Tissue(-8.2, -8.8, 0, 6.6, 5.6, 7, 0.33),
            new Tissue(8.6, -9.8, 0, 3.6, 3, 4, 0.46),
            new Tissue(-8.6, -9.8, 0, 3.6, 3, 4, 0.46),
            new Tissue(0, 0.6, 0, 14.6, 8.7, 60, 0.50),
            new Tissue(7.8, 0.4, 1, 5.6, 6.8, 13, 0.10),
            new Tissue(-7.8, 0.4, 1, 5.8, 6.8, 13, 0.10),
            new Tissue(1.8, -2.4, -2, 4.6, 4, 5.6, 0.58),
            new Tissue(0, 6.4, 0, 2.1, 2, 60, 0.90),
            new Tissue(0, 6.2, 0, 0.8, 0.8, 60, 0.52),
            new Tissue(0, -7.4, 2, 2, 0.7, 9, 0.88)),
    HEAD(
            13,
            new Tissue(0, 0, 0, 8.1, 9.9, 11.4, 0.36),
            new Tissue(0, -2, -11, 6.2, 6.6, 7, 0.42),
            new Tissue(0, 0, 0, 7.5, 9.3, 10.8, 0.97),
            new Tissue(0, 0, 0, 6.9, 8.6, 10.1, 0.53),
            new Tissue(1.2, -1.6, 0.8, 0.5, 2.3, 1.1, 0.40),
            new Tissue(-1.2, -1.6, 0.8, 0.5, 2.3, 1.1, 0.40),
            new Tissue(0, 3.6, -5.5, 4, 3, 2.4, 0.50),
            new Tissue(3.1, -8.2, -4.4, 1.2, 1.2, 1.2, 0.55),
            new Tissue(-3.1, -8.2, -4.4, 1.2, 1.2, 1.2, 0.55));

    private final double halfWidth;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Tissue> tissues;

    Anatomy(double halfWidth, Tissue... tissues) {
        this.halfWidth = halfWidth;
        this.tissues = List.of(tissues);
    }

    /** Answer half the width of a view, in cm. */
    double halfWidth() {
        return halfWidth;
    }

    /** Answer the gray value of a point, 0 (air) to 1 (bone). */
    double grayAt(double x, double y, double z) {
        var gray = 0.0;
        for (var tissue : tissues) {
            if (tissue.contains(x, y, z)) {
                gray = tissue.gray;
            }
        }
        return gray;
    }

    /** Answer whether a point lies in the body, air in a bowel included. */
    boolean contains(double x, double y, double z) {
        return tissues.stream().anyMatch(tissue -> tissue.contains(x, y, z));
    }

    private record Tissue(double x, double y, double z, double rx, double ry, double rz, double gray) {
        boolean contains(double px, double py, double pz) {
            var dx = (px - x) / rx;
            var dy = (py - y) / ry;
            var dz = (pz - z) / rz;
            return dx * dx + dy * dy + dz * dz <= 1;
        }
    }
}
