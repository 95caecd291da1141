// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.crypto.OpaqueId;
import aegle.crypto.pseudonym.UniquelyIdentifiableInformation;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RecordKeyTest {
    private static final UniquelyIdentifiableInformation PERSON = new UniquelyIdentifiableInformation(
            Optional.empty(), Optional.empty(), Optional.of("Jo Sample"), Optional.empty(), Optional.empty());

    private final SecureRandom random = new SecureRandom();

    @Test
    void every_branch_of_the_tree_has_its_own_key() {
        Set<String> keys = new HashSet<>();
        try (var root = RecordKey.generate(random)) {
            assertTrue(keys.add(hex(root.reveal())));
            assertTrue(keys.add(hex(root.pseudonymKey().reveal())));
            assertTrue(
                    keys.add(hex(root.studyPseudonymKey(OpaqueId.random(random)).reveal())));
            assertTrue(
                    keys.add(hex(root.studyPseudonymKey(OpaqueId.random(random)).reveal())));
            for (String category : new String[] {"HISTORY_AND_PHYSICAL", "LABORATORY_RESULTS"}) {
                for (int epoch = 0; epoch < 12; epoch++) {
                    assertTrue(keys.add(hex(root.categoryKeys(category, epoch).revealSeed())));
                }
            }
        }
    }

    @Test
    void the_same_root_and_person_have_the_same_pseudonym() {
        try (var root = RecordKey.generate(random);
                var again = RecordKey.of(root.reveal());
                var other = RecordKey.generate(random)) {
            var pseudonym = root.pseudonymKey().pseudonym(PERSON);

            assertEquals(pseudonym, again.pseudonymKey().pseudonym(PERSON));
            assertFalse(pseudonym.equals(other.pseudonymKey().pseudonym(PERSON)));
        }
    }

    @Test
    void names_that_are_no_category_and_negative_epochs_are_refused() {
        try (var root = RecordKey.generate(random)) {
            assertThrows(IllegalArgumentException.class, () -> root.categoryKeys("laboratory", 0));
            assertThrows(IllegalArgumentException.class, () -> root.categoryKeys("A/epoch/1", 0));
            assertThrows(IllegalArgumentException.class, () -> root.categoryKeys("", 0));
            assertThrows(IllegalArgumentException.class, () -> root.categoryKeys("A", -1));
        }
    }

    @Test
    void a_closed_root_derives_nothing_and_never_prints_itself() {
        var root = RecordKey.generate(random);

        root.close();

        assertThrows(IllegalStateException.class, root::pseudonymKey);
        assertThrows(IllegalStateException.class, root::reveal);
        assertEquals("RecordKey[secret]", root.toString());
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
