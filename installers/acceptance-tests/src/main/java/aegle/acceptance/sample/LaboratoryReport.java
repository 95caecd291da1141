// SPDX-License-Identifier: Apache-2.0
package aegle.acceptance.sample;

import static aegle.acceptance.sample.ReportTable.Column.number;
import static aegle.acceptance.sample.ReportTable.Column.text;

import aegle.acceptance.sample.LaboratoryPanels.Component;
import aegle.acceptance.sample.LaboratoryPanels.Panel;
import aegle.acceptance.sample.ReportTable.Cell;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Cumulative laboratory results of three collections; all values are invented. */
final class LaboratoryReport {
    static final String TYPE = "Laboratory Results";

    private final CaseFile file;
    private final ReportFlow flow;
    private final LaboratoryPanels panels;

    LaboratoryReport(CaseFile file, ReportFlow flow, LaboratoryPanels panels) {
        this.file = file;
        this.flow = flow;
        this.panels = panels;
    }

    void write(DocumentHeading heading) throws IOException {
        specimens();
        for (var panel : panels.panels()) {
            panel(panel);
        }
        comments();
        flow.signature(heading);
    }

    private void specimens() throws IOException {
        var collected = file.invented().laboratory().collected();
        var fields = new LinkedHashMap<String, String>();
        fields.put("Ordering provider", file.invented().staff().author());
        fields.put("Performing laboratory", "Meadow Street Clinical Laboratory");
        for (int i = 0; i < collected.size(); i++) {
            fields.put("Specimen " + (i + 1), accession(i) + ", collected " + collected.get(i) + " 08:10");
        }
        fields.put("Report", "Final, cumulative");
        flow.section("Specimens");
        flow.fields(fields);
    }

    private String accession(int collection) {
        var mrn = file.codex().patient().mrn();
        return "L21-" + mrn.substring(5, 7) + (4107 + 311 * collection);
    }

    private void panel(Panel panel) throws IOException {
        var laboratory = file.invented().laboratory();
        var table = new ReportTable(
                text("Component", 3),
                number(laboratory.collected().get(0).toString(), 1.5f),
                number(laboratory.collected().get(1).toString(), 1.5f),
                number(laboratory.collected().get(2).toString(), 1.5f),
                text("Flag", 0.7f),
                text("Unit", 1.8f),
                text("Reference interval", 2));
        for (var component : panel.components()) {
            var values = laboratory.values().get(component.name());
            if (values != null) {
                table.row(row(component, values));
            }
        }
        flow.section(panel.title());
        flow.note("Specimen: " + panel.specimen());
        flow.table(table);
    }

    private List<Cell> row(Component component, List<String> values) {
        var sex = file.codex().patient().birthSex();
        var cells = new ArrayList<Cell>();
        cells.add(Cell.plain(component.name()));
        for (var value : values) {
            cells.add(component.flag(value, sex).isEmpty() ? Cell.plain(value) : Cell.alarming(value));
        }
        cells.add(Cell.alarming(component.flag(values.getLast(), sex)));
        cells.add(Cell.plain(component.unit()));
        cells.add(Cell.plain(component.reference(sex)));
        return cells;
    }

    private void comments() throws IOException {
        flow.section("Comments");
        flow.paragraph(file.invented().laboratory().comment());
        flow.bullets(List.of(
                "H above, L below the reference interval; the flag concerns the latest collection. Values outside of the interval are printed bold in every column.",
                "Reference intervals are those of adults of the patient's sex. eGFR by the CKD-EPI equation of 2021.",
                "Results were reviewed by " + file.invented().staff().pathologist() + ", clinical pathology."));
    }
}
