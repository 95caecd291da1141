// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import aegle.crypto.DecryptionException;
import aegle.crypto.seal.Envelope;
import aegle.crypto.seal.GrantContent;
import aegle.record.AccessId;
import aegle.record.Bytes;
import aegle.record.DocumentId;
import aegle.record.call.DocumentCalls.AddDocument;
import aegle.record.call.DocumentCalls.ListGrantedDocuments;
import aegle.record.call.DocumentCalls.OpenDocument;
import aegle.record.call.LedgerCall;
import aegle.record.call.PermissionCalls.GrantPermission;
import aegle.record.call.Query;
import aegle.record.call.StoreCalls.DocumentUrls;
import aegle.record.call.Transaction;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.DocumentEntry;
import aegle.record.permission.Permission;
import aegle.record.permission.PermissionScope;
import aegle.record.permission.Right;
import aegle.record.permission.StudyConsent;
import aegle.sharing.LedgerRefusalException;
import aegle.sharing.SharingException;
import aegle.sharing.key.GrantOpening;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Permissions used for more than they say. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PermissionAttackTest {
    private static final DocumentCategory DOSE = DocumentCategory.RADIATION_DOSE;
    private static final DocumentCategory LABORATORY = DocumentCategory.LABORATORY_RESULTS;

    private Participants participants;
    private ClinicianDesk chen;
    private ClinicianDesk weber;
    private PatientDesk anna;
    private Path file;
    private DocumentEntry document;
    private DocumentEntry other;

    @BeforeAll
    void open_annas_record(@TempDir Path folder) throws Exception {
        file = Files.writeString(folder.resolve("dose.pdf"), "delivered");
        participants = Participants.on(folder);
        chen = participants.mayaChen();
        weber = participants.tomWeber();
        anna = participants.anna();
        anna.allow(chen.member, Right.READ, Right.WRITE);
        chen.link(anna);
        document = chen.upload(anna, file, DOSE);
        other = chen.upload(anna, file, DOSE);
    }

    @AfterAll
    void stop_the_network() {
        if (participants != null) { // not founded where the class is skipped
            participants.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> nobody_opens_what_is_not_granted() throws Exception {
        return new Refusals(participants, file)
                .all().entrySet().stream().map(check -> DynamicTest.dynamicTest(check.getKey(), check.getValue()));
    }

    @Test
    void a_permission_for_one_category_serves_no_other() throws Exception {
        Permission laboratory = anna.allow(weber.member, Set.of(LABORATORY), Right.READ, Right.WRITE);

        requireRefused(
                LedgerErrorCode.CATEGORY_NOT_COVERED,
                new ListGrantedDocuments(laboratory.record(), laboratory.id(), DOSE, 10, ""));
        requireRefused(LedgerErrorCode.CATEGORY_NOT_COVERED, urls(laboratory, document));
        requireDenied(LedgerErrorCode.CATEGORY_NOT_COVERED, laboratory, document);
    }

    @Test
    void a_permission_for_one_document_serves_no_other() throws Exception {
        Permission single = anna.permissions.allow(
                weber.member, scope(Set.of(Right.READ), List.of(document.id()), Optional.empty()));

        requireRefused(LedgerErrorCode.DOCUMENT_NOT_COVERED, urls(single, other));
        requireDenied(LedgerErrorCode.DOCUMENT_NOT_COVERED, single, other);
        assertEquals(
                List.of(document.id()),
                weber
                        .ledger
                        .evaluate(new ListGrantedDocuments(single.record(), single.id(), DOSE, 10, ""))
                        .documents()
                        .stream()
                        .map(DocumentEntry::id)
                        .toList());
    }

    @Test
    void a_permission_to_share_with_a_study_opens_nothing() throws Exception {
        var study = Bytes.of(new byte[16]);
        Permission shares = anna.permissions.allow(
                weber.member, scope(Set.of(Right.SHARE), List.of(), Optional.of(new StudyConsent(study, true))));

        requireRefused(LedgerErrorCode.RIGHT_MISSING, urls(shares, document));
        requireDenied(LedgerErrorCode.RIGHT_MISSING, shares, document);
    }

    @Test
    void who_only_writes_is_refused_by_the_ledger_and_has_no_key() throws Exception {
        Permission writes = anna.allow(weber.member, Set.of(DOSE), Right.WRITE);

        requireRefused(LedgerErrorCode.RIGHT_MISSING, urls(writes, document));
        requireDenied(LedgerErrorCode.RIGHT_MISSING, writes, document);
        byte[] envelope = anna.store.get(
                document.objects().envelope(),
                anna.owned.downloadGate(document.objects().envelope()));
        var grants = new GrantOpening(weber.ledger, weber.store, weber.memory, weber.keys);
        try (GrantContent grant = grants.open(writes, anna.keys.signingPublicKey())) {
            assertEquals(Optional.empty(), grant.keys().category(DOSE.name(), document.epoch()));
            assertThrows(DecryptionException.class, () -> Envelope.open(envelope, weber.keys.encryption()));
        }
    }

    @Test
    void an_operations_number_serves_nothing_else() throws Exception {
        Permission given = anna.allow(weber.member, Set.of(DOSE), Right.READ);
        var look = new OpenDocument(
                given.record(), document.id(), AccessId.random(Participants.RANDOM), Optional.of(given.id()));
        var looked = weber.ledger.submit(look);
        byte[] inside = Files.readAllBytes(file);
        var upload = Forgery.of(chen, anna, inside, inside);
        upload.upload();
        var changed = Forgery.of(chen, anna, inside, inside).call().objects();

        requireRefused(
                LedgerErrorCode.OPERATION_ID_REUSED,
                weber,
                new OpenDocument(look.record(), other.id(), look.access(), look.permission()));
        requireRefused(
                LedgerErrorCode.OPERATION_ID_REUSED,
                chen,
                new AddDocument(
                        upload.call().permission(),
                        upload.call().subject(),
                        upload.call().epoch(),
                        upload.call().uploaderSignature(),
                        changed));
        var before = RecordListing.of(anna);
        var refusal = assertThrows(
                LedgerRefusalException.class,
                () -> anna.owned.perform(new GrantPermission(
                        given.record(),
                        given.id(),
                        given.grantee(),
                        scope(Set.of(Right.READ, Right.WRITE), List.of(), Optional.empty()),
                        given.grant())));
        assertEquals(LedgerErrorCode.OPERATION_ID_REUSED, refusal.code());
        assertEquals(before, RecordListing.of(anna));
        assertEquals(looked, weber.ledger.submit(look));
    }

    @Test
    void nobody_adds_a_document_that_she_has_not_signed() throws Exception {
        byte[] content = Files.readAllBytes(file);
        AddDocument own = Forgery.of(chen, anna, content, content).call();
        AddDocument other = Forgery.of(chen, anna, content, content).call();

        requireRefused(
                LedgerErrorCode.STATEMENT_INVALID,
                chen,
                new AddDocument(
                        own.permission(), own.subject(), own.epoch(), other.uploaderSignature(), own.objects()));
    }

    private static PermissionScope scope(Set<Right> rights, List<DocumentId> documents, Optional<StudyConsent> study) {
        var now = Participants.CLOCK.instant();
        return new PermissionScope(
                rights,
                Set.of(DOSE),
                documents,
                new aegle.record.permission.ValidityPeriod(now.minusSeconds(1), now.plusSeconds(600)),
                study);
    }

    private static DocumentUrls urls(Permission by, DocumentEntry entry) {
        return new DocumentUrls(
                by.record(), by.id(), entry.id(), entry.objects().body().key());
    }

    private void requireRefused(LedgerErrorCode code, Query<?> call) throws SharingException {
        requireRefused(code, weber, call);
    }

    private void requireRefused(LedgerErrorCode code, ClinicianDesk attacker, LedgerCall<?> call)
            throws SharingException {
        var before = RecordListing.of(anna);
        var refusal = assertThrows(
                LedgerRefusalException.class,
                () -> {
                    if (call instanceof Query<?> query) {
                        attacker.ledger.evaluate(query);
                    } else {
                        attacker.ledger.submit((Transaction<?>) call);
                    }
                },
                call.function());
        assertEquals(code, refusal.code(), call.function());
        assertEquals(before, RecordListing.of(anna));
    }

    /** Denied, and seen by the patient; nothing else has changed. */
    private void requireDenied(LedgerErrorCode code, Permission by, DocumentEntry entry) throws SharingException {
        var before = RecordListing.of(anna);
        assertEquals(Optional.of(code), Refusals.denial(weber, entry, Optional.of(by)));
        var after = RecordListing.of(anna);
        assertEquals(before.documents(), after.documents());
        assertEquals(before.permissions(), after.permissions());
        assertEquals(before.view(), after.view());
    }
}
