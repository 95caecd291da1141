// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.acceptance.EmbeddedOnly;
import aegle.client.ledger.FabricRecordLedger;
import aegle.record.CiphertextDigest;
import aegle.record.call.DocumentCalls.CountersignDocument;
import aegle.record.call.DocumentCalls.ListDocuments;
import aegle.record.call.OwnerCall;
import aegle.record.call.PermissionCalls.ChangePermission;
import aegle.record.call.PermissionCalls.ListPermissions;
import aegle.record.call.PermissionCalls.RevokePermission;
import aegle.record.call.RecordCalls.CloseRecord;
import aegle.record.call.RecordCalls.OpenRecord;
import aegle.record.call.StoreCalls.OwnerDownloadUrls;
import aegle.record.call.StoreCalls.OwnerUploadUrls;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.command.SignedStatement;
import aegle.record.command.TaggedSignature;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.DocumentEntry;
import aegle.record.metadata.ObjectKey;
import aegle.record.metadata.StoredObject;
import aegle.record.permission.Permission;
import aegle.record.permission.PermissionScope;
import aegle.record.permission.Right;
import aegle.record.permission.ValidityPeriod;
import aegle.sharing.LedgerRefusalException;
import aegle.sharing.SharingException;
import aegle.sharing.key.OwnedRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/**
 * Owner commands that somebody has overheard or held back, and sends again in another way. The rig sends exactly what the owner
 * signed, as its last line in each test shows: carried as it was meant, the same command works.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnerCommandAttackTest {
    private static final DocumentCategory DOSE = DocumentCategory.RADIATION_DOSE;

    private Path folder;
    private Participants participants;
    private ClinicianDesk chen;
    private PatientDesk mallory;
    private PatientDesk anna;
    private Permission permission;
    private DocumentEntry document;

    @BeforeAll
    void found_the_network(@TempDir Path shared) throws Exception {
        folder = shared;
        participants = Participants.on(folder.resolve("first"));
        chen = participants.mayaChen();
        mallory = participants.patient("Mallory Quist", java.time.LocalDate.of(1970, 1, 2), "N-6666");
    }

    @BeforeEach
    void open_annas_record() throws Exception {
        anna = participants.anna();
        permission = anna.allow(chen.member, Right.READ, Right.WRITE);
        chen.link(anna);
        document = chen.upload(anna, Files.writeString(folder.resolve("dose.pdf"), "delivered"), DOSE);
    }

    @AfterAll
    void stop_the_network() {
        if (participants != null) { // not founded where the class is skipped
            participants.close();
        }
    }

    @Test
    void a_command_serves_no_other_certificate() throws Exception {
        var held = heldBack(revocation(), Participants.CLOCK.instant());

        requireRefused(LedgerErrorCode.OWNER_COMMAND_INVALID, () -> held.carriedBy(mallory));

        assertTrue(held.carriedBy(anna).isRevoked());
    }

    @Test
    void a_command_serves_no_other_arguments() throws Exception {
        Permission other = anna.allow(chen.member, Set.of(DOSE), Right.READ);
        var held = heldBack(revocation(), Participants.CLOCK.instant());

        requireRefused(
                LedgerErrorCode.OWNER_COMMAND_INVALID,
                () -> held.with(new RevokePermission(anna.owned.id(), other.id(), other.version()))
                        .carriedBy(anna));
        requireRefused(
                LedgerErrorCode.OWNER_COMMAND_INVALID,
                () -> held.with(new CloseRecord(anna.owned.id(), 1)).carriedBy(anna));

        assertTrue(held.carriedBy(anna).isRevoked());
    }

    @Test
    void a_command_to_change_serves_no_wider_change() throws Exception {
        var held = heldBack(changed(), Participants.CLOCK.instant());
        var asked = permission.scope();
        var wider = new PermissionScope(
                asked.rights(),
                asked.categories(),
                asked.documents(),
                new ValidityPeriod(
                        asked.validity().from(), asked.validity().to().plus(Duration.ofDays(365))),
                asked.study());

        requireRefused(
                LedgerErrorCode.OWNER_COMMAND_INVALID,
                () -> held.with(new ChangePermission(
                                anna.owned.id(), permission.id(), wider, nextGrant(), permission.version()))
                        .carriedBy(anna));

        assertEquals(asked, held.carriedBy(anna).scope());
    }

    @Test
    void a_command_serves_no_other_version_and_not_twice() throws Exception {
        var wider = changed();
        var heard = heldBack(wider, Participants.CLOCK.instant());
        Permission changed = heard.carriedBy(anna);
        assertEquals(changed, heard.carriedBy(anna));

        anna.permissions.stop(changed);

        requireRefused(LedgerErrorCode.VERSION_CHANGED, () -> heard.carriedBy(anna));
        requireRefused(
                LedgerErrorCode.VERSION_CHANGED,
                () -> heldBack(wider, Participants.CLOCK.instant()).carriedBy(anna));
        assertTrue(anna.current(permission).isRevoked());
    }

    @Test
    void a_command_held_back_until_after_the_revocation_revives_nothing() throws Exception {
        var held = heldBack(changed(), Participants.CLOCK.instant());
        anna.permissions.stop(permission);
        requireRefused(LedgerErrorCode.VERSION_CHANGED, () -> held.carriedBy(anna));

        long now = anna.current(permission).version();
        var fresh = new ChangePermission(anna.owned.id(), permission.id(), permission.scope(), nextGrant(), now);
        requireRefused(LedgerErrorCode.PERMISSION_REVOKED, () -> anna.owned.perform(fresh));
    }

    @Test
    void a_command_serves_only_until_its_end() throws Exception {
        Instant now = Participants.CLOCK.instant();
        var old = heldBack(revocation(), now.minus(Duration.ofMinutes(6)));
        var farAhead = heldBack(revocation(), now.plus(Duration.ofMinutes(6)));
        var oldLook = heldBack(new ListPermissions(anna.owned.id(), 10, ""), now.minus(Duration.ofMinutes(1)));
        var longLook = heldBack(new ListPermissions(anna.owned.id(), 10, ""), now.plus(Duration.ofMinutes(1)));

        requireRefused(LedgerErrorCode.OWNER_COMMAND_EXPIRED, () -> old.carriedBy(anna));
        requireRefused(
                LedgerErrorCode.OWNER_COMMAND_INVALID,
                () -> old.saidToBeSignedAt(now).carriedBy(anna));
        requireRefused(LedgerErrorCode.OWNER_COMMAND_INVALID, () -> farAhead.carriedBy(anna));
        requireRefused(LedgerErrorCode.OWNER_COMMAND_EXPIRED, () -> oldLook.carriedBy(anna));
        requireRefused(LedgerErrorCode.OWNER_COMMAND_INVALID, () -> longLook.carriedBy(anna));

        assertTrue(heldBack(revocation(), now).carriedBy(anna).isRevoked());
    }

    @Test
    @EmbeddedOnly("needs a second network under the same authority")
    void a_command_serves_no_other_network() throws Exception {
        Path second = folder.resolve("second");
        copyAuthority(folder.resolve("first/network/membership"), second.resolve("network/membership"));
        try (var otherNetwork = Participants.on(second)) {
            var profile = otherNetwork.network().profile();
            try (var there =
                    new FabricRecordLedger(profile, anna.certificate, anna.keys.signing(), Participants.CLOCK)) {
                var owned = new OwnedRecord(there, anna.keys);
                owned.open();
                var held = heldBack(new CloseRecord(anna.owned.id(), 1), Participants.CLOCK.instant());

                assertEquals(
                        LedgerErrorCode.OWNER_COMMAND_INVALID,
                        assertThrows(
                                        LedgerRefusalException.class,
                                        () -> held.carriedBy(anna.certificate, anna.keys.signing(), profile))
                                .code());

                assertEquals(1, owned.find().record().version());
                assertEquals(2, held.carriedBy(anna).version());
            }
        }
    }

    @Test
    void another_patients_key_is_nothing_here() throws Exception {
        var record = anna.owned.id();
        for (OwnerCall<?> call : List.of(
                revocation(),
                changed(),
                new CloseRecord(record, 1),
                new CountersignDocument(record, document.id(), countersignature(mallory), document.version()),
                new ListDocuments(record, DOSE, 10, ""),
                new ListPermissions(record, 10, ""),
                new OwnerUploadUrls(record, nextGrant()),
                new OwnerDownloadUrls(record, document.objects().body().key()))) {
            requireRefused(
                    LedgerErrorCode.OWNER_COMMAND_INVALID, () -> mallory.ledger.perform(call, mallory.keys::sign));
        }
        var hers = mallory.owned.find();
        requireRefused(
                LedgerErrorCode.STATEMENT_INVALID,
                () -> mallory.ledger.perform(
                        new CountersignDocument(record, document.id(), countersignature(mallory), document.version()),
                        anna.keys::sign));
        requireRefused(
                LedgerErrorCode.RECORD_EXISTS,
                () -> mallory.ledger.perform(
                        new OpenRecord(record, mallory.keys.signingPublicKey(), hers.categoryKeys()),
                        mallory.keys::sign));
    }

    @Test
    void ones_own_record_is_no_way_into_anothers() throws Exception {
        var own = mallory.owned.id();
        requireRefused(
                LedgerErrorCode.PERMISSION_UNKNOWN,
                () -> mallory.owned.perform(new RevokePermission(own, permission.id(), permission.version())));
        requireRefused(
                LedgerErrorCode.DOCUMENT_UNKNOWN,
                () -> mallory.owned.perform(
                        new CountersignDocument(own, document.id(), countersignature(mallory), document.version())));
        requireRefused(
                LedgerErrorCode.OBJECT_UNKNOWN,
                () -> mallory.owned.perform(
                        new OwnerDownloadUrls(own, document.objects().envelope().key())));
        requireRefused(
                LedgerErrorCode.OBJECT_UNKNOWN,
                () -> mallory.owned.perform(
                        new OwnerDownloadUrls(own, permission.grant().key())));
        requireRefused(
                LedgerErrorCode.OBJECT_NOT_ALLOWED, () -> mallory.owned.perform(new OwnerUploadUrls(own, nextGrant())));
    }

    private RevokePermission revocation() {
        return new RevokePermission(anna.owned.id(), permission.id(), permission.version());
    }

    private ChangePermission changed() {
        return new ChangePermission(
                anna.owned.id(), permission.id(), permission.scope(), nextGrant(), permission.version());
    }

    private StoredObject nextGrant() {
        return new StoredObject(ObjectKey.grant(permission.id(), 2), CiphertextDigest.of(new byte[32]), 100);
    }

    private TaggedSignature countersignature(PatientDesk signer) {
        return signer.keys.sign(
                new SignedStatement.Countersignature(anna.ledger.network(), document.subject()).bytes());
    }

    private void requireRefused(LedgerErrorCode code, Executable attack) throws SharingException {
        var before = RecordListing.of(anna);
        assertEquals(code, assertThrows(LedgerRefusalException.class, attack).code());
        assertEquals(before, RecordListing.of(anna));
    }

    private <A extends Record> HeldCommand<A> heldBack(OwnerCall<A> call, Instant signedAt) throws SharingException {
        return HeldCommand.of(anna, call, signedAt, participants.network().profile());
    }

    /** Keys and roots of the membership authority, so that one certificate is good on two networks. */
    private static void copyAuthority(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".pem")).toList()) {
                Files.copy(file, to.resolve(file.getFileName()), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
