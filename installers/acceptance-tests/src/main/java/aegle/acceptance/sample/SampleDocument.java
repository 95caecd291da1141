// SPDX-License-Identifier: Apache-2.0
package aegle.acceptance.sample;

import java.nio.file.Path;
import java.time.LocalDate;

/**
 * A rendered sample and what an importing clinician should find in it.
 *
 * @param file the PDF that was written
 * @param category HISTORY_AND_PHYSICAL, LABORATORY_RESULTS or RADIATION_DOSE
 * @param documentType the type printed on the document, as a hospital's system names it
 */
public record SampleDocument(
        Path file, String category, LocalDate dateOfService, String documentType, SamplePatient patient) {}
