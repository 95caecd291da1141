// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.key;

import aegle.record.PlainText;
import java.time.LocalDate;
import java.util.List;

/** What a clinician's screen shows of the patient, from her own grant: never from the ledger. Plain text. Personal data. */
public record PatientCard(String name, LocalDate birthDate, List<String> hospitalNumbers) {
    public PatientCard {
        name = PlainText.of(name);
        hospitalNumbers = hospitalNumbers.stream().map(PlainText::of).toList();
        if (name.isEmpty() || name.length() > 255) {
            throw new IllegalArgumentException("a patient's name has 1 to 255 characters");
        }
    }

    @Override
    public String toString() {
        return "PatientCard[personal]";
    }
}
