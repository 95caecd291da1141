// SPDX-License-Identifier: Apache-2.0
package aegle.acceptance.sample;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.stream.IntStream;

/** A raster picture of one plane through the first target: gray anatomy, color wash of the dose, isodose lines, target outline. */
final class DoseSlice {
    static final int PIXELS = 400;
    static final double[] LEVELS = {1.0, 0.95, 0.8, 0.5, 0.3};
    static final Color[] LINES = {
        new Color(0xFF3B30), new Color(0xFF9500), new Color(0xFFE600), new Color(0x34C759), new Color(0x32ADE6)
    };
    private static final Color TARGET = Color.WHITE;

    /** The three usual planes, seen as radiologists see them. */
    enum Plane {
        TRANSVERSAL("Transversal", "R", "L"),
        FRONTAL("Frontal", "R", "L"),
        SAGITTAL("Sagittal", "A", "P");

        private final String title;
        private final String leftSide;
        private final String rightSide;

        Plane(String title, String leftSide, String rightSide) {
            this.title = title;
            this.leftSide = leftSide;
            this.rightSide = rightSide;
        }

        String title() {
            return title;
        }

        String leftSide() {
            return leftSide;
        }

        String rightSide() {
            return rightSide;
        }
    }

    private final Anatomy anatomy;
    private final DoseField dose;
    private final Plane plane;

    DoseSlice(Anatomy anatomy, DoseField dose, Plane plane) {
        this.anatomy = anatomy;
        this.dose = dose;
        this.plane = plane;
    }

    BufferedImage draw() {
        var image = new BufferedImage(PIXELS, PIXELS, BufferedImage.TYPE_INT_RGB);
        var above = row(0);
        for (int v = 0; v < PIXELS; v++) {
            var below = row(v + 1);
            for (int u = 0; u < PIXELS; u++) {
                var p = point(u, v);
                var color = anatomy.contains(p[0], p[1], p[2])
                        ? line(above[u], above[u + 1], below[u]).orElse(washed(gray(p, u, v), above[u].dose))
                        : Color.BLACK;
                image.setRGB(u, v, color.getRGB());
            }
            above = below;
        }
        return image;
    }

    private Sample[] row(int v) {
        var row = new Sample[PIXELS + 1];
        for (int u = 0; u <= PIXELS; u++) {
            var p = point(u, v);
            row[u] = new Sample(dose.inTarget(p[0], p[1], p[2]), dose.at(p[0], p[1], p[2]));
        }
        return row;
    }

    private static Optional<Color> line(Sample here, Sample right, Sample below) {
        if (here.target != right.target || here.target != below.target) {
            return Optional.of(TARGET);
        }
        var lowest = Math.min(here.dose, Math.min(right.dose, below.dose));
        var highest = Math.max(here.dose, Math.max(right.dose, below.dose));
        return IntStream.range(0, LEVELS.length)
                .filter(i -> lowest < LEVELS[i] && highest >= LEVELS[i])
                .mapToObj(i -> LINES[i])
                .findFirst();
    }

    private double gray(double[] p, int u, int v) {
        var hash = (u * 73856093 ^ v * 19349663) * 0x9E3779B1;
        return Math.clamp(anatomy.grayAt(p[0], p[1], p[2]) + ((hash >>> 24) - 128) / 2600.0, 0, 1);
    }

    private static Color washed(double gray, double dose) {
        if (dose < 0.15) {
            return new Color((float) gray, (float) gray, (float) gray);
        }
        var level = (float) Math.clamp((dose - 0.15) / 0.9, 0, 1);
        var wash = Color.getHSBColor(0.68f * (1 - level), 1, 1);
        var opacity = 0.28 + 0.16 * level;
        return new Color(
                mixed(gray, wash.getRed(), opacity),
                mixed(gray, wash.getGreen(), opacity),
                mixed(gray, wash.getBlue(), opacity));
    }

    private static int mixed(double gray, int color, double opacity) {
        return (int) Math.round(255 * gray * (1 - opacity) + color * opacity);
    }

    private double[] point(int u, int v) {
        var scale = 2 * anatomy.halfWidth() / PIXELS;
        var across = (u - PIXELS / 2.0) * scale;
        var down = (v - PIXELS / 2.0) * scale;
        var center = dose.center();
        return switch (plane) {
            case TRANSVERSAL -> new double[] {across, down, center.get(2)};
            case FRONTAL -> new double[] {across, center.get(1), center.get(2) - down};
            case SAGITTAL -> new double[] {center.get(0), across, center.get(2) - down};
        };
    }

    private record Sample(boolean target, double dose) {}
}
