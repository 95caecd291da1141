// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.retrieval;

import aegle.crypto.DecryptionException;
import aegle.crypto.FormatVersionUnknownException;
import aegle.crypto.identity.EncryptionKeyPair;
import aegle.crypto.record.RecordCipher;
import aegle.crypto.seal.Envelope;
import aegle.record.DocumentId;
import aegle.record.call.DocumentCalls.CountersignDocument;
import aegle.record.call.DocumentCalls.DocumentPage;
import aegle.record.call.DocumentCalls.ListDocuments;
import aegle.record.command.SignedStatement;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.DocumentEntry;
import aegle.record.metadata.StoredObject;
import aegle.sharing.IntegrityCheck;
import aegle.sharing.Pages;
import aegle.sharing.ProgramTooOldException;
import aegle.sharing.RecordIntegrityException;
import aegle.sharing.RecordStore;
import aegle.sharing.SealedStore;
import aegle.sharing.SharingException;
import aegle.sharing.TransferProgress;
import aegle.sharing.key.MemberTrust;
import aegle.sharing.key.OwnedRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The patient's own record: she reads every category and every epoch, and confirms what she has seen. */
public final class OwnerDocuments {
    private final OwnedRecord owned;
    private final RecordStore store;
    private final CipherFolder folder;
    private final LabelShelf labels;
    private final DocumentVerification verification;

    public OwnerDocuments(
            OwnedRecord owned, RecordStore store, SealedStore memory, CipherFolder folder, DocumentReader reader) {
        this.owned = owned;
        this.store = store;
        this.folder = folder;
        this.labels = new LabelShelf(store, memory);
        this.verification = new DocumentVerification(owned.ledger(), reader.members(), reader.cipher());
    }

    /** All documents, newest first. */
    public List<ListedDocument> list() throws SharingException {
        List<DocumentEntry> entries = entries();
        var fetched = labels.fetch(
                entries, entry -> owned.downloadGate(entry.objects().label()));
        var listed = new ArrayList<ListedDocument>();
        for (DocumentEntry entry : entries) {
            try (EncryptionKeyPair keys = categoryKeys(entry)) {
                listed.add(fetched.listed(entry, keys));
            }
        }
        listed.sort(Comparator.comparing(ListedDocument::entry, NewestFirst.ORDER));
        return List.copyOf(listed);
    }

    /** What the ledger says of all documents, without fetching labels. */
    public List<DocumentEntry> entries() throws SharingException {
        var entries = new ArrayList<DocumentEntry>();
        for (DocumentCategory category : DocumentCategory.values()) {
            entries.addAll(Pages.all(
                    bookmark -> owned.perform(new ListDocuments(owned.id(), category, Pages.SIZE, bookmark)),
                    DocumentPage::documents,
                    DocumentPage::bookmark));
        }
        return entries;
    }

    /**
     * Fetch, verify and open a document.
     *
     * @throws RecordIntegrityException if any check fails
     */
    public OpenedDocument open(DocumentEntry entry, TransferProgress progress) throws SharingException {
        StoredObject body = entry.objects().body();
        try (Envelope envelope = envelope(entry)) {
            var file = folder.fetch(body, owned.downloadGate(body), progress);
            return verification.open(
                    entry, envelope, file, owned.keys().signingPublicKey(), Optional.empty(), progress);
        } catch (RecordIntegrityException e) {
            folder.forget(body);
            throw e;
        }
    }

    /** Sign that this document is hers and that she has seen it; only what was opened can be signed. */
    public DocumentEntry countersign(OpenedDocument seen) throws SharingException {
        DocumentEntry entry = seen.entry();
        var statement = new SignedStatement.Countersignature(owned.ledger().network(), entry.subject());
        var signature = owned.keys().sign(statement.bytes());
        return owned.perform(new CountersignDocument(owned.id(), entry.id(), signature, entry.version()));
    }

    /** Open the envelopes of single documents for a grant, in their order; the caller closes them. */
    public List<Envelope> envelopes(List<DocumentId> documents) throws SharingException {
        Map<DocumentId, DocumentEntry> entries = new HashMap<>();
        entries().forEach(entry -> entries.put(entry.id(), entry));
        var opened = new ArrayList<Envelope>();
        boolean all = false;
        try {
            for (DocumentId document : documents) {
                opened.add(envelope(Optional.ofNullable(entries.get(document))
                        .orElseThrow(() -> new RecordIntegrityException(IntegrityCheck.CONTEXT))));
            }
            all = true;
            return List.copyOf(opened);
        } finally {
            if (!all) {
                opened.forEach(Envelope::close);
            }
        }
    }

    private Envelope envelope(DocumentEntry entry) throws SharingException {
        StoredObject object = entry.objects().envelope();
        byte[] sealed = store.get(object, owned.downloadGate(object));
        try (EncryptionKeyPair keys = categoryKeys(entry)) {
            return Envelope.open(sealed, keys);
        } catch (DecryptionException e) {
            throw new RecordIntegrityException(IntegrityCheck.SEAL, e);
        } catch (FormatVersionUnknownException e) {
            throw new ProgramTooOldException(e);
        }
    }

    private EncryptionKeyPair categoryKeys(DocumentEntry entry) {
        return owned.keys().root().categoryKeys(entry.category().name(), entry.epoch());
    }

    /** What reading needs besides keys: who vouches for uploaders, and the cipher. */
    public record DocumentReader(MemberTrust members, RecordCipher cipher) {}
}
