// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.key;

import java.time.LocalDate;
import java.util.List;

/** What a clinician's screen shows of the patient, from her own grant: never from the ledger. Personal data. */
public record PatientCard(String name, LocalDate birthDate, List<String> hospitalNumbers) {
    public PatientCard {
        name = name.strip();
        hospitalNumbers = List.copyOf(hospitalNumbers);
        if (name.isEmpty() || name.length() > 255) {
            throw new IllegalArgumentException("a patient's name has 1 to 255 characters");
        }
    }

    @Override
    public String toString() {
        return "PatientCard[personal]";
    }
}
