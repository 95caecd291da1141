// SPDX-License-Identifier: Apache-2.0
package aegle.acceptance.sample;

import java.util.List;

/** The laboratory's panels: components in the order of the report, their units and reference intervals by sex. */
record LaboratoryPanels(List<Panel> panels) {

    static LaboratoryPanels read() {
        return CaseResource.read("laboratory-panels", LaboratoryPanels.class);
    }

    record Panel(String title, String specimen, List<Component> components) {}

    record Component(String name, String unit, List<String> male, List<String> female) {

        /** Answer the interval as printed, "3.8 - 10.8", "> 60" or nothing. */
        String reference(String sex) {
            var low = bounds(sex).getFirst();
            var high = bounds(sex).getLast();
            if (low.isEmpty() && high.isEmpty()) {
                return "";
            }
            return high.isEmpty() ? "≥ " + low : low + " – " + high;
        }

        /** Answer "L", "H" or nothing. */
        String flag(String value, String sex) {
            var low = bounds(sex).getFirst();
            var high = bounds(sex).getLast();
            if (!low.isEmpty() && Double.parseDouble(value) < Double.parseDouble(low)) {
                return "L";
            }
            return !high.isEmpty() && Double.parseDouble(value) > Double.parseDouble(high) ? "H" : "";
        }

        private List<String> bounds(String sex) {
            return sex.equals("F") ? female : male;
        }
    }
}
