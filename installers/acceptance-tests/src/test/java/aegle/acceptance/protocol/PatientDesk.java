// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import aegle.client.ledger.FabricRecordLedger;
import aegle.client.local.SqliteSealedStore;
import aegle.client.membership.HttpMembershipDirectory;
import aegle.client.store.S3RecordStore;
import aegle.crypto.record.RecordCipher;
import aegle.record.member.Member;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.DocumentEntry;
import aegle.record.permission.Permission;
import aegle.record.permission.PermissionScope;
import aegle.record.permission.Right;
import aegle.record.permission.ValidityPeriod;
import aegle.sharing.MembershipDirectory;
import aegle.sharing.RecordLedger;
import aegle.sharing.RecordStore;
import aegle.sharing.SealedStore;
import aegle.sharing.SharingException;
import aegle.sharing.TransferProgress;
import aegle.sharing.activity.AccessHistory;
import aegle.sharing.activity.ClinicianDirectory;
import aegle.sharing.enrollment.PatientEnrollment;
import aegle.sharing.key.GrantSealing;
import aegle.sharing.key.MemberTrust;
import aegle.sharing.key.OwnedRecord;
import aegle.sharing.key.OwnerKeys;
import aegle.sharing.key.PatientCard;
import aegle.sharing.permission.PermissionEditing;
import aegle.sharing.privatefile.PrivateFiles;
import aegle.sharing.request.AccessAnswering;
import aegle.sharing.retrieval.CipherFolder;
import aegle.sharing.retrieval.OwnerDocuments;
import aegle.sharing.retrieval.OwnerDocuments.DocumentReader;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A patient's use cases, put together as her wallet does it. */
final class PatientDesk implements AutoCloseable {
    final OwnerKeys keys;
    final RecordLedger ledger;
    final RecordStore store;
    final SealedStore memory;
    final MembershipDirectory membership;
    final OwnedRecord owned;
    final OwnerDocuments documents;
    final PermissionEditing permissions;
    final ClinicianDirectory directory;
    final AccessHistory history;
    final AccessAnswering answering;
    final PrivateFiles privateFiles;

    final X509Certificate certificate;
    private final Clock clock;

    private PatientDesk(
            NetworkAccess access, Path folder, OwnerKeys keys, PatientCard card, MembershipDirectory membership)
            throws SharingException {
        this.clock = access.clock();
        this.keys = keys;
        this.membership = membership;
        this.memory = SqliteSealedStore.open(folder.resolve("memory.sqlite"), Desk.memoryKey(), Participants.RANDOM);
        this.certificate = new PatientEnrollment(membership, memory, clock).enroll(keys.signing());
        this.ledger = new FabricRecordLedger(access.profile(), certificate, keys.signing(), clock, access.deadlines());
        this.store = new S3RecordStore(access.profile().stores());
        this.owned = new OwnedRecord(ledger, keys);
        var cipher = new RecordCipher(Participants.RANDOM, 2);
        var members = new MemberTrust(ledger, membership);
        this.directory = new ClinicianDirectory(ledger);
        this.documents = new OwnerDocuments(
                owned,
                store,
                memory,
                new CipherFolder(folder.resolve("cache"), store),
                new DocumentReader(members, cipher));
        var sealing = new GrantSealing(owned, card, documents::envelopes);
        this.permissions = new PermissionEditing(
                owned, sealing, members, new PermissionEditing.Surroundings(store, memory, clock, Participants.RANDOM));
        this.history = new AccessHistory(owned);
        this.answering = new AccessAnswering(owned, clock);
        this.privateFiles = new PrivateFiles(
                owned,
                store,
                memory,
                folder.resolve("private"),
                new PrivateFiles.Workshop(cipher, Participants.RANDOM));
    }

    static PatientDesk enroll(NetworkAccess access, Path folder, OwnerKeys keys, PatientCard card)
            throws SharingException {
        var membership = new HttpMembershipDirectory(access.profile(), access.clock(), Participants.RANDOM);
        var desk = new PatientDesk(access, Desk.made(folder), keys, card, membership);
        desk.owned.open();
        return desk;
    }

    Permission allow(Member clinician, Right... rights) throws SharingException {
        return allow(clinician, Set.of(DocumentCategory.values()), rights);
    }

    Permission allow(Member clinician, Set<DocumentCategory> categories, Right... rights) throws SharingException {
        Instant now = clock.instant();
        return allow(
                clinician, categories, new ValidityPeriod(now.minusSeconds(1), now.plus(Duration.ofDays(30))), rights);
    }

    Permission allow(Member clinician, Set<DocumentCategory> categories, ValidityPeriod validity, Right... rights)
            throws SharingException {
        return permissions.allow(
                clinician, new PermissionScope(Set.of(rights), categories, List.of(), validity, Optional.empty()));
    }

    /** The permission as it is now. */
    Permission current(Permission permission) throws SharingException {
        return permissions.permissions().stream()
                .filter(candidate -> candidate.id().equals(permission.id()))
                .findFirst()
                .orElseThrow();
    }

    /** The decrypted bytes of one of her documents. */
    byte[] read(DocumentEntry entry) throws SharingException {
        try (var opened = documents.open(entry, TransferProgress.none())) {
            return opened.content().clone();
        }
    }

    @Override
    public void close() {
        ledger.close();
        store.close();
        memory.close();
        membership.close();
        keys.close();
    }
}
