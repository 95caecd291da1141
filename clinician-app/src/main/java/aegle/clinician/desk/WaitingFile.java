// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.desk;

import aegle.record.PatientPseudonym;
import aegle.record.metadata.DocumentCategory;
import java.util.Optional;

/**
 * A file in the list of what is to be added, and what has been chosen for it so far.
 *
 * @param file its path on this computer
 * @param kind the name of its type
 * @param date the day of its service, as in ISO 8601
 * @param checkedByHand that somebody has checked herself that it is this patient's
 * @param duplicateWanted that it is to be added although the record has the same content
 */
public record WaitingFile(
        String file,
        Optional<PatientPseudonym> patient,
        Optional<DocumentCategory> category,
        String kind,
        Optional<String> date,
        boolean checkedByHand,
        boolean duplicateWanted) {
    @Override
    public String toString() {
        return "WaitingFile[personal]";
    }
}
