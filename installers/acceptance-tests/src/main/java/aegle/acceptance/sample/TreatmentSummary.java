// SPDX-License-Identifier: Apache-2.0
package aegle.acceptance.sample;

import static aegle.acceptance.sample.ReportTable.Column.number;
import static aegle.acceptance.sample.ReportTable.Column.text;

import aegle.acceptance.sample.CaseFile.Course;
import aegle.acceptance.sample.CaseFile.Phase;
import aegle.acceptance.sample.CaseFile.PhaseDose;
import aegle.acceptance.sample.CaseFile.Session;
import aegle.acceptance.sample.ReportTable.Cell;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The treatment summary of one course: delivered dose per volume, phase and fraction, always with its unit, cGy.
 *
 * <p>Doses, fractions, phases and first and last days are the guide's; the days between, the pictures and the dose statistics are
 * invented.
 */
final class TreatmentSummary {
    static final String TYPE = "Radiotherapy Treatment Summary";

    private final CaseFile file;
    private final Course course;
    private final ReportFlow flow;

    TreatmentSummary(CaseFile file, Course course, ReportFlow flow) {
        this.file = file;
        this.course = course;
        this.flow = flow;
    }

    void write(DocumentHeading heading) throws IOException {
        flow.section("Diagnosis and intent");
        flow.fields(diagnosis());
        flow.section("Course " + course.id());
        flow.fields(overview());
        volumes();
        phases();
        sessions();
        tolerance();
        new DosePictures(file, course, flow).draw();
        flow.signature(heading);
    }

    private Map<String, String> diagnosis() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("Diagnosis", course.diagnosis().text());
        fields.put(course.diagnosis().system() + " code", course.diagnosis().code());
        fields.put("Treatment intent", course.intent());
        fields.put("Re-irradiation", course.reirradiation() ? "Yes" : "No");
        return fields;
    }

    private Map<String, String> overview() {
        var treatment = file.invented().treatment();
        var fields = new LinkedHashMap<String, String>();
        fields.put("Course ID", course.id());
        fields.put("Course status", course.status());
        fields.put("First treatment", course.start().toString());
        fields.put("Last treatment", course.end().toString());
        fields.put("Treatment sessions", String.valueOf(course.sessions()));
        fields.put("Body site", String.join(", ", course.sites()));
        put(fields, "Laterality", course.laterality());
        put(fields, "Motion management", String.join("; ", course.motion()));
        put(fields, "Image guidance", String.join(", ", course.imageGuidance()));
        put(fields, "Device", course.device());
        fields.put("Treatment machine", treatment.machine());
        fields.put("Energy or source", treatment.energy());
        fields.put("Medical physicist", file.invented().staff().physicist());
        return fields;
    }

    private static void put(Map<String, String> fields, String name, String value) {
        if (!value.isEmpty()) {
            fields.put(name, value);
        }
    }

    private void volumes() throws IOException {
        var table = new ReportTable(
                text("Volume", 3),
                text("Type", 3),
                number("Planned dose", 2),
                number("Delivered dose", 2),
                number("Fractions planned", 1.6f),
                number("Fractions delivered", 1.7f),
                number("Delivered", 1.4f));
        for (var volume : course.volumes()) {
            table.row(List.of(
                    Cell.strong(volume.name()),
                    Cell.plain("Planning target volume"),
                    Cell.plain(cGy(volume.plannedDose())),
                    Cell.strong(cGy(volume.deliveredDose())),
                    Cell.plain(String.valueOf(volume.plannedFractions())),
                    Cell.strong(String.valueOf(volume.deliveredFractions())),
                    Cell.plain(100 * volume.deliveredDose() / volume.plannedDose() + " %")));
        }
        flow.tableSection("Dose delivered to volumes", table);
        for (var volume : course.volumes()) {
            if (volume.eqd2Gy() > 0) {
                flow.note("Radiobiologic metric recorded for " + volume.name() + ": EQD2 (α/β = 2.5) " + volume.eqd2Gy()
                        + " Gy");
            }
        }
    }

    private void phases() throws IOException {
        var table = new ReportTable(
                text("Phase", 2.4f),
                text("Modality and technique", 4.4f),
                text("Status", 1.5f),
                text("From – to", 1.8f),
                text("Volume", 2),
                number("Per fraction", 1.5f),
                number("Fractions", 1.3f),
                number("Delivered", 1.6f));
        for (var phase : course.phases()) {
            for (var dose : phase.doses()) {
                table.row(phaseRow(phase, dose));
            }
        }
        flow.tableSection("Treated phases", table);
        for (var phase : course.phases()) {
            if (!phase.revision().isEmpty()) {
                flow.paragraph("Phase " + phase.id() + " was " + phase.status() + " after " + phase.deliveredFractions()
                        + " of " + phase.plannedFractions() + " fractions. Reason for revision: " + phase.revision()
                        + ".");
            }
        }
    }

    private static List<Cell> phaseRow(Phase phase, PhaseDose dose) {
        var means = new ArrayList<>(List.of(phase.modality(), phase.technique()));
        if (!phase.source().isEmpty()) {
            means.add(phase.source());
        }
        means.addAll(phase.applicators());
        return List.of(
                Cell.strong(phase.id()),
                Cell.plain(String.join("; ", means)),
                Cell.plain(phase.status()),
                Cell.plain(phase.start() + " – " + phase.end()),
                Cell.plain(dose.volume()),
                Cell.plain(cGy(dose.fraction())),
                Cell.plain(phase.deliveredFractions() + " of " + phase.plannedFractions()),
                Cell.strong(cGy(dose.delivered())));
    }

    private void sessions() throws IOException {
        var table = new ReportTable(
                number("Session", 1.3f),
                text("Date and time", 2.3f),
                text("Phase", 2.3f),
                text("Fraction", 1.3f),
                text("Dose of this fraction", 3.5f),
                text("Cumulative dose of the volume", 3.6f),
                text("Remark", 2.7f));
        var cumulative = new LinkedHashMap<String, Integer>();
        for (var session : file.treatmentOf(course).sessions()) {
            table.row(sessionRow(session, cumulative));
        }
        flow.tableSection("Fractionation record", table);
        flow.note(
                "A session without a fraction delivered no dose. Doses are those of the prescription to the volume, in cGy.");
    }

    private String[] sessionRow(Session session, Map<String, Integer> cumulative) {
        var phase = course.phase(session.phase());
        List<PhaseDose> doses = session.fraction() == 0 ? List.of() : phase.doses();
        for (var dose : doses) {
            cumulative.merge(dose.volume(), dose.fraction(), Integer::sum);
        }
        return new String[] {
            String.valueOf(session.number()),
            session.date() + " " + session.time(),
            phase.id(),
            session.fraction() == 0 ? "none" : session.fraction() + " / " + phase.plannedFractions(),
            doses.stream()
                    .map(dose -> dose.volume() + " " + cGy(dose.fraction()))
                    .collect(Collectors.joining("; ")),
            doses.stream()
                    .map(dose -> dose.volume() + " " + cGy(cumulative.getOrDefault(dose.volume(), 0)))
                    .collect(Collectors.joining("; ")),
            session.remark()
        };
    }

    private void tolerance() throws IOException {
        var events = file.codex().adverseEvents();
        if (!events.isEmpty()) {
            var table = new ReportTable(
                    text("Adverse event", 3), text("Grade", 3), text("Severity", 2), text("Suspected cause", 3));
            for (var event : events) {
                table.row(event.event(), event.grade(), event.severity(), "Radiotherapy course " + course.id());
            }
            flow.tableSection("Adverse events", table);
        }
        flow.section("Tolerance and follow-up");
        for (var paragraph : file.invented().treatment().tolerance()) {
            flow.paragraph(paragraph);
        }
    }

    static String cGy(int dose) {
        return dose + " cGy";
    }
}
