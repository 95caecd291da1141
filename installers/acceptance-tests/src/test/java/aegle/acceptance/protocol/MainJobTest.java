// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.record.access.AccessEvent;
import aegle.record.access.AccessKind;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.DocumentEntry;
import aegle.record.permission.Permission;
import aegle.record.permission.PermissionScope;
import aegle.record.permission.Right;
import aegle.record.permission.ValidityPeriod;
import aegle.sharing.AccessDeniedException;
import aegle.sharing.IdentityNotConfirmedException;
import aegle.sharing.LedgerRefusalException;
import aegle.sharing.RecordKeyMissingException;
import aegle.sharing.TransferProgress;
import aegle.sharing.privatefile.PrivateFiles.FileDraft;
import aegle.sharing.request.HandOverCode;
import aegle.sharing.request.RequestedAccess;
import aegle.sharing.retrieval.GrantedRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MainJobTest {
    private Participants participants;
    private ClinicianDesk chen;
    private ClinicianDesk weber;
    private Path files;

    @BeforeAll
    void found_the_network(@TempDir Path folder) throws Exception {
        files = Files.createDirectory(folder.resolve("files"));
        participants = Participants.on(folder);
        chen = participants.mayaChen();
        weber = participants.tomWeber();
    }

    @AfterAll
    void stop_the_network() {
        if (participants != null) { // not founded where the class is skipped
            participants.close();
        }
    }

    @Test
    void an_allowed_clinician_uploads_and_opens_what_the_patient_confirms() throws Exception {
        PatientDesk anna = participants.anna();
        anna.allow(chen.member, Right.READ, Right.WRITE);
        GrantedRecord record = recordOf(chen, anna);
        Path file = file("history.pdf", "history of Anna");

        chen.link(record, anna);
        DocumentEntry uploaded = upload(chen, anna, file, DocumentCategory.HISTORY_AND_PHYSICAL);
        try (var seen = anna.documents.open(uploaded, TransferProgress.none())) {
            assertArrayEquals(Files.readAllBytes(file), seen.content());
            anna.documents.countersign(seen);
        }

        var listed = chen.documents.list(recordOf(chen, anna)).getFirst();
        assertTrue(listed.entry().countersignature().isPresent());
        assertEquals("OTHER_DOCUMENT", listed.label().orElseThrow().documentType());
        try (var opened = chen.documents.open(recordOf(chen, anna), listed.entry(), TransferProgress.none())) {
            assertArrayEquals(Files.readAllBytes(file), opened.content());
            assertEquals("history.pdf", opened.name());
            assertEquals(Optional.empty(), opened.permissionLastSeen());
        }
    }

    @Test
    void nothing_is_uploaded_before_the_six_words_agree() throws Exception {
        PatientDesk anna = participants.anna();
        anna.allow(chen.member, Right.READ, Right.WRITE);
        GrantedRecord record = recordOf(chen, anna);

        assertFalse(record.isIdentityConfirmed());
        assertThrows(
                IdentityNotConfirmedException.class,
                () -> upload(chen, anna, file("early.pdf", "early"), DocumentCategory.RADIATION_DOSE));
        assertThrows(IdentityNotConfirmedException.class, () -> chen.link(record, participants.anna()));
    }

    @Test
    void a_stranger_is_denied_and_the_patient_sees_it() throws Exception {
        PatientDesk anna = participants.anna();
        anna.allow(chen.member, Right.READ, Right.WRITE);
        chen.link(recordOf(chen, anna), anna);
        DocumentEntry document = upload(chen, anna, file("dose.pdf", "dose"), DocumentCategory.RADIATION_DOSE);

        AccessDeniedException denial = weber.documents.denied(anna.keys.pseudonym(), document.id(), Optional.empty());

        assertEquals(LedgerErrorCode.PERMISSION_UNKNOWN, denial.reason());
        AccessEvent seen = anna.history.read().events().getFirst();
        assertEquals(weber.member.id(), seen.member());
        assertEquals(AccessKind.OPEN, seen.kind());
        assertFalse(seen.isPermitted());
    }

    @Test
    void a_stopped_permission_opens_nothing_and_moves_the_keys_on() throws Exception {
        PatientDesk anna = participants.anna();
        Permission chens = anna.allow(chen.member, Right.READ, Right.WRITE);
        anna.allow(weber.member, Right.READ);
        chen.link(recordOf(chen, anna), anna);
        DocumentEntry document = upload(chen, anna, file("lab.pdf", "lab"), DocumentCategory.LABORATORY_RESULTS);
        GrantedRecord before = recordOf(chen, anna);

        anna.permissions.stop(current(anna, chens));

        var denial = assertThrows(
                AccessDeniedException.class, () -> chen.documents.open(before, document, TransferProgress.none()));
        assertEquals(LedgerErrorCode.PERMISSION_REVOKED, denial.reason());
        assertTrue(anna.owned.find().categoryKeys().stream().allMatch(key -> key.epoch() == 1));
        try (var opened = weber.documents.open(recordOf(weber, anna), document, TransferProgress.none())) {
            assertEquals("lab", new String(opened.content(), StandardCharsets.UTF_8));
        }
        assertThrows(
                LedgerRefusalException.class,
                () -> chen.upload.upload(before, Drafts.of(file("late.pdf", "late")), TransferProgress.none()));
    }

    @Test
    void an_upload_that_was_sealed_to_a_stale_epoch_is_sealed_anew() throws Exception {
        PatientDesk anna = participants.anna();
        anna.allow(chen.member, Right.READ, Right.WRITE);
        Permission webers = anna.allow(weber.member, Right.READ);
        chen.link(recordOf(chen, anna), anna);
        GrantedRecord before = recordOf(chen, anna);
        anna.permissions.stop(current(anna, webers));

        DocumentEntry entry =
                chen.upload.upload(before, Drafts.of(file("moved.pdf", "moved")), TransferProgress.none());

        assertEquals(1, entry.epoch());
        try (var opened = chen.documents.open(recordOf(chen, anna), entry, TransferProgress.none())) {
            assertEquals("moved", new String(opened.content(), StandardCharsets.UTF_8));
        }
        assertTrue(chen.upload.pending().stream()
                .noneMatch(pending -> pending.call().subject().record().equals(before.id())));
    }

    @Test
    void writing_alone_does_not_open() throws Exception {
        PatientDesk anna = participants.anna();
        anna.allow(weber.member, Right.READ, Right.WRITE);
        anna.allow(chen.member, Right.WRITE);
        weber.link(recordOf(weber, anna), anna);
        DocumentEntry document = upload(weber, anna, file("his.pdf", "his"), DocumentCategory.RADIATION_DOSE);

        assertEquals(List.of(), chen.documents.list(recordOf(chen, anna)));
        var denial = assertThrows(
                AccessDeniedException.class,
                () -> chen.documents.open(recordOf(chen, anna), document, TransferProgress.none()));
        assertEquals(LedgerErrorCode.PERMISSION_UNKNOWN, denial.reason());
    }

    @Test
    void just_these_documents_are_opened_and_no_others() throws Exception {
        PatientDesk anna = participants.anna();
        anna.allow(chen.member, Right.READ, Right.WRITE);
        chen.link(recordOf(chen, anna), anna);
        DocumentEntry shown = upload(chen, anna, file("a.pdf", "shown"), DocumentCategory.RADIATION_DOSE);
        DocumentEntry hidden = upload(chen, anna, file("b.pdf", "hidden"), DocumentCategory.RADIATION_DOSE);
        var now = Participants.CLOCK.instant();
        anna.permissions.allow(
                weber.member,
                new PermissionScope(
                        Set.of(Right.READ),
                        Set.of(DocumentCategory.RADIATION_DOSE),
                        List.of(shown.id()),
                        new ValidityPeriod(now.minusSeconds(1), now.plusSeconds(600)),
                        Optional.empty()));

        GrantedRecord record = recordOf(weber, anna);
        try (var opened = weber.documents.open(record, shown, TransferProgress.none())) {
            assertEquals("shown", new String(opened.content(), StandardCharsets.UTF_8));
        }
        assertThrows(AccessDeniedException.class, () -> weber.documents.open(record, hidden, TransferProgress.none()));
    }

    @Test
    void a_clinician_asks_by_the_code_and_the_patient_answers() throws Exception {
        PatientDesk anna = participants.anna();
        var code = HandOverCode.parse(HandOverCode.of(anna.owned).text(), chen.ledger.network())
                .orElseThrow();
        chen.asking.ask(
                code,
                new RequestedAccess(
                        chen.member.id(),
                        Set.of(Right.READ),
                        Set.of(DocumentCategory.LABORATORY_RESULTS),
                        30,
                        "second opinion"));

        var received = anna.answering.open().getFirst();
        assertEquals("second opinion", received.access().reason());
        anna.answering.decline(received);

        assertEquals(List.of(), anna.answering.open());
    }

    @Test
    void private_files_are_the_patients_alone() throws Exception {
        PatientDesk anna = participants.anna();
        Path diary = file("diary.txt", "private words");

        anna.privateFiles.add(
                new FileDraft(diary, "diary.txt", "Diary", "text/plain", LocalDate.of(2026, 11, 1)),
                TransferProgress.none());

        var listed = anna.privateFiles.list().getFirst();
        assertEquals("diary.txt", listed.name());
        try (var opened = anna.privateFiles.open(listed.entry(), TransferProgress.none())) {
            assertEquals("private words", new String(opened.content(), StandardCharsets.UTF_8));
        }
        anna.privateFiles.remove(listed.entry());
        assertEquals(List.of(), anna.privateFiles.list());
    }

    @Test
    void the_history_has_every_look_upload_and_refusal() throws Exception {
        PatientDesk anna = participants.anna();
        anna.allow(chen.member, Right.READ, Right.WRITE);
        chen.link(recordOf(chen, anna), anna);
        DocumentEntry document = upload(chen, anna, file("counted.pdf", "counted"), DocumentCategory.RADIATION_DOSE);
        chen.documents
                .open(recordOf(chen, anna), document, TransferProgress.none())
                .close();
        for (int i = 0; i < 5; i++) {
            weber.documents.denied(anna.keys.pseudonym(), document.id(), Optional.empty());
        }

        var history = anna.history.read();

        assertEquals(5, history.events().size());
        assertEquals(
                3,
                history.events().stream().filter(event -> !event.isPermitted()).count());
        assertEquals(5, history.denials().getFirst().count());
    }

    private GrantedRecord recordOf(ClinicianDesk clinician, PatientDesk patient) throws Exception {
        return clinician.records.read().records().stream()
                .filter(record -> record.id().equals(patient.keys.pseudonym()))
                .findFirst()
                .orElseThrow();
    }

    private DocumentEntry upload(ClinicianDesk clinician, PatientDesk patient, Path file, DocumentCategory category)
            throws Exception {
        return clinician.upload.upload(
                recordOf(clinician, patient), Drafts.of(file, category), TransferProgress.none());
    }

    private static Permission current(PatientDesk patient, Permission permission) throws Exception {
        return patient.permissions.permissions().stream()
                .filter(candidate -> candidate.id().equals(permission.id()))
                .findFirst()
                .orElseThrow(() -> new RecordKeyMissingException("gone"));
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(files.resolve(name), content);
    }
}
