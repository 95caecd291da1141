// SPDX-License-Identifier: Apache-2.0
package aegle.acceptance.sample;

import java.time.LocalDate;

/**
 * An invented patient of the HL7 CodeX radiation-therapy cases, with what a wallet asks for when it opens a record.
 *
 * <p>The social security number is invented too; 987-65-432x is a range that is never issued.
 *
 * @param sex F or M, the sex at birth
 * @param street street and house number
 */
public record SamplePatient(
        String givenName,
        String familyName,
        String mrn,
        LocalDate birthDate,
        String sex,
        String street,
        String city,
        String state,
        String postcode,
        String socialSecurityNumber) {

    /** Answer the name as spoken, "Jane Sister-22B". */
    public String fullName() {
        return givenName + " " + familyName;
    }

    /** Answer the name as hospitals list it, "Sister-22B, Jane". */
    public String listedName() {
        return familyName + ", " + givenName;
    }

    /** Answer the address in one line, without the postcode. */
    public String address() {
        return street + ", " + city + ", " + state;
    }
}
