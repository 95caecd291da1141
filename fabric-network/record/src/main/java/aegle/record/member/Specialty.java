// SPDX-License-Identifier: Apache-2.0

package aegle.record.member;

import java.util.Arrays;
import java.util.Optional;

/**
 * The specialties that are offered and named, by their NUCC taxonomy codes; radiation oncology first. The ledger takes any code, so
 * a clinician may have one that is not here.
 */
public enum Specialty {
    RADIATION_ONCOLOGY("2085R0001X"),
    MEDICAL_ONCOLOGY("207RX0202X"),
    HEMATOLOGY_AND_ONCOLOGY("207RH0003X"),
    SURGICAL_ONCOLOGY("2086X0206X"),
    GYNECOLOGIC_ONCOLOGY("207VX0201X"),
    PEDIATRIC_HEMATOLOGY_ONCOLOGY("2080P0207X"),
    ONCOLOGY_NURSE("163WX0200X"),
    RADIATION_THERAPIST("2471R0002X"),
    FAMILY_MEDICINE("207Q00000X"),
    GENERAL_PRACTICE("208D00000X");

    private final String taxonomy;

    Specialty(String taxonomy) {
        this.taxonomy = taxonomy;
    }

    public String taxonomy() {
        return taxonomy;
    }

    /** The specialty with a code; empty for one that has no name here. */
    public static Optional<Specialty> of(String taxonomy) {
        return Arrays.stream(values())
                .filter(specialty -> specialty.taxonomy.equals(taxonomy))
                .findFirst();
    }
}
