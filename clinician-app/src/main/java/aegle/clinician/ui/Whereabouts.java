// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.ui;

import aegle.record.DocumentId;
import aegle.record.PatientPseudonym;
import java.util.Optional;

/**
 * Where the clinician was when the program was locked, without anybody's name: what unlocking returns to.
 *
 * @param destination a place of the navigation
 * @param patient whose page was open there
 * @param document which of her documents was open
 */
public record Whereabouts(String destination, Optional<PatientPseudonym> patient, Optional<DocumentId> document) {
    public static final Whereabouts AT_THE_PATIENTS = new Whereabouts("patients", Optional.empty(), Optional.empty());
}
