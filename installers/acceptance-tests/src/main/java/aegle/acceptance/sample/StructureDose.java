// SPDX-License-Identifier: Apache-2.0
package aegle.acceptance.sample;

import aegle.acceptance.sample.CaseFile.Course;
import aegle.acceptance.sample.CaseFile.Organ;
import aegle.acceptance.sample.CaseFile.VolumeDose;
import java.awt.Color;

/**
 * The invented cumulative dose-volume histogram of a target (logistic) or an organ at risk (Weibull); doses in cGy, volumes in %.
 *
 * @param location median dose of a target, scale of an organ
 * @param shape steepness of a target in cGy, Weibull shape of an organ
 */
record StructureDose(String name, Color color, boolean target, double location, double shape) {

    static StructureDose of(VolumeDose volume, Course course, Color color) {
        var implanted = !course.phases().getFirst().source().isEmpty();
        var dose = volume.deliveredDose();
        return new StructureDose(
                volume.name(), color, true, dose * (implanted ? 1.38 : 1.015), dose * (implanted ? 0.13 : 0.009));
    }

    static StructureDose of(Organ organ, double prescribed, Color color) {
        return new StructureDose(organ.name(), color, false, organ.scale() * prescribed, organ.shape());
    }

    /** Answer the part of the volume that received at least this dose. */
    double volumeAt(double dose) {
        return target
                ? 100 / (1 + StrictMath.exp((dose - location) / shape))
                : 100 * StrictMath.exp(-StrictMath.pow(dose / location, shape));
    }

    /** Answer the dose that this part of the volume received at least. */
    int doseAt(double volume) {
        var dose = target
                ? location + shape * StrictMath.log(100 / volume - 1)
                : location * StrictMath.pow(-StrictMath.log(volume / 100), 1 / shape);
        return (int) Math.round(dose);
    }
}
