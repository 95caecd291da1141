// SPDX-License-Identifier: Apache-2.0
package aegle.acceptance.sample;

import java.time.LocalDate;

/** What the system prints around a document: whose, what, when, by whom. */
record DocumentHeading(
        SamplePatient patient,
        String documentType,
        String template,
        LocalDate dateOfService,
        String courses,
        CaseFile.Staff staff,
        LocalDate printedOn) {

    static final String INSTITUTION = "Meadow Street Cancer Center";
    static final String DEPARTMENT = "Department of Radiation Oncology";
    static final String MARK = "SYNTHETIC – HTEST";

    String printedLine() {
        return "Printed on " + printedOn + " 08:14 by " + staff.printedBy();
    }
}
