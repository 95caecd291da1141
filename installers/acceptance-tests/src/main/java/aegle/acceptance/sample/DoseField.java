// SPDX-License-Identifier: Apache-2.0
package aegle.acceptance.sample;

import aegle.acceptance.sample.CaseFile.Course;
import aegle.acceptance.sample.CaseFile.Target;
import java.util.List;

/** An invented dose around the targets of a course, as a part of its highest prescribed dose; a picture, not a calculation. */
final class DoseField {
    private static final int BEAMS = 7;

    private final Course course;
    private final List<Target> targets;
    private final boolean implanted;
    private final double highest;

    DoseField(Course course, List<Target> targets) {
        this.course = course;
        this.targets = targets;
        implanted = !course.phases().getFirst().source().isEmpty();
        highest = course.volumes().stream()
                .mapToInt(CaseFile.VolumeDose::deliveredDose)
                .max()
                .orElseThrow();
    }

    double at(double x, double y, double z) {
        var dose = 0.0;
        for (var target : targets) {
            var part = course.volume(target.volume()).deliveredDose() / highest;
            dose = Math.max(dose, part * (implanted ? source(target, x, y, z) : beams(target, x, y, z)));
        }
        return dose;
    }

    /** Answer whether a point lies in any target. */
    boolean inTarget(double x, double y, double z) {
        return targets.stream().anyMatch(target -> distance(target, x, y, z) <= 1);
    }

    List<Double> center() {
        return targets.getFirst().center();
    }

    private static double source(Target target, double x, double y, double z) {
        return Math.min(2, StrictMath.pow(Math.max(0.1, distance(target, x, y, z)), -1.7));
    }

    private static double beams(Target target, double x, double y, double z) {
        var r = distance(target, x, y, z);
        var core = 1.03 / (1 + StrictMath.exp((r - 1.22) / 0.06));
        var angle =
                StrictMath.atan2(x - target.center().get(0), y - target.center().get(1));
        var slice = Math.abs(z - target.center().get(2)) / target.radius().get(2);
        var inSlice = 1 / (1 + StrictMath.exp((slice - 1.2) / 0.07));
        var wash = 0.78 / (1 + 0.42 * r) * (1 + 0.32 * StrictMath.cos(BEAMS * angle)) * inSlice;
        return Math.max(core, Math.min(wash, 0.93));
    }

    private static double distance(Target target, double x, double y, double z) {
        var dx = (x - target.center().get(0)) / target.radius().get(0);
        var dy = (y - target.center().get(1)) / target.radius().get(1);
        var dz = (z - target.center().get(2)) / target.radius().get(2);
        return Math.sqrt(dx * dx + dy * dy + dz * dz);
    }
}
