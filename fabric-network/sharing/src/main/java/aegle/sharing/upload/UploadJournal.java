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
import aegle.sharing.SealedFacts;
import aegle.sharing.SealedStore;
import aegle.sharing.SharingException;
import aegle.sharing.TransferProgress;
import aegle.sharing.key.GrantOpening;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/** Carries uploads from the journal into the stores and onto the ledger, as often as it takes. */
public final class UploadJournal {
    private static final int EPOCH_ATTEMPTS = 5;

    private final RecordLedger ledger;
    private final RecordStore store;
    private final SealedStore memory;
    private final SealedFacts<PendingUpload> uploads;
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
        this.uploads = new SealedFacts<>(memory, "upload/", PendingUpload.class);
        this.ownKeys = ownKeys;
        this.random = random;
    }

    List<PendingUpload> pending() {
        return uploads.all();
    }

    void keep(PendingUpload pending) {
        uploads.put(name(pending), pending);
    }

    void discard(PendingUpload pending) throws SharingException {
        var subject = pending.call().subject();
        ledger.submit(new CancelUpload(subject.record(), subject.document().value()));
        uploads.remove(name(pending));
    }

    DocumentEntry finish(PendingUpload first, Path body, TransferProgress progress) throws SharingException {
        PendingUpload pending = first;
        for (int attempt = 1; ; attempt++) {
            try {
                putUnlessNamed(pending, body, progress);
                DocumentEntry entry = ledger.submit(pending.call());
                forget(pending, body);
                return entry;
            } catch (LedgerRefusalException e) {
                if (e.code() != LedgerErrorCode.EPOCH_STALE || attempt == EPOCH_ATTEMPTS) {
                    throw e;
                }
                pending = sealedAnew(pending);
                keep(pending);
            }
        }
    }

    /** After a crash the ledger may know the objects already; then they had arrived, and the call is only repeated. */
    private void putUnlessNamed(PendingUpload pending, Path body, TransferProgress progress) throws SharingException {
        try {
            put(pending, body, progress);
        } catch (LedgerRefusalException e) {
            if (e.code() != LedgerErrorCode.OBJECT_NAME_TAKEN) {
                throw e;
            }
        }
    }

    private void put(PendingUpload pending, Path body, TransferProgress progress) throws SharingException {
        AddDocument call = pending.call();
        var objects = call.objects();
        store.put(objects.body(), body, gate(call, objects.body()), progress);
        store.put(objects.envelope(), pending.envelope().toByteArray(), gate(call, objects.envelope()));
        store.put(objects.label(), pending.label().toByteArray(), gate(call, objects.label()));
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

    private void forget(PendingUpload pending, Path body) {
        uploads.remove(name(pending));
        try {
            Files.deleteIfExists(body);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot clean up the outbox", e);
        }
    }

    private static String name(PendingUpload pending) {
        return pending.call().subject().document().hex();
    }
}
