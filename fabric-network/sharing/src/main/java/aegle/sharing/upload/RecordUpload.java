// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.upload;

import aegle.crypto.Digest;
import aegle.crypto.Octets;
import aegle.crypto.OpaqueId;
import aegle.crypto.identity.EncryptionRecipient;
import aegle.crypto.record.BodyDigests;
import aegle.crypto.record.RecordCipher;
import aegle.crypto.seal.DocumentDescription;
import aegle.crypto.seal.DocumentKeys;
import aegle.crypto.seal.DocumentLabel;
import aegle.crypto.seal.Envelope;
import aegle.crypto.seal.SealedContext;
import aegle.crypto.seal.UploadStatement;
import aegle.record.CategoryKey;
import aegle.record.CiphertextDigest;
import aegle.record.ContentCommitment;
import aegle.record.DocumentId;
import aegle.record.ObjectName;
import aegle.record.call.DocumentCalls.AddDocument;
import aegle.record.command.SignedStatement;
import aegle.record.command.SignedStatement.DocumentSubject;
import aegle.record.metadata.DocumentEntry;
import aegle.record.metadata.ObjectKey;
import aegle.record.metadata.ObjectKind;
import aegle.record.metadata.StoredObject;
import aegle.record.permission.Permission;
import aegle.sharing.IdentityNotConfirmedException;
import aegle.sharing.LedgerRefusalException;
import aegle.sharing.RecordKeyMissingException;
import aegle.sharing.RecordLedger;
import aegle.sharing.SharingException;
import aegle.sharing.TransferProgress;
import aegle.sharing.key.ClinicianKeys;
import aegle.sharing.retrieval.GrantedRecord;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * How a document becomes part of a record: sealed into the outbox, journalled, put into the stores, entered on the ledger. From the
 * journal on a crash only delays it, and it is entered once.
 */
public final class RecordUpload {
    private final RecordLedger ledger;
    private final ClinicianKeys keys;
    private final UploadJournal journal;
    private final BodySealing bodies;
    private final Clock clock;
    private final SecureRandom random;

    public RecordUpload(
            RecordLedger ledger, ClinicianKeys keys, UploadJournal journal, Path outbox, Workshop workshop) {
        this.ledger = ledger;
        this.keys = keys;
        this.journal = journal;
        this.bodies = new BodySealing(workshop.cipher(), outbox);
        this.clock = workshop.clock();
        this.random = workshop.random();
    }

    /**
     * Upload a document.
     *
     * @throws IdentityNotConfirmedException if nobody has compared the six words yet
     * @throws aegle.sharing.DocumentRefusedException if the file cannot be read or is larger than 256 MiB
     * @throws LedgerRefusalException if the patient does not let this clinician add to the category
     */
    public DocumentEntry upload(GrantedRecord record, DocumentDraft draft, TransferProgress progress)
            throws SharingException {
        if (!record.isIdentityConfirmed()) {
            throw new IdentityNotConfirmedException();
        }
        Permission permission = record.writingPermission(draft.category())
                .orElseThrow(() -> new RecordKeyMissingException("no permission to add to " + draft.category()));
        CategoryKey categoryKey = record.categoryKey(draft.category())
                .orElseThrow(() -> new RecordKeyMissingException("no recipient for " + draft.category()));
        PendingUpload pending = prepare(permission, categoryKey, draft, progress);
        journal.keep(pending);
        return journal.finish(pending, body(pending.call().subject().document()), progress);
    }

    /** The uploads that a crash, a lost network or a refusal has left behind. */
    public List<PendingUpload> pending() {
        return journal.pending();
    }

    /** Go on with an upload where it was left. */
    public DocumentEntry resume(PendingUpload pending, TransferProgress progress) throws SharingException {
        return journal.finish(pending, body(pending.call().subject().document()), progress);
    }

    /** Give an upload up; what may still be under way with its number is refused by the ledger. */
    public void discard(PendingUpload pending) throws SharingException {
        journal.discard(pending);
        bodies.discard(opaque(pending.call().subject().document()));
    }

    private PendingUpload prepare(
            Permission permission, CategoryKey categoryKey, DocumentDraft draft, TransferProgress progress)
            throws SharingException {
        DocumentId document = DocumentId.random(random);
        OpaqueId id = opaque(document);
        var context = new SealedContext(id, draft.category().name(), categoryKey.epoch(), 0);
        DocumentKeys documentKeys = DocumentKeys.generate(random);
        BodyDigests digests = bodies.seal(draft.file(), id, documentKeys, progress);
        Digest commitment = documentKeys.commitmentKey().commit(id, digests.plaintext());
        var subject = new DocumentSubject(
                ledger.channel(),
                permission.record(),
                document,
                draft.category(),
                ContentCommitment.of(commitment.bytes()),
                keys.member(),
                clock.instant());
        var signature = keys.sign(new SignedStatement.Upload(ledger.network(), subject).bytes());
        var statement = new UploadStatement(
                commitment,
                OpaqueId.of(keys.member().value().toByteArray()),
                Octets.of(signature.value().toByteArray()));
        var description = new DocumentDescription(digests.plaintext(), draft.name(), draft.mediaType(), draft.title());
        var label = new DocumentLabel(
                context,
                draft.documentType(),
                draft.dateOfService(),
                digests.plaintext().length(),
                draft.pages());
        try (var envelope = new Envelope(context, documentKeys, description, statement, Optional.empty())) {
            var sealed = SealedPair.seal(envelope, label, recipient(categoryKey));
            var own = SealedPair.seal(envelope, label, keys.encryption().recipient());
            var body = new StoredObject(
                    ObjectKey.of(ObjectKind.BODY, ObjectName.random(random)),
                    CiphertextDigest.of(digests.ciphertext().sha256().bytes()),
                    digests.ciphertext().length());
            var objects = sealed.objects(body, body.key().name());
            var call = new AddDocument(permission.id(), subject, categoryKey.epoch(), signature, objects);
            return new PendingUpload(call, sealed.envelope(), sealed.label(), own.envelope(), own.label());
        }
    }

    private Path body(DocumentId document) {
        return bodies.body(opaque(document));
    }

    private static OpaqueId opaque(DocumentId document) {
        return OpaqueId.of(document.value().toByteArray());
    }

    private static EncryptionRecipient recipient(CategoryKey key) {
        return EncryptionRecipient.of(key.recipient().value().toByteArray());
    }

    /** What sealing needs besides keys. */
    public record Workshop(RecordCipher cipher, Clock clock, SecureRandom random) {}
}
