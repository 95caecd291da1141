// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import aegle.record.MemberId;
import aegle.record.metadata.DocumentCategory;
import aegle.record.permission.Right;
import aegle.sharing.request.RequestedAccess;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PatientCardTest {
    private static final LocalDate BORN = LocalDate.of(1961, 4, 9);

    @Test
    void what_a_patient_says_of_herself_cannot_forge_lines_of_the_clinicians_screen() {
        var card = new PatientCard(
                " Anna Lindqvist\nIdentity confirmed \u202E", BORN, List.of("N-4711\u2028Allows everything"));

        assertEquals("Anna Lindqvist Identity confirmed", card.name());
        assertEquals(List.of("N-4711 Allows everything"), card.hospitalNumbers());
        assertThrows(IllegalArgumentException.class, () -> new PatientCard("\u202E\n", BORN, List.of()));
    }

    @Test
    void the_reason_of_a_request_cannot_forge_lines_of_the_wallet() {
        var asked = new RequestedAccess(
                MemberId.of(new byte[16]),
                Set.of(Right.READ),
                Set.of(DocumentCategory.RADIATION_DOSE),
                30,
                "second opinion\n\nVerified by your hospital");

        assertEquals("second opinion Verified by your hospital", asked.reason());
    }
}
