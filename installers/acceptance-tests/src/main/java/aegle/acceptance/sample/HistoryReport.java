// SPDX-License-Identifier: Apache-2.0
package aegle.acceptance.sample;

import static aegle.acceptance.sample.ReportTable.Column.text;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The history and physical examination before radiotherapy; all but name, birth date and prescription is invented. */
final class HistoryReport {
    static final String TYPE = "History & Physical Examination";

    private final CaseFile file;
    private final ReportFlow flow;

    HistoryReport(CaseFile file, ReportFlow flow) {
        this.file = file;
        this.flow = flow;
    }

    void write(DocumentHeading heading) throws IOException {
        complaint();
        background();
        examination();
        conclusion();
        flow.signature(heading);
    }

    private void complaint() throws IOException {
        var history = file.invented().history();
        flow.section("Chief complaint");
        flow.paragraph(history.complaint());
        flow.note("Referred by " + file.invented().staff().referrer()
                + ". Sources: patient, outside records, pathology report.");
        flow.section("History of present illness");
        for (var paragraph : history.illness()) {
            flow.paragraph(paragraph);
        }
        flow.section("Diagnosis and staging");
        flow.fields(diagnosis());
    }

    private Map<String, String> diagnosis() {
        var fields = new LinkedHashMap<String, String>();
        var diagnosis = file.codex().courses().getLast().diagnosis();
        fields.put("Diagnosis", diagnosis.text());
        fields.put(diagnosis.system() + " code", diagnosis.code());
        fields.putAll(file.invented().history().staging());
        return fields;
    }

    private void background() throws IOException {
        var history = file.invented().history();
        table(
                "Past medical and surgical history",
                history.conditions(),
                text("Condition", 3),
                text("Since", 1),
                text("Status", 2));
        table(
                "Medications",
                history.medications(),
                text("Medication", 3),
                text("Dose", 2),
                text("Route", 1.5f),
                text("Frequency", 2));
        table(
                "Allergies and intolerances",
                history.allergies(),
                text("Substance", 3),
                text("Reaction", 3),
                text("Severity", 2));
        flow.section("Family and social history");
        flow.bullets(history.family());
        flow.bullets(history.social());
        table("Review of systems", rows(history.review()), text("System", 1), text("Findings", 4));
    }

    private void examination() throws IOException {
        var history = file.invented().history();
        flow.section("Vital signs");
        flow.fields(history.vitals());
        table("Physical examination", rows(history.exam()), text("Region", 1), text("Findings", 4));
        table("Imaging reviewed", history.imaging(), text("Date", 1), text("Study", 2), text("Result", 4));
    }

    private void conclusion() throws IOException {
        var history = file.invented().history();
        flow.section("Assessment");
        for (var paragraph : history.assessment()) {
            flow.paragraph(paragraph);
        }
        flow.section("Plan");
        flow.bullets(history.plan());
        flow.note(
                "Total time of the consultation 60 minutes, of which more than half was spent on counseling and coordination of care.");
    }

    private void table(String title, List<List<String>> rows, ReportTable.Column... columns) throws IOException {
        var table = new ReportTable(columns);
        for (var row : rows) {
            table.row(row.toArray(String[]::new));
        }
        flow.tableSection(title, table);
    }

    private static List<List<String>> rows(Map<String, String> findings) {
        return findings.entrySet().stream()
                .map(each -> List.of(each.getKey(), each.getValue()))
                .toList();
    }
}
