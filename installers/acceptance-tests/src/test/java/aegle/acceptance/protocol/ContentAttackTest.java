// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import aegle.client.local.SqliteSealedStore;
import aegle.crypto.record.RecordCipher;
import aegle.record.PermissionId;
import aegle.record.call.PermissionCalls.GrantPermission;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.DocumentEntry;
import aegle.record.metadata.StoredObject;
import aegle.record.permission.Permission;
import aegle.record.permission.PermissionScope;
import aegle.record.permission.Right;
import aegle.record.permission.ValidityPeriod;
import aegle.sharing.IntegrityCheck;
import aegle.sharing.RecordIntegrityException;
import aegle.sharing.SharingException;
import aegle.sharing.TransferProgress;
import aegle.sharing.key.GrantOpening;
import aegle.sharing.key.GrantSealing;
import aegle.sharing.key.MemberTrust;
import aegle.sharing.key.OwnedRecord;
import aegle.sharing.key.PatientCard;
import aegle.sharing.retrieval.CipherFolder;
import aegle.sharing.retrieval.OwnerDocuments;
import aegle.sharing.retrieval.OwnerDocuments.DocumentReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sealed objects that are not what they should be: altered, swapped, cut, of an earlier time, or sealed dishonestly by somebody who
 * may. Where stores are the liars, the digest on the ledger is taken for broken ({@link FalseStore}): it is not the only guard.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContentAttackTest {
    private static final DocumentCategory DOSE = DocumentCategory.RADIATION_DOSE;
    private static final PatientCard CARD =
            new PatientCard("Anna Lindqvist", LocalDate.of(1961, 4, 9), List.of("N-4711"));

    private Path folder;
    private Participants participants;
    private ClinicianDesk chen;
    private PatientDesk anna;
    private FalseStore store;
    private DocumentEntry document;
    private DocumentEntry other;
    private int readers;

    @BeforeAll
    void open_annas_record(@TempDir Path made) throws Exception {
        folder = made;
        participants = Participants.on(folder);
        chen = participants.mayaChen();
        anna = participants.anna();
        anna.allow(chen.member, Right.READ, Right.WRITE);
        chen.link(anna);
        document = chen.upload(anna, Files.writeString(folder.resolve("dose.pdf"), "delivered"), DOSE);
        other = chen.upload(anna, Files.writeString(folder.resolve("other.pdf"), "something"), DOSE);
        store = new FalseStore(anna.store);
    }

    @AfterAll
    void stop_the_network() {
        if (participants != null) { // not founded where the class is skipped
            participants.close();
        }
    }

    @Test
    void an_altered_or_cut_envelope_does_not_open() throws Exception {
        for (Change change : Change.values()) {
            requireUnread(IntegrityCheck.SEAL, ".e", change);
        }
    }

    @Test
    void an_altered_or_cut_body_does_not_open() throws Exception {
        requireUnread(IntegrityCheck.SEAL, ".b", Change.ALTERED);
        requireUnread(IntegrityCheck.CIPHERTEXT_DIGEST, ".b", Change.CUT);
        requireUnread(IntegrityCheck.CIPHERTEXT_DIGEST, ".b", Change.EMPTY);
    }

    @Test
    void another_documents_envelope_is_not_taken_for_this_ones() throws Exception {
        store.tell((object, bytes) -> object.key().path().endsWith(".e")
                ? anna.store.get(
                        other.objects().envelope(),
                        anna.owned.downloadGate(other.objects().envelope()))
                : bytes);
        requireFailure(IntegrityCheck.CONTEXT, () -> open(document));
    }

    @Test
    void another_documents_body_is_not_taken_for_this_ones() throws Exception {
        byte[] body = bytes(other.objects().body());
        store.tell((object, bytes) -> object.key().path().endsWith(".b") ? body : bytes);
        requireFailure(IntegrityCheck.SEAL, () -> open(document));
    }

    @Test
    void a_label_that_is_altered_cut_or_anothers_is_not_shown() throws Exception {
        for (Change change : Change.values()) {
            store.tell((object, bytes) -> isLabel(document, object) ? change.of(bytes) : bytes);
            assertEquals(Optional.of(IntegrityCheck.SEAL), labelFailure());
        }
        byte[] others = anna.store.get(
                other.objects().label(), anna.owned.downloadGate(other.objects().label()));
        store.tell((object, bytes) -> isLabel(document, object) ? others : bytes);
        assertEquals(Optional.of(IntegrityCheck.CONTEXT), labelFailure());
    }

    @Test
    void a_grant_that_is_altered_cut_anothers_or_rolled_back_is_not_believed() throws Exception {
        Permission first = anna.allow(chen.member, Set.of(DOSE), Right.READ);
        Permission second = anna.allow(chen.member, Set.of(DOSE), Right.READ);
        byte[] old = grant(first);
        Permission changed = anna.permissions.change(
                first,
                chen.member,
                new PermissionScope(
                        Set.of(Right.READ),
                        Set.of(DocumentCategory.LABORATORY_RESULTS),
                        List.of(),
                        first.scope().validity(),
                        Optional.empty()));
        for (Change change : Change.values()) {
            requireFailure(IntegrityCheck.SEAL, () -> openGrant(changed, change.of(grant(changed))));
        }
        byte[] others = grant(second);
        requireFailure(IntegrityCheck.GRANT_SIGNATURE, () -> openGrant(changed, others));
        requireFailure(IntegrityCheck.GRANT_SIGNATURE, () -> openGrant(changed, old));
        openGrant(changed, grant(changed));
    }

    /** The owner herself is the attacker: what she seals and signs is not what she tells the ledger. */
    @Test
    void a_grant_whose_sealed_terms_differ_from_the_ledgers_is_not_believed() throws Exception {
        PatientDesk dishonest = participants.anna();
        Instant now = Participants.CLOCK.instant();
        var narrow = new PermissionScope(
                Set.of(Right.READ),
                Set.of(DOSE),
                List.of(),
                new ValidityPeriod(now.minusSeconds(1), now.plus(Duration.ofDays(1))),
                Optional.empty());
        var wide = new PermissionScope(
                Set.of(Right.READ, Right.WRITE),
                Set.of(DocumentCategory.values()),
                List.of(),
                narrow.validity(),
                Optional.empty());
        var longer = new PermissionScope(
                narrow.rights(),
                narrow.categories(),
                List.of(),
                new ValidityPeriod(now.minusSeconds(1), now.plus(Duration.ofDays(300))),
                Optional.empty());
        for (PermissionScope sealed : List.of(wide, longer)) {
            Permission permission = grantSealedAs(dishonest, sealed, narrow);
            requireFailure(IntegrityCheck.CONTEXT, () -> openGrant(dishonest, permission));
        }
        openGrant(dishonest, grantSealedAs(dishonest, narrow, narrow));
    }

    @Test
    void one_ciphertext_for_two_plaintexts_is_shown_to_nobody() throws Exception {
        byte[] shown = "shown to one".getBytes(StandardCharsets.US_ASCII);
        byte[] promised = "told another".getBytes(StandardCharsets.US_ASCII);
        store.tell((_, bytes) -> bytes);

        DocumentEntry honest = Forgery.of(chen, anna, shown, shown).upload();
        DocumentEntry forged = Forgery.of(chen, anna, shown, promised).upload();

        assertArrayEquals(shown, anna.read(honest));
        requireFailure(IntegrityCheck.COMMITMENT, () -> anna.read(forged));
        requireFailure(IntegrityCheck.COMMITMENT, () -> chen.read(anna, forged));
        assertFalse(Files.exists(
                chen.cacheFolder().resolve(forged.objects().body().key().path())));
    }

    @Test
    void an_envelope_that_describes_what_was_not_committed_to_is_not_believed() throws Exception {
        byte[] shown = "shown to one".getBytes(StandardCharsets.US_ASCII);
        byte[] promised = "told another".getBytes(StandardCharsets.US_ASCII);
        store.tell((_, bytes) -> bytes);

        DocumentEntry forged = Forgery.of(chen, anna, shown, shown, promised).upload();

        requireFailure(IntegrityCheck.COMMITMENT, () -> anna.read(forged));
        requireFailure(IntegrityCheck.COMMITMENT, () -> chen.read(anna, forged));
    }

    private void requireUnread(IntegrityCheck check, String kind, Change change) throws SharingException {
        store.tell((object, bytes) -> object.key().path().endsWith(kind) ? change.of(bytes) : bytes);
        requireFailure(check, () -> open(document));
    }

    private static void requireFailure(IntegrityCheck check, Executable reading) {
        assertEquals(
                check, assertThrows(RecordIntegrityException.class, reading).check());
    }

    /** Anna's reading of a document with a program that has kept nothing, through the lying store. */
    private byte[] open(DocumentEntry entry) throws SharingException {
        try (var opened = reader().open(entry, TransferProgress.none())) {
            return opened.content().clone();
        }
    }

    private Optional<IntegrityCheck> labelFailure() throws SharingException {
        return reader().list().stream()
                .filter(listed -> listed.entry().id().equals(document.id()))
                .findFirst()
                .orElseThrow()
                .failure();
    }

    private OwnerDocuments reader() {
        Path own = Desk.made(folder.resolve("reader-" + readers++));
        var memory = SqliteSealedStore.open(own.resolve("memory.sqlite"), Desk.memoryKey(), Participants.RANDOM);
        return new OwnerDocuments(
                anna.owned,
                store,
                memory,
                new CipherFolder(own.resolve("cache"), store),
                new DocumentReader(
                        new MemberTrust(anna.ledger, anna.membership), new RecordCipher(Participants.RANDOM, 1)));
    }

    private static boolean isLabel(DocumentEntry entry, StoredObject object) {
        return object.key().equals(entry.objects().label().key());
    }

    private byte[] bytes(StoredObject object) throws SharingException {
        return anna.store.get(object, anna.owned.downloadGate(object));
    }

    private byte[] grant(Permission permission) throws SharingException {
        return bytes(permission.grant());
    }

    private void openGrant(PatientDesk owner, Permission permission) throws SharingException {
        openGrant(owner, permission, owner.store.get(permission.grant(), owner.owned.downloadGate(permission.grant())));
    }

    private void openGrant(Permission permission, byte[] shown) throws SharingException {
        openGrant(anna, permission, shown);
    }

    /** Dr. Chen's program opens a grant that a store shows it. */
    private void openGrant(PatientDesk owner, Permission permission, byte[] shown) throws SharingException {
        var liar = new FalseStore(chen.store);
        liar.tell((_, _) -> shown);
        Path own = Desk.made(folder.resolve("reader-" + readers++));
        try (var memory = SqliteSealedStore.open(own.resolve("memory.sqlite"), Desk.memoryKey(), Participants.RANDOM)) {
            new GrantOpening(chen.ledger, liar, memory, chen.keys)
                    .open(permission, owner.keys.signingPublicKey())
                    .close();
        }
    }

    private Permission grantSealedAs(PatientDesk owner, PermissionScope sealed, PermissionScope told)
            throws SharingException {
        var id = PermissionId.random(Participants.RANDOM);
        OwnedRecord owned = owner.owned;
        var grant = new GrantSealing(owned, CARD, owner.documents::envelopes)
                .seal(id, chen.member, sealed, 1, Map.of(DOSE, 0));
        owner.store.put(grant.object(), grant.sealed().toByteArray(), owned.uploadGate(grant.object()));
        return owned.perform(new GrantPermission(owned.id(), id, chen.member.id(), told, grant.object()));
    }

    /** What may have become of some bytes. */
    private enum Change {
        ALTERED {
            @Override
            byte[] of(byte... honest) {
                return LyingStore.altered(honest);
            }
        },
        CUT {
            @Override
            byte[] of(byte... honest) {
                return Arrays.copyOf(honest, honest.length - 1);
            }
        },
        EMPTY {
            @Override
            byte[] of(byte... honest) {
                return new byte[0];
            }
        };

        abstract byte[] of(byte... honest);
    }
}
