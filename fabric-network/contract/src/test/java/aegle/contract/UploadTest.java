// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import static aegle.contract.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import aegle.contract.Clinic.Clinician;
import aegle.record.ContentCommitment;
import aegle.record.call.DocumentCalls.AddDocument;
import aegle.record.call.DocumentCalls.ListDocuments;
import aegle.record.call.DocumentCalls.ListGrantedDocuments;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.command.SignedStatement.DocumentSubject;
import aegle.record.metadata.DocumentEntry;
import aegle.record.metadata.StoredDocument;
import aegle.record.permission.Permission;
import aegle.record.permission.Right;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UploadTest {
    private final Clinic clinic = Clinic.open();
    private final Network network = clinic.network;
    private final Patient patient = clinic.newPatient();
    private final Clinician clinician = clinic.newClinician();
    private final Permission permission = clinic.grant(patient, clinician, clinic.scope(Clinic.LAB, Right.WRITE));

    @Test
    void the_owner_sees_what_was_added() {
        DocumentEntry entry = clinic.upload(patient, clinician, permission);

        assertEquals(List.of(entry), owned());
        assertEquals(network.clock.instant(), entry.recordedAt());
    }

    @Test
    void a_signature_of_another_or_over_something_else_is_refused() {
        AddDocument good = clinic.adding(patient, clinician, permission, Clinic.LAB);
        var forged = new AddDocument(
                good.permission(), good.subject(), 0, patient.owner().sign((byte) 1), good.objects());
        var moved = new AddDocument(
                good.permission(),
                with(good.subject(), "records", clinician, good.subject().time()),
                0,
                good.uploaderSignature(),
                good.objects());

        assertRefused(LedgerErrorCode.STATEMENT_INVALID, () -> network.call(clinician.person(), forged));
        assertRefused(LedgerErrorCode.STATEMENT_INVALID, () -> network.call(clinician.person(), moved));
    }

    @Test
    void an_upload_for_another_channel_or_in_anothers_name_is_refused() {
        DocumentSubject subject =
                clinic.adding(patient, clinician, permission, Clinic.LAB).subject();
        Clinician other = clinic.newClinician();
        var elsewhere = clinic.adding(clinician, permission, with(subject, "elsewhere", clinician, subject.time()));
        var foreign = clinic.adding(clinician, permission, with(subject, "records", other, subject.time()));

        assertRefused(LedgerErrorCode.STATEMENT_INVALID, () -> network.call(clinician.person(), elsewhere));
        assertRefused(LedgerErrorCode.STATEMENT_INVALID, () -> network.call(clinician.person(), foreign));
    }

    @Test
    void an_uploaders_time_may_not_lie_ahead() {
        DocumentSubject subject =
                clinic.adding(patient, clinician, permission, Clinic.LAB).subject();
        Instant ahead = network.clock.instant().plusSeconds(61);
        var call = clinic.adding(clinician, permission, with(subject, "records", clinician, ahead));

        assertRefused(LedgerErrorCode.CLOCK_OFF, () -> network.call(clinician.person(), call));
    }

    @Test
    void an_object_belongs_to_one_document() {
        AddDocument first = clinic.adding(patient, clinician, permission, Clinic.LAB);
        network.call(clinician.person(), first);
        AddDocument second = clinic.adding(patient, clinician, permission, Clinic.LAB);
        var sharing = new AddDocument(
                second.permission(),
                second.subject(),
                0,
                second.uploaderSignature(),
                new StoredDocument(
                        first.objects().body(),
                        second.objects().envelope(),
                        second.objects().label()));

        assertRefused(LedgerErrorCode.OBJECT_NAME_TAKEN, () -> network.call(clinician.person(), sharing));
    }

    @Test
    void private_objects_make_no_clinical_document() {
        AddDocument good = clinic.adding(patient, clinician, permission, Clinic.LAB);
        var wrong = new AddDocument(
                good.permission(),
                good.subject(),
                0,
                good.uploaderSignature(),
                clinic.addingPrivate(patient).objects());

        assertRefused(LedgerErrorCode.OBJECT_NOT_ALLOWED, () -> network.call(clinician.person(), wrong));
    }

    @Test
    void who_may_only_write_lists_her_own_uploads_alone() {
        Clinician other = clinic.newClinician();
        Permission others = clinic.grant(patient, other, clinic.scope(Clinic.LAB, Right.WRITE));
        DocumentEntry own = clinic.upload(patient, clinician, permission);
        clinic.upload(patient, other, others);

        assertEquals(List.of(own), granted(clinician, permission));
    }

    @Test
    void who_was_given_single_documents_lists_these_alone() {
        DocumentEntry given = clinic.upload(patient, clinician, permission);
        clinic.upload(patient, clinician, permission);
        Clinician reader = clinic.newClinician();
        Permission single = clinic.grant(patient, reader, clinic.justThis(given));

        assertEquals(List.of(given), granted(reader, single));
    }

    @Test
    void a_document_outside_of_the_given_ones_is_denied() {
        DocumentEntry given = clinic.upload(patient, clinician, permission);
        DocumentEntry kept = clinic.upload(patient, clinician, permission);
        Clinician reader = clinic.newClinician();
        Permission single = clinic.grant(patient, reader, clinic.justThis(given));

        assertEquals(
                Optional.of(LedgerErrorCode.DOCUMENT_NOT_COVERED),
                clinic.look(reader, kept, single).denial());
    }

    @Test
    void two_uploads_to_one_record_touch_no_common_key() {
        Clinician other = clinic.newClinician();
        Permission others = clinic.grant(patient, other, clinic.scope(Clinic.LAB, Right.WRITE));
        FakeStub one = network.stub(
                clinician.person(), clinic.adding(patient, clinician, permission, Clinic.LAB), Optional.empty());
        FakeStub two =
                network.stub(other.person(), clinic.adding(patient, other, others, Clinic.LAB), Optional.empty());
        network.answer(one);
        network.answer(two);

        var common = new java.util.HashSet<>(one.writes().keySet());
        common.retainAll(two.writes().keySet());
        assertEquals(java.util.Set.of(), common);
    }

    @Test
    void an_event_says_no_more_than_two_bytes_of_a_digest() {
        clinic.upload(patient, clinician, permission);

        byte[] digest = Sha256.of(patient.record().value().toByteArray()).toByteArray();
        assertArrayEquals(Arrays.copyOf(digest, 2), network.ledger().events().getLast());
    }

    private static DocumentSubject with(DocumentSubject subject, String channel, Clinician uploader, Instant time) {
        return new DocumentSubject(
                channel,
                subject.record(),
                subject.document(),
                subject.category(),
                ContentCommitment.of(new byte[32]),
                uploader.id(),
                time);
    }

    private List<DocumentEntry> owned() {
        return network.call(patient, new ListDocuments(patient.record(), Clinic.LAB, 10, ""))
                .documents();
    }

    private List<DocumentEntry> granted(Clinician reader, Permission by) {
        return network.call(reader.person(), new ListGrantedDocuments(patient.record(), by.id(), Clinic.LAB, 10, ""))
                .documents();
    }
}
