// SPDX-License-Identifier: Apache-2.0
package aegle.acceptance.sample;

import static aegle.acceptance.sample.ReportPages.INNER;
import static aegle.acceptance.sample.ReportPages.MARGIN;
import static aegle.acceptance.sample.ReportTable.Column.number;
import static aegle.acceptance.sample.ReportTable.Column.text;

import aegle.acceptance.sample.CaseFile.Course;
import aegle.acceptance.sample.DoseSlice.Plane;
import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;

/** The page with the dose distribution in three planes, the dose-volume histogram and the dose statistics. */
final class DosePictures {
    private static final float SIDE = (INNER - 12) / 3;
    private static final float CHART = 150;
    private static final Color[] TARGETS = {new Color(0xC62828), new Color(0xAD1457), new Color(0xE65100)};
    private static final Color[] ORGANS = {
        new Color(0x6D4C41), new Color(0xC9A100), new Color(0x00838F), new Color(0x3949AB), new Color(0x558B2F)
    };

    private final CaseFile file;
    private final Course course;
    private final ReportFlow flow;
    private final int prescribed;

    DosePictures(CaseFile file, Course course, ReportFlow flow) {
        this.file = file;
        this.course = course;
        this.flow = flow;
        prescribed = course.volumes().stream()
                .mapToInt(CaseFile.VolumeDose::deliveredDose)
                .max()
                .orElseThrow();
    }

    void draw() throws IOException {
        flow.pages().breakUnless(SIDE + CHART + 130);
        flow.section("Dose distribution");
        slices();
        isodoses();
        flow.section("Dose-volume histogram");
        chart();
        statistics();
    }

    private void slices() throws IOException {
        var treatment = file.invented().treatment();
        var dose = new DoseField(course, file.treatmentOf(course).targets());
        var y = flow.pages().take(SIDE);
        var caption = flow.styles().small().sized(7).in(new Color(0xFFE08A));
        var x = MARGIN;
        for (var plane : Plane.values()) {
            var slice = new DoseSlice(treatment.anatomy(), dose, plane).draw();
            var canvas = flow.pages().canvas();
            canvas.image(LosslessFactory.createFromImage(flow.pages().document(), slice), x, y, SIDE, SIDE);
            canvas.text(caption, x + 5, y + SIDE - 10, plane.title());
            canvas.text(caption, x + 5, y + 5, course.id());
            canvas.text(caption, x + 5, y + SIDE / 2, plane.leftSide());
            canvas.textEndingAt(caption, x + SIDE - 5, y + SIDE / 2, plane.rightSide());
            x += SIDE + 6;
        }
        flow.pages().take(12);
    }

    private void isodoses() throws IOException {
        var canvas = flow.pages().canvas();
        var y = flow.pages().height();
        var x = MARGIN;
        for (int i = 0; i < DoseSlice.LEVELS.length; i++) {
            var label = Math.round(100 * DoseSlice.LEVELS[i]) + " % = "
                    + TreatmentSummary.cGy((int) Math.round(prescribed * DoseSlice.LEVELS[i]));
            canvas.fill(DoseSlice.LINES[i], x, y, 9, 6);
            canvas.text(flow.styles().small(), x + 13, y, label);
            x += 30 + flow.styles().small().width(label);
        }
        canvas.textEndingAt(flow.styles().note(), MARGIN + INNER, y, "White: target");
        flow.pages().take(6);
    }

    private void chart() throws IOException {
        flow.pages().take(CHART + 12);
        new DoseVolumeChart(flow.styles(), structures(), highest())
                .draw(flow.pages().canvas(), MARGIN + 30, flow.pages().height(), INNER - 160, CHART);
        flow.pages().take(28);
    }

    private double highest() {
        return structures().stream().mapToDouble(each -> each.doseAt(1)).max().orElseThrow() * 1.08;
    }

    private List<StructureDose> structures() {
        var structures = new ArrayList<StructureDose>();
        for (var volume : course.volumes()) {
            structures.add(StructureDose.of(volume, course, TARGETS[structures.size() % TARGETS.length]));
        }
        var organs = file.treatmentOf(course).organs();
        for (int i = 0; i < organs.size(); i++) {
            structures.add(StructureDose.of(organs.get(i), prescribed, ORGANS[i % ORGANS.length]));
        }
        return structures;
    }

    private void statistics() throws IOException {
        var table = new ReportTable(
                text("Structure", 3), text("Role", 2), number("D98%", 2), number("D50%", 2), number("D2%", 2));
        for (var each : structures()) {
            table.row(
                    each.name(),
                    each.target() ? "Target" : "Organ at risk",
                    TreatmentSummary.cGy(each.doseAt(98)),
                    TreatmentSummary.cGy(each.doseAt(50)),
                    TreatmentSummary.cGy(each.doseAt(2)));
        }
        flow.table(table);
    }
}
