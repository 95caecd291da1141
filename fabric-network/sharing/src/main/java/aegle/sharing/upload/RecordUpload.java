// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.upload;

import aegle.crypto.Octets;
import aegle.crypto.OpaqueId;
import aegle.crypto.identity.EncryptionRecipient;
import aegle.crypto.record.RecordCipher;
import aegle.crypto.seal.DocumentDescription;
import aegle.crypto.seal.DocumentLabel;
import aegle.crypto.seal.SealedContext;
import aegle.crypto.seal.UploadStatement;
import aegle.record.CategoryKey;
import aegle.record.ContentCommitment;
import aegle.record.ObjectName;
import aegle.record.call.DocumentCalls.AddDocument;
import aegle.record.command.SignedStatement;
import aegle.record.command.SignedStatement.DocumentSubject;
import aegle.record.command.TaggedSignature;
import aegle.record.metadata.DocumentEntry;
import aegle.record.metadata.ObjectKey;
import aegle.record.metadata.ObjectKind;
import aegle.record.permission.Permission;
import aegle.sharing.DocumentRefusedException;
import aegle.sharing.DocumentRefusedException.Reason;
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

/**
 * How a document becomes part of a record: sealed into the outbox, journalled, put into the stores, entered on the ledger. From the
 * journal on a crash only delays it, and it is entered once.
 */
public final class RecordUpload {
    private final RecordLedger ledger;
    private final ClinicianKeys keys;
    private final UploadJournal journal;
    private final BodySealing bodies;
    private final Outbox<PendingUpload> outbox;
    private final Clock clock;
    private final SecureRandom random;

    /** One for each program and {@code outbox}, whose leftovers of a killed program are cleared away. */
    public RecordUpload(
            RecordLedger ledger, ClinicianKeys keys, UploadJournal journal, Path outbox, Workshop workshop) {
        this.ledger = ledger;
        this.keys = keys;
        this.journal = journal;
        this.bodies = new BodySealing(workshop.cipher(), outbox, workshop.random());
        this.outbox = journal.outbox(bodies);
        this.clock = workshop.clock();
        this.random = workshop.random();
    }

    /**
     * Upload a document. A store that does not answer gets its copy later, by {@link #completeCopies()}.
     *
     * @throws IdentityNotConfirmedException if nobody has compared the six words yet
     * @throws DocumentRefusedException if the file cannot be read, is larger than 256 MiB, or was changed since it was looked at
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
        outbox.keep(pending);
        return journal.finish(pending, outbox, progress);
    }

    /** The uploads that a crash, a lost network or a refusal has left behind. */
    public List<PendingUpload> pending() {
        return outbox.pending();
    }

    /** Go on with an upload where it was left. */
    public DocumentEntry resume(PendingUpload pending, TransferProgress progress) throws SharingException {
        return journal.finish(pending, outbox, progress);
    }

    /** Put what a store missed when it did not answer; to be called now and then. What still cannot be put stays noted. */
    public void completeCopies() throws SharingException {
        outbox.completeCopies();
    }

    /**
     * Give an upload up; what may still be under way with its number is refused by the ledger.
     *
     * @throws LedgerRefusalException with {@code OPERATION_ID_REUSED} if the document is in the record already; it is no longer
     *     pending then
     */
    public void discard(PendingUpload pending) throws SharingException {
        journal.discard(pending, outbox);
    }

    private PendingUpload prepare(
            Permission permission, CategoryKey categoryKey, DocumentDraft draft, TransferProgress progress)
            throws SharingException {
        try (SealedBody body = bodies.seal(draft.file(), progress)) {
            requireAsLookedAt(draft, body);
            var subject = subject(permission, draft, body);
            var signature = keys.sign(new SignedStatement.Upload(ledger.network(), subject).bytes());
            var context = new SealedContext(body.id(), draft.category().name(), categoryKey.epoch(), 0);
            var envelope = body.envelope(
                    context,
                    new DocumentDescription(body.content(), draft.name(), draft.mediaType(), draft.title()),
                    statement(body, signature));
            var label = new DocumentLabel(
                    context,
                    draft.documentType(),
                    draft.dateOfService(),
                    body.content().length(),
                    draft.pages());
            var sealed = SealedPair.seal(envelope, label, recipient(categoryKey));
            var own = SealedPair.seal(envelope, label, keys.encryption().recipient());
            var object = body.object(ObjectKey.of(ObjectKind.BODY, ObjectName.random(random)));
            var objects = sealed.objects(object, object.key().name());
            var call = new AddDocument(permission.id(), subject, categoryKey.epoch(), signature, objects);
            return new PendingUpload(call, sealed.envelope(), sealed.label(), own.envelope(), own.label());
        }
    }

    private void requireAsLookedAt(DocumentDraft draft, SealedBody body) throws DocumentRefusedException {
        if (!body.content().sha256().equals(draft.content())) {
            bodies.discard(body.id());
            throw new DocumentRefusedException(Reason.CHANGED);
        }
    }

    private DocumentSubject subject(Permission permission, DocumentDraft draft, SealedBody body) {
        return new DocumentSubject(
                ledger.channel(),
                permission.record(),
                body.document(),
                draft.category(),
                ContentCommitment.of(body.commitment().bytes()),
                keys.member(),
                clock.instant());
    }

    private UploadStatement statement(SealedBody body, TaggedSignature signature) {
        return new UploadStatement(
                body.commitment(),
                OpaqueId.of(keys.member().value().toByteArray()),
                Octets.of(signature.value().toByteArray()));
    }

    private static EncryptionRecipient recipient(CategoryKey key) {
        return EncryptionRecipient.of(key.recipient().value().toByteArray());
    }

    /** What sealing needs besides keys. */
    public record Workshop(RecordCipher cipher, Clock clock, SecureRandom random) {}
}
