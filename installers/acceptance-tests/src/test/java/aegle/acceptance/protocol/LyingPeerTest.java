// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import aegle.record.CategoryKey;
import aegle.record.PatientRecord;
import aegle.record.PermissionId;
import aegle.record.call.PermissionCalls.PermissionPage;
import aegle.record.call.RecordCalls.AdvanceEpoch;
import aegle.record.call.RecordCalls.GrantRenewal;
import aegle.record.call.RecordCalls.RecordView;
import aegle.record.command.SignedStatement;
import aegle.record.command.SignedStatement.DocumentSubject;
import aegle.record.command.TaggedSignature;
import aegle.record.member.Member;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.DocumentEntry;
import aegle.record.permission.Permission;
import aegle.record.permission.PermissionScope;
import aegle.record.permission.Right;
import aegle.record.permission.ValidityPeriod;
import aegle.sharing.IntegrityCheck;
import aegle.sharing.RecordIntegrityException;
import aegle.sharing.TransferProgress;
import aegle.sharing.key.GrantOpening;
import aegle.sharing.key.GrantSealing;
import aegle.sharing.key.MemberTrust;
import aegle.sharing.key.OwnedRecord;
import aegle.sharing.key.PatientCard;
import aegle.sharing.permission.PermissionEditing;
import aegle.sharing.permission.PermissionEditing.Surroundings;
import aegle.sharing.retrieval.GrantedRecord;
import aegle.sharing.retrieval.GrantedRecords;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** One peer's lies gain nobody a key: whom a patient allows, and to whom keys are sealed anew, does not hang on its word. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LyingPeerTest {
    private static final DocumentCategory DOSE = DocumentCategory.RADIATION_DOSE;

    private Participants participants;
    private ClinicianDesk chen;
    private ClinicianDesk weber;
    private PatientDesk anna;
    private PermissionScope scope;

    @BeforeAll
    void found_the_network(@TempDir Path folder) throws Exception {
        participants = Participants.on(folder);
        chen = participants.mayaChen();
        weber = participants.tomWeber();
        Instant now = Participants.CLOCK.instant();
        scope = new PermissionScope(
                Set.of(Right.READ),
                Set.of(DOSE),
                List.of(),
                new ValidityPeriod(now.minusSeconds(1), now.plus(Duration.ofDays(30))),
                Optional.empty());
    }

    @BeforeEach
    void meet_a_patient() throws Exception {
        anna = participants.anna();
    }

    @AfterAll
    void stop_the_network() {
        if (participants != null) { // not founded where the class is skipped
            participants.close();
        }
    }

    @Test
    void another_enrolled_clinician_s_keys_under_the_right_number_are_refused() throws Exception {
        UnaryOperator<Record> lie = answer -> answer.equals(chen.member) ? standingInFor(chen.member) : answer;
        var peer = new LyingPeer(anna.ledger, lie);
        Member shown = (Member) lie.apply(chen.member);

        var refusal =
                assertThrows(RecordIntegrityException.class, () -> editing(peer).allow(shown, scope));

        assertEquals(IntegrityCheck.MEMBER_KEYS, refusal.check());
        assertEquals(List.of(), anna.permissions.permissions());
    }

    @Test
    void keys_are_not_sealed_anew_to_a_clinician_who_stands_in_for_an_allowed_one() throws Exception {
        Permission kept = anna.allow(chen.member, Right.READ);
        Permission stopped = anna.allow(weber.member, Right.READ);
        var peer =
                new LyingPeer(anna.ledger, answer -> answer.equals(chen.member) ? standingInFor(chen.member) : answer);

        editing(peer).stop(stopped);

        assertEquals(List.of(), renewed(peer));
        assertEquals(kept, anna.current(kept));
    }

    @Test
    void keys_are_not_sealed_anew_for_a_permission_that_a_peer_invents_or_widens() throws Exception {
        var narrow = new PermissionScope(
                scope.rights(),
                Set.of(DocumentCategory.LABORATORY_RESULTS),
                List.of(),
                scope.validity(),
                Optional.empty());
        Permission narrower = anna.permissions.allow(chen.member, narrow);
        Permission stopped = anna.allow(chen.member, Right.READ);
        var peer = new LyingPeer(
                anna.ledger, answer -> answer instanceof PermissionPage page ? withLies(page, narrower) : answer);

        editing(peer).stop(stopped);

        assertEquals(List.of(), renewed(peer));
    }

    @Test
    void keys_are_not_sealed_anew_for_a_permission_whose_end_a_peer_hides() throws Exception {
        Permission first = anna.allow(chen.member, Right.READ);
        Permission second = anna.allow(weber.member, Right.READ);
        anna.permissions.stop(first);
        var peer = new LyingPeer(
                anna.ledger,
                answer -> answer instanceof PermissionPage page
                        ? new PermissionPage(
                                page.permissions().stream()
                                        .map(permission -> permission.id().equals(first.id()) ? first : permission)
                                        .toList(),
                                page.bookmark())
                        : answer);

        editing(peer).stop(anna.current(second));

        assertEquals(List.of(), renewed(peer));
    }

    @Test
    void another_recipient_is_not_sealed_to() throws Exception {
        anna.allow(chen.member, Right.READ, Right.WRITE);
        PatientDesk mallory = participants.anna();
        for (CategoryKey stranger : List.of(
                mallory.owned.categoryKey(DOSE, 0),
                new CategoryKey(
                        anna.owned.id(),
                        DOSE,
                        0,
                        mallory.owned.categoryKey(DOSE, 0).recipient(),
                        anna.owned.categoryKey(DOSE, 0).statement()))) {
            UnaryOperator<Record> lie = withRecipient(stranger);

            assertEquals(List.of(IntegrityCheck.CATEGORY_RECIPIENT), unreadable(lie));
            assertEquals(IntegrityCheck.CATEGORY_RECIPIENT, ownersFailure(lie));
        }
    }

    /** The upload was sealed before the keys moved on, so it must be sealed anew, to whom the peer says. */
    @Test
    void an_upload_is_not_sealed_anew_to_another_recipient(@TempDir Path folder) throws Exception {
        anna.allow(chen.member, Right.READ, Right.WRITE);
        chen.link(anna);
        GrantedRecord before = chen.recordOf(anna);
        anna.permissions.stop(anna.allow(weber.member, Right.READ));
        CategoryKey stranger = participants.anna().owned.categoryKey(DOSE, 1);
        var peer = new LyingPeer(chen.ledger, withRecipient(stranger));
        Path file = Files.writeString(folder.resolve("dose.pdf"), "dose");

        var refusal = assertThrows(
                RecordIntegrityException.class,
                () -> chen.uploadThrough(peer, folder.resolve("outbox"))
                        .upload(before, Drafts.of(file, DOSE), TransferProgress.none()));

        assertEquals(IntegrityCheck.CATEGORY_RECIPIENT, refusal.check());
        assertEquals(List.of(), anna.documents.entries());
    }

    @Test
    void another_owners_key_is_not_believed_at_first_sight_nor_later() throws Exception {
        anna.allow(chen.member, Right.READ, Right.WRITE);
        PatientDesk mallory = participants.anna();
        UnaryOperator<Record> lie = answer -> answer instanceof RecordView view
                ? new RecordView(
                        new PatientRecord(
                                view.record().id(),
                                mallory.keys.signingPublicKey(),
                                view.record().status(),
                                view.record().openedAt(),
                                view.record().version()),
                        view.categoryKeys())
                : answer;

        assertEquals(List.of(IntegrityCheck.GRANT_SIGNATURE), unreadable(lie));
        chen.recordOf(anna);
        assertEquals(List.of(IntegrityCheck.OWNER_KEY), unreadable(lie));
        assertEquals(IntegrityCheck.OWNER_KEY, ownersFailure(lie));
    }

    @Test
    void another_list_of_documents_shows_no_other_content(@TempDir Path folder) throws Exception {
        anna.allow(chen.member, Right.READ, Right.WRITE);
        chen.link(anna);
        DocumentEntry one = chen.upload(anna, Files.writeString(folder.resolve("1.pdf"), "one"), DOSE);
        DocumentEntry two = chen.upload(anna, Files.writeString(folder.resolve("2.pdf"), "two"), DOSE);
        var swapped = new DocumentEntry(
                one.subject(),
                one.epoch(),
                one.uploaderSignature(),
                two.objects(),
                one.recordedAt(),
                one.countersignature(),
                one.version());
        DocumentSubject said = one.subject();
        var invented = new DocumentEntry(
                new DocumentSubject(
                        said.channel(),
                        said.record(),
                        said.document(),
                        said.category(),
                        said.commitment(),
                        weber.member.id(),
                        said.time()),
                one.epoch(),
                one.uploaderSignature(),
                one.objects(),
                one.recordedAt(),
                one.countersignature(),
                one.version());
        var confirmed = one.countersigned(one.uploaderSignature());

        assertEquals(IntegrityCheck.CONTEXT, failure(swapped));
        assertEquals(IntegrityCheck.UPLOADER_SIGNATURE, failure(invented));
        assertEquals(IntegrityCheck.COUNTERSIGNATURE, failure(confirmed));
        assertEquals("one", new String(anna.read(one), StandardCharsets.UTF_8));
    }

    /** Shows each record with that key alone. */
    private static UnaryOperator<Record> withRecipient(CategoryKey key) {
        return answer -> answer instanceof RecordView view ? new RecordView(view.record(), List.of(key)) : answer;
    }

    /** What Anna's program finds wrong with her record, seen through a lying peer. */
    private IntegrityCheck ownersFailure(UnaryOperator<Record> lie) {
        var owner = new OwnedRecord(new LyingPeer(anna.ledger, lie), anna.keys);
        return assertThrows(RecordIntegrityException.class, owner::find).check();
    }

    /** What keeps Anna's program from showing an entry that a peer has listed. */
    private IntegrityCheck failure(DocumentEntry listed) {
        return assertThrows(RecordIntegrityException.class, () -> anna.read(listed))
                .check();
    }

    /** What Dr. Chen's program finds wrong with Anna's record, seen through a lying peer. */
    private List<IntegrityCheck> unreadable(UnaryOperator<Record> lie) throws Exception {
        var peer = new LyingPeer(chen.ledger, lie);
        var grants = new GrantOpening(peer, chen.store, chen.memory, chen.keys);
        var overview = new GrantedRecords(peer, grants, chen.links, Participants.CLOCK).read();
        assertFalse(overview.records().stream().anyMatch(record -> record.id().equals(anna.owned.id())));
        return overview.unreadable().stream()
                .filter(unreadable -> unreadable.permission().record().equals(anna.owned.id()))
                .map(GrantedRecords.Unreadable::check)
                .toList();
    }

    /** What the peer shows instead: Weber's certificate and keys, which he has signed for under another's number. */
    private Member standingInFor(Member other) {
        Member own = weber.member;
        var statement = new SignedStatement.EncryptionKey(
                anna.ledger.network(), other.id().value(), own.encryptionKey());
        return new Member(
                other.id(),
                other.hospital(),
                own.key(),
                own.encryptionKey(),
                TaggedSignature.of(weber.keys.signing().sign(statement.bytes())),
                other.professional(),
                other.attestation(),
                other.status(),
                own.certificate(),
                other.version());
    }

    private PermissionPage withLies(PermissionPage page, Permission narrower) {
        var shown = new ArrayList<Permission>();
        for (Permission permission : page.permissions()) {
            shown.add(
                    permission.id().equals(narrower.id()) ? permission.changed(scope, permission.grant()) : permission);
        }
        PermissionId invented = PermissionId.random(Participants.RANDOM);
        shown.add(new Permission(
                invented,
                narrower.record(),
                weber.member.id(),
                scope,
                narrower.grant(),
                narrower.grantedAt(),
                Optional.empty(),
                1));
        return new PermissionPage(shown, page.bookmark());
    }

    private static List<GrantRenewal> renewed(LyingPeer peer) {
        return peer.performed.stream()
                .filter(AdvanceEpoch.class::isInstance)
                .flatMap(call -> ((AdvanceEpoch) call).renewals().stream())
                .toList();
    }

    /** Anna's wallet, connected to the lying peer. */
    private PermissionEditing editing(LyingPeer peer) {
        var owned = new OwnedRecord(peer, anna.keys);
        var card = new PatientCard("Anna Lindqvist", LocalDate.of(1961, 4, 9), List.of("N-4711"));
        return new PermissionEditing(
                owned,
                new GrantSealing(owned, card, anna.documents::envelopes),
                new MemberTrust(peer, anna.membership),
                new Surroundings(anna.store, anna.memory, Participants.CLOCK, Participants.RANDOM));
    }
}
