// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.ui.enrollment;

/** The specialties that are offered, by their NUCC taxonomy codes; radiation oncology first. */
public enum Specialty {
    RADIATION_ONCOLOGY("2085R0001X"),
    MEDICAL_ONCOLOGY("207RX0202X"),
    HEMATOLOGY_AND_ONCOLOGY("207RH0003X"),
    SURGICAL_ONCOLOGY("2086X0206X"),
    GYNECOLOGIC_ONCOLOGY("207VX0201X"),
    PEDIATRIC_HEMATOLOGY_ONCOLOGY("2080P0207X"),
    ONCOLOGY_NURSE("163WX0200X"),
    RADIATION_THERAPIST("2471R0002X"),
    FAMILY_MEDICINE("207Q00000X");

    private final String taxonomy;

    Specialty(String taxonomy) {
        this.taxonomy = taxonomy;
    }

    public String taxonomy() {
        return taxonomy;
    }
}
