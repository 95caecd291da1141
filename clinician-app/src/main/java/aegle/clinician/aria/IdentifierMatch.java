// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.aria;

import aegle.sharing.link.IdentityLink;
import aegle.sharing.retrieval.GrantedRecord;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The wrong-patient guard: how the identifiers in a document fit the patient of a record. A single difference outweighs everything
 * that fits.
 */
public enum IdentifierMatch {
    /** Hospital number and birth date are both the patient's. */
    TWO_MATCH,
    /** One is the patient's, the other is not in the document or not known of the patient. */
    ONE_MATCHES,
    /** The document has no identifier that can be compared. */
    NONE_FOUND,
    /** At least one identifier is somebody else's. */
    CONTRADICTED;

    /** Compare. */
    public static IdentifierMatch of(ExportFields fields, GrantedRecord record) {
        Optional<Boolean> number = fields.hospitalNumber().flatMap(found -> {
            Set<String> known = hospitalNumbers(record);
            return known.isEmpty() ? Optional.empty() : Optional.of(known.contains(canonical(found)));
        });
        Optional<Boolean> birthDate =
                fields.birthDate().map(found -> found.equals(record.patient().birthDate()));
        if (number.equals(Optional.of(false)) || birthDate.equals(Optional.of(false))) {
            return CONTRADICTED;
        }
        if (number.isPresent() && birthDate.isPresent()) {
            return TWO_MATCH;
        }
        return number.isPresent() || birthDate.isPresent() ? ONE_MATCHES : NONE_FOUND;
    }

    private static Set<String> hospitalNumbers(GrantedRecord record) {
        Set<String> numbers = new LinkedHashSet<>();
        record.patient().hospitalNumbers().forEach(number -> numbers.add(canonical(number)));
        record.link()
                .map(IdentityLink::hospitalNumber)
                .map(IdentifierMatch::canonical)
                .ifPresent(numbers::add);
        numbers.remove("");
        return numbers;
    }

    private static String canonical(String number) {
        return number.strip().toUpperCase(Locale.ROOT);
    }
}
