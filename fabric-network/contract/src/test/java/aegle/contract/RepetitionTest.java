// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import static aegle.contract.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import aegle.contract.Clinic.Clinician;
import aegle.record.call.DocumentCalls.CountersignDocument;
import aegle.record.call.DocumentCalls.RemovePrivateDocument;
import aegle.record.call.PermissionCalls.ChangePermission;
import aegle.record.call.PermissionCalls.GrantPermission;
import aegle.record.call.PermissionCalls.RevokePermission;
import aegle.record.call.RecordCalls.CancelOperation;
import aegle.record.call.RecordCalls.CancelUpload;
import aegle.record.call.RecordCalls.CloseRecord;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.command.SignedStatement;
import aegle.record.metadata.DocumentEntry;
import aegle.record.permission.Permission;
import aegle.record.permission.Right;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Nothing happens twice ({@code docs/rules.md}, rule 9). */
class RepetitionTest {
    private final Clinic clinic = Clinic.open();
    private final Network network = clinic.network;
    private final Patient patient = clinic.newPatient();
    private final Clinician clinician = clinic.newClinician();

    @Test
    void opening_a_record_again_answers_the_first_record() {
        Patient anna = Patient.of(network.numbers.next(32));
        var opening = anna.opening(network.id);
        var first = network.call(anna, opening);
        network.clock.pass(Duration.ofMinutes(1));

        assertEquals(first, network.call(anna, opening));
    }

    @Test
    void a_grant_sent_again_changes_nothing_and_answers_the_current_permission() {
        GrantPermission granting = granting();
        network.call(patient, granting);
        Permission revoked = revoke(granting.permission());
        int size = network.ledger().size();

        assertEquals(revoked, network.call(patient, granting));
        assertEquals(size, network.ledger().size());
    }

    @Test
    void a_number_does_not_serve_two_grants() {
        GrantPermission granting = granting();
        network.call(patient, granting);
        var other = new GrantPermission(
                granting.record(),
                granting.permission(),
                granting.grantee(),
                clinic.scope(Clinic.LAB, Right.WRITE),
                granting.grant());

        assertRefused(LedgerErrorCode.OPERATION_ID_REUSED, () -> network.call(patient, other));
    }

    @Test
    void a_number_of_another_record_is_taken() {
        GrantPermission granting = granting();
        network.call(patient, granting);
        Patient other = clinic.newPatient();
        var copied = new GrantPermission(
                other.record(), granting.permission(), granting.grantee(), granting.scope(), granting.grant());

        assertRefused(LedgerErrorCode.OPERATION_ID_REUSED, () -> network.call(other, copied));
    }

    @Test
    void a_cancelled_grant_cannot_arrive_later() {
        GrantPermission granting = granting();
        var cancel = new CancelOperation(patient.record(), granting.factId());
        network.call(patient, cancel);

        assertEquals(granting.factId(), network.call(patient, cancel).operation());
        assertRefused(LedgerErrorCode.OPERATION_CANCELLED, () -> network.call(patient, granting));
    }

    @Test
    void what_has_been_carried_out_cannot_be_cancelled() {
        GrantPermission granting = granting();
        network.call(patient, granting);
        var cancel = new CancelOperation(patient.record(), granting.factId());

        assertRefused(LedgerErrorCode.OPERATION_ID_REUSED, () -> network.call(patient, cancel));
    }

    @Test
    void a_cancelled_upload_cannot_arrive_later_and_hinders_nobody_else() {
        Permission permission = clinic.grant(patient, clinician, clinic.scope(Clinic.LAB, Right.WRITE));
        var adding = clinic.adding(patient, clinician, permission, Clinic.LAB);
        var number = adding.subject().document().value();
        Clinician other = clinic.newClinician();
        network.call(other.person(), new CancelUpload(patient.record(), number));
        network.call(clinician.person(), adding);

        var second = clinic.adding(patient, clinician, permission, Clinic.LAB);
        var secondNumber = second.subject().document().value();
        network.call(clinician.person(), new CancelUpload(patient.record(), secondNumber));
        assertRefused(LedgerErrorCode.OPERATION_CANCELLED, () -> network.call(clinician.person(), second));
    }

    @Test
    void an_upload_sent_again_answers_the_first_even_after_the_permission_has_ended() {
        Permission permission = clinic.grant(patient, clinician, clinic.scope(Clinic.LAB, Right.WRITE));
        var adding = clinic.adding(patient, clinician, permission, Clinic.LAB);
        DocumentEntry first = network.call(clinician.person(), adding);
        network.call(patient, new RevokePermission(patient.record(), permission.id(), 1));

        assertEquals(first, network.call(clinician.person(), adding));
    }

    @Test
    void a_document_number_is_one_document_whoever_uploads() {
        Permission permission = clinic.grant(patient, clinician, clinic.scope(Clinic.LAB, Right.WRITE));
        var adding = clinic.adding(patient, clinician, permission, Clinic.LAB);
        network.call(clinician.person(), adding);
        Clinician other = clinic.newClinician();
        Permission others = clinic.grant(patient, other, clinic.scope(Clinic.LAB, Right.WRITE));
        var subject = adding.subject();
        var stolen = clinic.adding(
                other,
                others,
                new SignedStatement.DocumentSubject(
                        subject.channel(),
                        subject.record(),
                        subject.document(),
                        subject.category(),
                        subject.commitment(),
                        other.id(),
                        subject.time()));

        assertRefused(LedgerErrorCode.OPERATION_ID_REUSED, () -> network.call(other.person(), stolen));
    }

    @Test
    void a_change_sent_again_answers_the_changed_permission() {
        Permission permission = network.call(patient, granting());
        ChangePermission change = change(permission, 2);
        Permission changed = network.call(patient, change);

        assertEquals(2, changed.version());
        assertEquals(changed, network.call(patient, change));
    }

    @Test
    void a_change_of_an_old_version_is_refused() {
        Permission permission = network.call(patient, granting());
        network.call(patient, change(permission, 2));
        ChangePermission late = new ChangePermission(
                patient.record(),
                permission.id(),
                clinic.scope(Clinic.LAB, Right.WRITE),
                clinic.grantObject(permission.id(), 3),
                1);

        assertRefused(LedgerErrorCode.VERSION_CHANGED, () -> network.call(patient, late));
    }

    @Test
    void a_change_sent_again_after_another_one_is_refused() {
        Permission permission = network.call(patient, granting());
        ChangePermission change = change(permission, 2);
        network.call(patient, change);
        revoke(permission.id());

        assertRefused(LedgerErrorCode.VERSION_CHANGED, () -> network.call(patient, change));
    }

    @Test
    void revoking_sent_again_keeps_the_first_time() {
        Permission permission = network.call(patient, granting());
        var revoking = new RevokePermission(patient.record(), permission.id(), 1);
        Permission revoked = network.call(patient, revoking);
        network.clock.pass(Duration.ofMinutes(1));

        assertEquals(revoked, network.call(patient, revoking));
    }

    @Test
    void a_revoked_permission_is_not_changed_any_more() {
        Permission permission = network.call(patient, granting());
        revoke(permission.id());
        var change = new ChangePermission(
                patient.record(), permission.id(), permission.scope(), clinic.grantObject(permission.id(), 2), 2);

        assertRefused(LedgerErrorCode.PERMISSION_REVOKED, () -> network.call(patient, change));
    }

    @Test
    void a_countersignature_is_given_once() {
        Permission permission = clinic.grant(patient, clinician, clinic.scope(Clinic.LAB, Right.WRITE));
        DocumentEntry entry = clinic.upload(patient, clinician, permission);
        CountersignDocument signing = countersigning(entry, 1);
        DocumentEntry signed = network.call(patient, signing);

        assertEquals(signed, network.call(patient, signing));
        assertRefused(
                LedgerErrorCode.DOCUMENT_ALREADY_COUNTERSIGNED, () -> network.call(patient, countersigning(entry, 2)));
    }

    @Test
    void a_removed_private_file_is_not_removed_again_under_its_new_version() {
        var entry = network.call(patient, clinic.addingPrivate(patient));
        var removal = new RemovePrivateDocument(patient.record(), entry.id(), 1);
        var removed = network.call(patient, removal);

        assertEquals(removed, network.call(patient, removal));
        assertRefused(
                LedgerErrorCode.DOCUMENT_UNKNOWN,
                () -> network.call(patient, new RemovePrivateDocument(patient.record(), entry.id(), 2)));
    }

    @Test
    void closing_sent_again_answers_the_closed_record() {
        var closing = new CloseRecord(patient.record(), 1);
        var closed = network.call(patient, closing);

        assertEquals(closed, network.call(patient, closing));
    }

    private CountersignDocument countersigning(DocumentEntry entry, long version) {
        var statement = new SignedStatement.Countersignature(network.id, entry.subject());
        return new CountersignDocument(
                patient.record(), entry.id(), patient.owner().sign(statement.bytes()), version);
    }

    private GrantPermission granting() {
        return clinic.granting(patient, clinician, clinic.scope(Clinic.LAB, Right.READ));
    }

    private ChangePermission change(Permission permission, int grantVersion) {
        return new ChangePermission(
                patient.record(),
                permission.id(),
                permission.scope(),
                clinic.grantObject(permission.id(), grantVersion),
                permission.version());
    }

    private Permission revoke(aegle.record.PermissionId permission) {
        var current = network.ledger()
                .read(LedgerKey.permission(permission).composite().toString());
        long version = decode(current).version();
        return network.call(patient, new RevokePermission(patient.record(), permission, version));
    }

    private static Permission decode(byte... fact) {
        try {
            return aegle.record.codec.LedgerCodec.decode(Permission.class, fact);
        } catch (aegle.record.codec.LedgerFormatException e) {
            throw new IllegalStateException(e);
        }
    }
}
