// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.seal;

import aegle.crypto.pseudonym.UniquelyIdentifiableInformation;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the patient says of herself, so that a clinician's screen is sure of the person's data. That it is <em>hers</em>
 * only the link by six words shows. Texts are put into NFC.
 *
 * @param hospitalNumbers as the hospitals write them
 * @param disclosed the identifying fields that she agreed to show, if any
 */
public record GrantedPatient(
        String name,
        LocalDate birthDate,
        List<String> hospitalNumbers,
        Optional<UniquelyIdentifiableInformation> disclosed) {
    private static final int LONGEST_TEXT = 255;

    public GrantedPatient {
        name = TextBounds.bounded("name", name, LONGEST_TEXT);
        hospitalNumbers = hospitalNumbers.stream()
                .map(number -> TextBounds.bounded("hospitalNumber", number, LONGEST_TEXT))
                .toList();
    }

    @Override
    public String toString() {
        return "GrantedPatient[personal]";
    }
}
