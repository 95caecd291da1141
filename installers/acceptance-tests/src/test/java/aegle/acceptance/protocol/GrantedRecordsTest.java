// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.record.CiphertextDigest;
import aegle.record.PermissionId;
import aegle.record.call.PermissionCalls.GrantPermission;
import aegle.record.call.RecordCalls.CloseRecord;
import aegle.record.metadata.ObjectKey;
import aegle.record.metadata.StoredObject;
import aegle.record.permission.Permission;
import aegle.record.permission.Right;
import aegle.sharing.IntegrityCheck;
import aegle.sharing.retrieval.GrantedRecord;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Anybody may open a record and allow a clinician; what one patient does must not hide the others from her. */
class GrantedRecordsTest {
    @Test
    void one_patients_odd_record_hides_no_other(@TempDir Path folder) throws Exception {
        try (var participants = Participants.on(folder)) {
            ClinicianDesk chen = participants.mayaChen();
            PatientDesk honest = participants.anna();
            PatientDesk empty = participants.anna();
            PatientDesk closed = participants.anna();
            Permission allowed = honest.allow(chen.member, Right.READ);
            closed.allow(chen.member, Right.READ);

            PermissionId grantless = PermissionId.random(Participants.RANDOM);
            empty.owned.perform(new GrantPermission(
                    empty.owned.id(),
                    grantless,
                    chen.member.id(),
                    allowed.scope(),
                    new StoredObject(ObjectKey.grant(grantless, 1), CiphertextDigest.of(new byte[32]), 100)));
            closed.owned.perform(new CloseRecord(closed.owned.id(), 1));
            var overview = chen.records.read();

            assertEquals(
                    List.of(honest.owned.id()),
                    overview.records().stream().map(GrantedRecord::id).toList());
            assertEquals(
                    IntegrityCheck.GRANT_READABLE,
                    overview.unreadable().getFirst().check());
            assertTrue(overview.ended().stream()
                    .anyMatch(permission -> permission.record().equals(closed.owned.id())));
        }
    }
}
