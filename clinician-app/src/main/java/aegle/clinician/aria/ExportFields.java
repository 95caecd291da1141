// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.aria;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a document says about itself, as far as the profile finds it in the text. Personal data.
 *
 * @param documentType in the site's own words
 * @param status such as APPROVED or PENDING
 */
public record ExportFields(
        Optional<String> hospitalNumber,
        Optional<LocalDate> birthDate,
        Optional<LocalDate> dateOfService,
        Optional<String> documentType,
        Optional<String> status) {

    /** A document that says nothing that the profile knows. */
    public static ExportFields none() {
        return new ExportFields(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Tells whether the document names its patient in any way that can be compared. */
    public boolean namesPatient() {
        return hospitalNumber.isPresent() || birthDate.isPresent();
    }

    @Override
    public String toString() {
        return "ExportFields[personal]";
    }
}
