// SPDX-License-Identifier: Apache-2.0
package aegle.acceptance.sample;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/** Draws cumulative dose-volume histograms with axes and legend. */
final class DoseVolumeChart {
    private static final int STEPS = 240;

    private final ReportStyles styles;
    private final List<StructureDose> structures;
    private final double highest;

    /** Chart structures up to the highest dose, in cGy. */
    DoseVolumeChart(ReportStyles styles, List<StructureDose> structures, double highest) {
        this.styles = styles;
        this.structures = structures;
        this.highest = highest;
    }

    void draw(Canvas canvas, float x, float y, float width, float height) throws IOException {
        var label = styles.small().sized(7).in(ReportStyles.GRAY);
        for (int percent = 0; percent <= 100; percent += 20) {
            var at = y + height * percent / 100;
            canvas.rule(ReportStyles.HAIRLINE, 0.4f, x, at, width);
            canvas.textEndingAt(label, x - 4, at - 2.5f, percent + " %");
        }
        var step = tick();
        for (int dose = 0; dose <= highest; dose += step) {
            var at = (float) (x + width * dose / highest);
            canvas.line(ReportStyles.HAIRLINE, 0.4f, new float[] {at, at}, new float[] {y, y + height});
            canvas.textCentered(label, at, y - 9, String.valueOf(dose));
        }
        canvas.textCentered(label, x + width / 2, y - 19, "Dose [cGy]");
        canvas.text(label, x - 22, y + height + 5, "Volume");
        for (var structure : structures) {
            curve(canvas, structure, new float[] {x, y, width, height});
        }
        canvas.frame(ReportStyles.GRAY, x, y, width, height);
        legend(canvas, x + width + 12, y + height - 8);
    }

    private int tick() {
        return IntStream.of(50, 100, 250, 500, 1000, 2500)
                .filter(step -> highest / step <= 12)
                .findFirst()
                .orElse(5000);
    }

    private void curve(Canvas canvas, StructureDose structure, float[] box) throws IOException {
        var xs = new float[STEPS + 1];
        var ys = new float[STEPS + 1];
        for (int i = 0; i <= STEPS; i++) {
            xs[i] = box[0] + box[2] * i / STEPS;
            ys[i] = (float) (box[1] + box[3] * structure.volumeAt(highest * i / STEPS) / 100);
        }
        canvas.line(structure.color(), structure.target() ? 1.6f : 1.1f, xs, ys);
    }

    private void legend(Canvas canvas, float x, float y) throws IOException {
        for (int i = 0; i < structures.size(); i++) {
            var structure = structures.get(i);
            canvas.rule(structure.color(), 2, x, y - i * 13 + 2.5f, 14);
            canvas.text(
                    structure.target() ? styles.smallStrong() : styles.small(), x + 19, y - i * 13, structure.name());
        }
    }
}
