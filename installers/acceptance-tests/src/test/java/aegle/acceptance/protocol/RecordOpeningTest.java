// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import aegle.sharing.key.PatientCard;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A record is opened once, however often its owner says so. */
class RecordOpeningTest {

    @Test
    void a_wallet_that_has_lost_all_but_its_vault_opens_the_same_record_again(@TempDir Path folder) throws Exception {
        try (var participants = Participants.on(folder)) {
            PatientDesk anna = participants.anna();
            var card = new PatientCard("Anna Lindqvist", LocalDate.of(1961, 4, 9), List.of("N-4711"));
            var first = anna.owned.find().record();

            try (var again = PatientDesk.enroll(participants.access(), folder.resolve("again"), anna.keys, card)) {
                assertEquals(first, again.owned.open());
            }
        }
    }
}
