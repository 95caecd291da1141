// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.desk;

import static org.junit.jupiter.api.Assertions.assertFalse;

import aegle.clinician.testdata.Patients;
import aegle.record.metadata.DocumentCategory;
import aegle.record.permission.Right;
import aegle.sharing.link.IdentityLinks.LinkCandidate;
import aegle.sharing.link.LinkWay;
import aegle.sharing.request.RequestedAccess;
import aegle.sharing.retrieval.GrantedRecord;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PersonalDataTest {
    private static final String REASON = "Second opinion before your surgery";

    @Test
    void nothing_personal_stands_in_what_a_log_would_print() {
        GrantedRecord maja = Patients.confirmed(Patients.maja());
        var rights = Set.of(Right.READ);
        var categories = Set.of(DocumentCategory.RADIATION_DOSE);
        for (Object value : List.of(
                maja.link().orElseThrow(),
                new LinkCandidate(maja.id(), maja.ownerKey(), "MC-1001", LinkWay.WORDS_IN_PERSON, "Dr. Mira Chen"),
                new RequestedAccess(Patients.CHEN, rights, categories, 14, REASON),
                new AccessWish(rights, categories, 14, REASON))) {
            String printed = value.toString();
            assertFalse(printed.contains("MC-1001") || printed.contains("Chen") || printed.contains(REASON), printed);
        }
    }
}
