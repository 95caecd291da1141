// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.upload;

import aegle.crypto.DecryptionException;
import aegle.crypto.FormatVersionUnknownException;
import aegle.crypto.identity.EncryptionKeyPair;
import aegle.crypto.identity.EncryptionRecipient;
import aegle.crypto.seal.DocumentLabel;
import aegle.crypto.seal.Envelope;
import aegle.crypto.seal.SealedContext;
import aegle.record.CategoryKey;
import aegle.record.ObjectName;
import aegle.record.SigningPublicKey;
import aegle.record.call.DocumentCalls.AddDocument;
import aegle.record.call.RecordCalls;
import aegle.record.call.RecordCalls.CancelUpload;
import aegle.record.call.RecordCalls.FindGrantedRecord;
import aegle.record.call.RecordCalls.RecordView;
import aegle.record.call.StoreCalls.UploadStatusUrls;
import aegle.record.call.StoreCalls.UploadUrls;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.metadata.DocumentEntry;
import aegle.record.metadata.StoredObject;
import aegle.sharing.IntegrityCheck;
import aegle.sharing.LedgerRefusalException;
import aegle.sharing.RecordIntegrityException;
import aegle.sharing.RecordKeyMissingException;
import aegle.sharing.RecordLedger;
import aegle.sharing.RecordStore;
import aegle.sharing.SealedStore;
import aegle.sharing.SharingException;
import aegle.sharing.TransferProgress;
import aegle.sharing.key.GrantOpening;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Carries uploads from the outbox into the stores and onto the ledger, as often as it takes. */
public final class UploadJournal {
    private static final int EPOCH_ATTEMPTS = 5;

    /** Refusals after which nothing of the upload can come onto the ledger any more, cancelled or not. */
    private static final Set<LedgerErrorCode> FINAL =
            EnumSet.of(LedgerErrorCode.RECORD_NOT_OPEN, LedgerErrorCode.MEMBER_REVOKED);

    private final RecordLedger ledger;
    private final RecordStore store;
    private final SealedStore memory;
    private final EncryptionKeyPair ownKeys;
    private final SecureRandom random;

    /**
     * A clinician program's journal.
     *
     * @param ownKeys SKE_D, to which the journal seals what it may have to seal anew
     */
    public UploadJournal(
            RecordLedger ledger,
            RecordStore store,
            SealedStore memory,
            EncryptionKeyPair ownKeys,
            SecureRandom random) {
        this.ledger = ledger;
        this.store = store;
        this.memory = memory;
        this.ownKeys = ownKeys;
        this.random = random;
    }

    Outbox<PendingUpload> outbox(BodySealing bodies) {
        return new Outbox<>(
                store,
                bodies,
                Outbox.Journal.of(memory, "upload", PendingUpload.class),
                (pending, object) -> gate(pending.call(), object));
    }

    DocumentEntry finish(PendingUpload first, Outbox<PendingUpload> outbox, TransferProgress progress)
            throws SharingException {
        PendingUpload pending = first;
        for (int attempt = 1; ; attempt++) {
            try {
                return outbox.send(pending, upload -> ledger.submit(upload.call()), progress);
            } catch (LedgerRefusalException e) {
                if (e.code() != LedgerErrorCode.EPOCH_STALE || attempt == EPOCH_ATTEMPTS) {
                    throw e;
                }
                pending = sealedAnew(pending);
                outbox.keep(pending);
            }
        }
    }

    void discard(PendingUpload pending, Outbox<PendingUpload> outbox) throws SharingException {
        var subject = pending.call().subject();
        try {
            ledger.submit(new CancelUpload(subject.record(), subject.document().value()));
        } catch (LedgerRefusalException e) {
            if (e.code() == LedgerErrorCode.OPERATION_ID_REUSED) {
                outbox.owe(pending);
            }
            if (!FINAL.contains(e.code())) {
                throw e;
            }
        }
        outbox.drop(pending);
    }

    private RecordStore.Gate gate(AddDocument call, StoredObject object) {
        var subject = call.subject();
        return RecordStore.Gate.of(
                () -> ledger.evaluate(new UploadUrls(subject.record(), call.permission(), subject.category(), object)),
                () -> ledger.evaluate(
                        new UploadStatusUrls(subject.record(), call.permission(), subject.category(), object.key())));
    }

    private PendingUpload sealedAnew(PendingUpload pending) throws SharingException {
        AddDocument call = pending.call();
        CategoryKey key = currentKey(call);
        var recipient = EncryptionRecipient.of(key.recipient().value().toByteArray());
        try (Envelope own = Envelope.open(pending.ownEnvelope().toByteArray(), ownKeys)) {
            DocumentLabel label = DocumentLabel.open(pending.ownLabel().toByteArray(), ownKeys);
            var context = new SealedContext(own.context().fid(), own.context().category(), key.epoch(), 0);
            var moved = new Envelope(context, own.keys(), own.description(), own.upload(), Optional.empty());
            var movedLabel = new DocumentLabel(
                    context, label.documentType(), label.dateOfService(), label.length(), label.pages());
            var sealed = SealedPair.seal(moved, movedLabel, recipient);
            var objects = sealed.objects(
                    call.objects().body(), ObjectName.random(random).value());
            var again =
                    new AddDocument(call.permission(), call.subject(), key.epoch(), call.uploaderSignature(), objects);
            return new PendingUpload(
                    again, sealed.envelope(), sealed.label(), pending.ownEnvelope(), pending.ownLabel());
        } catch (DecryptionException | FormatVersionUnknownException e) {
            throw new RecordIntegrityException(IntegrityCheck.SEAL, e);
        }
    }

    private CategoryKey currentKey(AddDocument call) throws SharingException {
        var record = call.subject().record();
        RecordView view = ledger.evaluate(new FindGrantedRecord(record, call.permission()));
        SigningPublicKey pinned = GrantOpening.pinnedOwner(memory, record)
                .orElseThrow(() -> new RecordKeyMissingException("the owner's key is not pinned"));
        return RecordCalls.categoryKey(view, call.subject().category())
                .filter(key -> key.isVouchedFor(ledger.network(), pinned))
                .orElseThrow(() -> new RecordIntegrityException(IntegrityCheck.CATEGORY_RECIPIENT));
    }
}
