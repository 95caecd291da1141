// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.record.CiphertextDigest;
import aegle.record.PermissionId;
import aegle.record.call.PermissionCalls.GrantPermission;
import aegle.record.call.PermissionCalls.ListGrantedPermissions;
import aegle.record.call.PermissionCalls.PermissionPage;
import aegle.record.call.RecordCalls.CloseRecord;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.ObjectKey;
import aegle.record.metadata.StoredObject;
import aegle.record.permission.Permission;
import aegle.record.permission.Right;
import aegle.record.permission.ValidityPeriod;
import aegle.sharing.IntegrityCheck;
import aegle.sharing.Pages;
import aegle.sharing.key.GrantOpening;
import aegle.sharing.retrieval.GrantedRecord;
import aegle.sharing.retrieval.GrantedRecords;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Anybody may open a record and allow a clinician; what one patient does must not hide the others from her. */
class GrantedRecordsTest {
    private static final Duration AHEAD = Duration.ofSeconds(50);

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

    @Test
    void a_permission_that_has_not_begun_by_the_ledgers_clock_waits_and_hides_nothing(@TempDir Path folder)
            throws Exception {
        try (var participants = Participants.on(folder)) {
            var fast = new MovableClock();
            fast.put(AHEAD);
            ClinicianDesk chen = participants.clinician("Dr. Maya Chen", "1234567893", fast);
            PatientDesk anna = participants.anna();
            PatientDesk other = participants.anna();
            Permission begun = anna.allow(chen.member, Set.of(DocumentCategory.RADIATION_DOSE), Right.READ);
            Instant soon = Participants.CLOCK.instant().plus(AHEAD.dividedBy(2));
            var validity = new ValidityPeriod(soon, soon.plus(Duration.ofDays(1)));
            anna.allow(chen.member, Set.of(DocumentCategory.LABORATORY_RESULTS), validity, Right.READ);
            other.allow(chen.member, Set.of(DocumentCategory.LABORATORY_RESULTS), validity, Right.READ);

            var overview = chen.records.read();

            assertEquals(List.of(begun), overview.records().getFirst().permissions());
            assertEquals(1, overview.records().size());
            assertEquals(List.of(), overview.ended());
            assertEquals(List.of(), overview.unreadable());
        }
    }

    @Test
    void a_permission_stopped_amid_the_look_ends_alone(@TempDir Path folder) throws Exception {
        try (var participants = Participants.on(folder)) {
            ClinicianDesk chen = participants.mayaChen();
            PatientDesk anna = participants.anna();
            Permission stays = anna.allow(chen.member, Set.of(DocumentCategory.RADIATION_DOSE), Right.READ);
            Permission stopped = anna.allow(chen.member, Set.of(DocumentCategory.LABORATORY_RESULTS), Right.READ);
            PermissionPage before = chen.ledger.evaluate(new ListGrantedPermissions(Pages.SIZE, ""));
            anna.permissions.stop(stopped);
            var behind = new LyingPeer(chen.ledger, answer -> answer instanceof PermissionPage ? before : answer);
            var grants = new GrantOpening(behind, chen.store, chen.memory, chen.keys);

            var overview = new GrantedRecords(behind, grants, chen.links, Participants.CLOCK).read();

            assertEquals(List.of(stays), overview.records().getFirst().permissions());
            assertEquals(List.of(stopped), overview.ended());
        }
    }
}
