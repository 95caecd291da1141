// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.privatefile;

import aegle.crypto.DecryptionException;
import aegle.crypto.Digest;
import aegle.crypto.FormatVersionUnknownException;
import aegle.crypto.Octets;
import aegle.crypto.OpaqueId;
import aegle.crypto.record.BodyDigests;
import aegle.crypto.record.RecordCipher;
import aegle.crypto.seal.DocumentDescription;
import aegle.crypto.seal.DocumentKeys;
import aegle.crypto.seal.DocumentLabel;
import aegle.crypto.seal.Envelope;
import aegle.crypto.seal.SealedContext;
import aegle.crypto.seal.UploadStatement;
import aegle.record.CiphertextDigest;
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
import aegle.sharing.Pages;
import aegle.sharing.ProgramTooOldException;
import aegle.sharing.RecordIntegrityException;
import aegle.sharing.RecordStore;
import aegle.sharing.SealedStore;
import aegle.sharing.SharingException;
import aegle.sharing.TransferProgress;
import aegle.sharing.key.OwnedRecord;
import aegle.sharing.retrieval.CipherFolder;
import aegle.sharing.upload.BodySealing;
import aegle.sharing.upload.SealedPair;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The patient's own files: added, listed, opened and removed by her alone. */
public final class PrivateFiles {
    private static final String CATEGORY = "PRIVATE";
    private static final String TYPE = "PRIVATE_FILE";
    private static final String ENVELOPE = "private-envelope/";

    private final OwnedRecord owned;
    private final RecordStore store;
    private final SealedStore memory;
    private final CipherFolder folder;
    private final BodySealing bodies;
    private final RecordCipher cipher;
    private final SecureRandom random;

    public PrivateFiles(OwnedRecord owned, RecordStore store, SealedStore memory, Path folder, Workshop workshop) {
        this.owned = owned;
        this.store = store;
        this.memory = memory;
        this.folder = new CipherFolder(folder, store);
        this.bodies = new BodySealing(workshop.cipher(), folder.resolve("outbox"));
        this.cipher = workshop.cipher();
        this.random = workshop.random();
    }

    /** Seal a file and keep it. */
    public PrivateEntry add(FileDraft draft, TransferProgress progress) throws SharingException {
        DocumentId document = DocumentId.random(random);
        OpaqueId id = OpaqueId.of(document.value().toByteArray());
        DocumentKeys keys = DocumentKeys.generate(random);
        BodyDigests digests = bodies.seal(draft.file(), id, keys, progress);
        var commitment = ContentCommitment.of(
                keys.commitmentKey().commit(id, digests.plaintext()).bytes());
        var context = new SealedContext(id, CATEGORY, 0, 0);
        var description = new DocumentDescription(digests.plaintext(), draft.name(), draft.mediaType(), draft.title());
        var label = new DocumentLabel(
                context, TYPE, draft.date(), digests.plaintext().length(), 0);
        try (var envelope =
                new Envelope(context, keys, description, statement(document, commitment), Optional.empty())) {
            var sealed =
                    SealedPair.seal(envelope, label, owned.keys().encryption().recipient());
            var body = new StoredObject(
                    ObjectKey.of(ObjectKind.PRIVATE_BODY, ObjectName.random(random)),
                    CiphertextDigest.of(digests.ciphertext().sha256().bytes()),
                    digests.ciphertext().length());
            var objects = sealed.objects(body, body.key().name());
            store.put(body, bodies.body(id), owned.uploadGate(body), progress);
            store.put(objects.envelope(), sealed.envelope().toByteArray(), owned.uploadGate(objects.envelope()));
            store.put(objects.label(), sealed.label().toByteArray(), owned.uploadGate(objects.label()));
            return owned.perform(new AddPrivateDocument(owned.id(), document, commitment, objects));
        } finally {
            bodies.discard(id);
        }
    }

    /** All files that are still there, newest first. */
    public List<ListedPrivateFile> list() throws SharingException {
        List<PrivateEntry> entries = Pages.all(
                bookmark -> owned.perform(new ListPrivateDocuments(owned.id(), Pages.SIZE, bookmark)),
                PrivatePage::documents,
                PrivatePage::bookmark);
        var files = new ArrayList<ListedPrivateFile>();
        for (PrivateEntry entry : entries) {
            if (entry.removedAt().isEmpty()) {
                try (Envelope envelope = envelope(entry)) {
                    var description = envelope.description();
                    files.add(new ListedPrivateFile(
                            entry,
                            description.name(),
                            description.title(),
                            description.content().length()));
                }
            }
        }
        files.sort((one, other) -> other.added().compareTo(one.added()));
        return List.copyOf(files);
    }

    /** Fetch, verify and open a file. */
    public OpenedPrivateFile open(PrivateEntry entry, TransferProgress progress) throws SharingException {
        StoredObject body = entry.objects().body();
        try (Envelope envelope = envelope(entry)) {
            Path file = folder.fetch(body, owned.downloadGate(body), progress);
            var content = CipherFolder.decrypt(file, envelope, cipher, progress);
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
        try {
            Envelope envelope = Envelope.open(sealed, owned.keys().encryption());
            requireOwn(entry, envelope);
            memory.put(name, sealed);
            return envelope;
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
