// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.privatefile;

import aegle.crypto.DecryptionException;
import aegle.crypto.Digest;
import aegle.crypto.FormatVersionUnknownException;
import aegle.crypto.Octets;
import aegle.crypto.OpaqueId;
import aegle.crypto.record.RecordCipher;
import aegle.crypto.seal.DocumentDescription;
import aegle.crypto.seal.DocumentLabel;
import aegle.crypto.seal.Envelope;
import aegle.crypto.seal.SealedContext;
import aegle.crypto.seal.UploadStatement;
import aegle.record.ContentCommitment;
import aegle.record.DocumentId;
import aegle.record.ObjectName;
import aegle.record.call.DocumentCalls.AddPrivateDocument;
import aegle.record.call.DocumentCalls.ListPrivateDocuments;
import aegle.record.call.DocumentCalls.PrivatePage;
import aegle.record.call.DocumentCalls.RemovePrivateDocument;
import aegle.record.command.SignedStatement;
import aegle.record.command.TaggedSignature;
import aegle.record.metadata.ObjectKey;
import aegle.record.metadata.ObjectKind;
import aegle.record.metadata.PrivateEntry;
import aegle.record.metadata.StoredObject;
import aegle.sharing.IntegrityCheck;
import aegle.sharing.LedgerRefusalException;
import aegle.sharing.Pages;
import aegle.sharing.ProgramTooOldException;
import aegle.sharing.RecordIntegrityException;
import aegle.sharing.RecordStore;
import aegle.sharing.SealedStore;
import aegle.sharing.SharingException;
import aegle.sharing.StoreUnavailableException;
import aegle.sharing.TransferProgress;
import aegle.sharing.key.OwnedRecord;
import aegle.sharing.retrieval.CipherFolder;
import aegle.sharing.upload.BodySealing;
import aegle.sharing.upload.Outbox;
import aegle.sharing.upload.SealedBody;
import aegle.sharing.upload.SealedPair;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The patient's own files: added, listed, opened and removed by her alone. An addition is journalled before its first byte leaves,
 * and happens once.
 */
public final class PrivateFiles {
    private static final String CATEGORY = "PRIVATE";
    private static final String TYPE = "PRIVATE_FILE";
    private static final String ENVELOPE = "private-envelope/";

    private final OwnedRecord owned;
    private final RecordStore store;
    private final SealedStore memory;
    private final CipherFolder folder;
    private final BodySealing bodies;
    private final Outbox<PendingPrivateFile> outbox;
    private final RecordCipher cipher;
    private final SecureRandom random;
    private final ReentrantLock adding = new ReentrantLock();

    /** One for each program and {@code folder}, whose leftovers of a killed program are cleared away. */
    public PrivateFiles(OwnedRecord owned, RecordStore store, SealedStore memory, Path folder, Workshop workshop) {
        this.owned = owned;
        this.store = store;
        this.memory = memory;
        this.folder = new CipherFolder(folder, store);
        this.bodies = new BodySealing(workshop.cipher(), folder.resolve("outbox"), workshop.random());
        this.outbox = new Outbox<>(
                store,
                bodies,
                Outbox.Journal.of(memory, "private-pending", PendingPrivateFile.class),
                (_, object) -> owned.uploadGate(object));
        this.cipher = workshop.cipher();
        this.random = workshop.random();
    }

    /**
     * Seal a file and keep it. If that was tried before and its outcome is not known, that attempt is completed.
     *
     * @throws LedgerRefusalException if the ledger refuses; nothing is left of it then
     */
    public PrivateEntry add(FileDraft draft, TransferProgress progress) throws SharingException {
        adding.lock();
        try {
            PendingPrivateFile pending = prepare(draft, progress);
            outbox.keep(pending);
            return finish(pending, progress);
        } finally {
            adding.unlock();
        }
    }

    /** Complete additions that were interrupted, and put what a store has missed; to be called now and then. */
    public void resume() throws SharingException {
        if (!adding.tryLock()) {
            return;
        }
        try {
            for (PendingPrivateFile pending : outbox.pending()) {
                finish(pending, TransferProgress.none());
            }
            outbox.completeCopies();
        } finally {
            adding.unlock();
        }
    }

    private PrivateEntry finish(PendingPrivateFile pending, TransferProgress progress) throws SharingException {
        try {
            return outbox.send(pending, file -> owned.perform(file.call()), progress);
        } catch (LedgerRefusalException e) {
            outbox.drop(pending);
            throw e;
        } catch (CancellationException e) {
            if (progress.isCancelled()) {
                outbox.drop(pending);
            }
            throw e;
        }
    }

    private PendingPrivateFile prepare(FileDraft draft, TransferProgress progress) throws SharingException {
        try (SealedBody body = bodies.seal(draft.file(), progress)) {
            var description = new DocumentDescription(body.content(), draft.name(), draft.mediaType(), draft.title());
            Optional<PendingPrivateFile> earlier = pending(description);
            if (earlier.isPresent()) {
                bodies.discard(body.id());
                return earlier.get();
            }
            var context = new SealedContext(body.id(), CATEGORY, 0, 0);
            var commitment = ContentCommitment.of(body.commitment().bytes());
            var envelope = body.envelope(context, description, statement(body.document(), commitment));
            var label = new DocumentLabel(
                    context, TYPE, draft.date(), body.content().length(), 0);
            var sealed =
                    SealedPair.seal(envelope, label, owned.keys().encryption().recipient());
            var object = body.object(ObjectKey.of(ObjectKind.PRIVATE_BODY, ObjectName.random(random)));
            var objects = sealed.objects(object, object.key().name());
            return new PendingPrivateFile(
                    new AddPrivateDocument(owned.id(), body.document(), commitment, objects),
                    sealed.envelope(),
                    sealed.label());
        }
    }

    /** The same file under the same name, if it is on its way already. */
    private Optional<PendingPrivateFile> pending(DocumentDescription description) throws SharingException {
        for (PendingPrivateFile pending : outbox.pending()) {
            try (Envelope envelope = open(pending.envelope().toByteArray())) {
                if (envelope.description().equals(description)) {
                    return Optional.of(pending);
                }
            }
        }
        return Optional.empty();
    }

    /**
     * All files that are still there, newest first. One whose envelope cannot be read is listed as such.
     *
     * @throws StoreUnavailableException if no store answers and one is needed
     */
    public List<ListedPrivateFile> list() throws SharingException {
        List<PrivateEntry> entries = Pages.all(
                bookmark -> owned.perform(new ListPrivateDocuments(owned.id(), Pages.SIZE, bookmark)),
                PrivatePage::documents,
                PrivatePage::bookmark);
        var files = new ArrayList<ListedPrivateFile>();
        for (PrivateEntry entry : entries) {
            if (entry.removedAt().isEmpty()) {
                files.add(listed(entry));
            }
        }
        files.sort((one, other) -> other.added().compareTo(one.added()));
        return List.copyOf(files);
    }

    private ListedPrivateFile listed(PrivateEntry entry) throws SharingException {
        try (Envelope envelope = envelope(entry)) {
            return ListedPrivateFile.of(entry, envelope.description());
        } catch (RecordIntegrityException | ProgramTooOldException e) {
            return ListedPrivateFile.unreadable(entry, e);
        } catch (StoreUnavailableException e) {
            if (store.status().reachable() == 0) {
                throw e;
            }
            return ListedPrivateFile.unreadable(entry, e);
        }
    }

    /** Fetch, verify and open a file. */
    public OpenedPrivateFile open(PrivateEntry entry, TransferProgress progress) throws SharingException {
        StoredObject body = entry.objects().body();
        try (Envelope envelope = envelope(entry)) {
            Path file = folder.fetch(body, owned.downloadGate(body), progress);
            var content = CipherFolder.decrypt(file, body, envelope, cipher, progress);
            boolean whole =
                    content.digests().plaintext().equals(envelope.description().content())
                            && content.digests()
                                    .ciphertext()
                                    .sha256()
                                    .equals(Digest.of(body.digest().value().toByteArray()));
            if (!whole) {
                Arrays.fill(content.bytes(), (byte) 0);
                throw new RecordIntegrityException(IntegrityCheck.COMMITMENT);
            }
            return new OpenedPrivateFile(entry, envelope.description(), content.bytes());
        } catch (RecordIntegrityException e) {
            folder.forget(body);
            throw e;
        }
    }

    /** Remove a file; its objects are never handed out again. */
    public PrivateEntry remove(PrivateEntry entry) throws SharingException {
        PrivateEntry removed = owned.perform(new RemovePrivateDocument(owned.id(), entry.id(), entry.version()));
        folder.forget(entry.objects().body());
        memory.remove(ENVELOPE + entry.id().hex());
        return removed;
    }

    private UploadStatement statement(DocumentId document, ContentCommitment commitment) {
        var statement = new SignedStatement.PrivateFile(owned.ledger().network(), owned.id(), document, commitment);
        return new UploadStatement(
                Digest.of(commitment.value().toByteArray()),
                OpaqueId.of(document.value().toByteArray()),
                Octets.of(owned.keys().sign(statement.bytes()).value().toByteArray()));
    }

    private Envelope envelope(PrivateEntry entry) throws SharingException {
        StoredObject object = entry.objects().envelope();
        String name = ENVELOPE + entry.id().hex();
        Optional<byte[]> known = memory.find(name);
        byte[] sealed = known.isPresent() ? known.get() : store.get(object, owned.downloadGate(object));
        Envelope envelope = open(sealed);
        requireOwn(entry, envelope);
        memory.put(name, sealed);
        return envelope;
    }

    private Envelope open(byte[] sealed) throws SharingException {
        try {
            return Envelope.open(sealed, owned.keys().encryption());
        } catch (DecryptionException e) {
            throw new RecordIntegrityException(IntegrityCheck.SEAL, e);
        } catch (FormatVersionUnknownException e) {
            throw new ProgramTooOldException(e);
        }
    }

    private void requireOwn(PrivateEntry entry, Envelope envelope) throws RecordIntegrityException {
        OpaqueId id = OpaqueId.of(entry.id().value().toByteArray());
        var statement =
                new SignedStatement.PrivateFile(owned.ledger().network(), owned.id(), entry.id(), entry.commitment());
        boolean own = envelope.context().equals(new SealedContext(id, CATEGORY, 0, 0))
                && envelope.upload()
                        .commitment()
                        .equals(Digest.of(entry.commitment().value().toByteArray()))
                && envelope.commitsTo(id)
                && statement.isSignedBy(
                        owned.keys().signingPublicKey(),
                        TaggedSignature.of(envelope.upload().signature().bytes()));
        if (!own) {
            envelope.close();
            throw new RecordIntegrityException(IntegrityCheck.CONTEXT);
        }
    }

    /** A file that is about to be kept. */
    public record FileDraft(Path file, String name, String title, String mediaType, LocalDate date) {
        @Override
        public String toString() {
            return "FileDraft[personal]";
        }
    }

    /** What sealing needs besides keys. */
    public record Workshop(RecordCipher cipher, SecureRandom random) {}
}
