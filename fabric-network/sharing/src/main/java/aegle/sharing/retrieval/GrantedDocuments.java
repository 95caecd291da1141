// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.retrieval;

import aegle.crypto.DecryptionException;
import aegle.crypto.FormatVersionUnknownException;
import aegle.crypto.identity.EncryptionKeyPair;
import aegle.crypto.seal.Envelope;
import aegle.crypto.seal.GrantContent;
import aegle.record.AccessId;
import aegle.record.DocumentId;
import aegle.record.PatientPseudonym;
import aegle.record.access.AccessEvent;
import aegle.record.call.DocumentCalls.DocumentPage;
import aegle.record.call.DocumentCalls.ListGrantedDocuments;
import aegle.record.call.DocumentCalls.OpenDocument;
import aegle.record.call.StoreCalls.DocumentUrls;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.DocumentEntry;
import aegle.record.metadata.StoredObject;
import aegle.record.permission.Permission;
import aegle.sharing.AccessDeniedException;
import aegle.sharing.IntegrityCheck;
import aegle.sharing.Pages;
import aegle.sharing.ProgramTooOldException;
import aegle.sharing.RecordIntegrityException;
import aegle.sharing.RecordKeyMissingException;
import aegle.sharing.RecordLedger;
import aegle.sharing.RecordStore;
import aegle.sharing.SealedStore;
import aegle.sharing.SharingException;
import aegle.sharing.TransferProgress;
import aegle.sharing.key.GrantOpening;
import aegle.sharing.retrieval.OwnerDocuments.DocumentReader;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The documents that a patient lets this clinician read. Opening is a transaction on the ledger, permitted or denied, and the
 * patient sees which.
 */
public final class GrantedDocuments {
    private final RecordLedger ledger;
    private final RecordStore store;
    private final GrantOpening grants;
    private final CachedReading cache;
    private final LabelShelf labels;
    private final DocumentVerification verification;
    private final SecureRandom random;

    public GrantedDocuments(
            RecordLedger ledger,
            RecordStore store,
            SealedStore memory,
            GrantOpening grants,
            CachedReading cache,
            DocumentReader reader,
            SecureRandom random) {
        this.ledger = ledger;
        this.store = store;
        this.grants = grants;
        this.cache = cache;
        this.labels = new LabelShelf(store, memory);
        this.verification = new DocumentVerification(ledger, reader.members().remembering(memory), reader.cipher());
        this.random = random;
    }

    /** What may be read, and one's own uploads; newest first. */
    public List<ListedDocument> list(GrantedRecord record) throws SharingException {
        Map<DocumentId, ListedDocument> listed = new LinkedHashMap<>();
        for (Permission permission : record.permissions()) {
            try (GrantContent grant = grants.open(permission, record.ownerKey())) {
                for (ListedDocument document : list(permission, grant)) {
                    listed.merge(
                            document.entry().id(),
                            document,
                            (one, other) -> one.label().isPresent() ? one : other);
                }
            }
        }
        var newestFirst = new ArrayList<>(listed.values());
        newestFirst.sort(Comparator.comparing(document -> document.entry().recordedAt(), Comparator.reverseOrder()));
        return List.copyOf(newestFirst);
    }

    /**
     * Ask the ledger, then fetch, verify and open. A document that was opened before is shown without an answer if none comes in
     * time and the permission was seen valid within a day.
     *
     * @throws AccessDeniedException if the ledger denies it; what was kept of the patient's documents is destroyed
     * @throws RecordIntegrityException if any check fails
     */
    public OpenedDocument open(GrantedRecord record, DocumentEntry entry, TransferProgress progress)
            throws SharingException {
        Optional<Permission> permission = record.readingPermission(entry);
        if (permission.isEmpty()) {
            throw denied(record.id(), entry.id(), Optional.empty());
        }
        Optional<Instant> lastSeen = cache.ask(permission.get(), entry, () -> ask(record.id(), entry.id(), permission));
        StoredObject body = entry.objects().body();
        try (GrantContent grant = grants.open(permission.get(), record.ownerKey());
                var sealed = fetchEnvelope(permission.get(), grant, entry)) {
            var file = cache.folder().fetch(body, gate(permission.get(), entry, body), progress);
            try (Envelope envelope = envelope(grant, entry, sealed)) {
                return verification.open(entry, envelope, file, record.ownerKey(), lastSeen, progress);
            }
        } catch (RecordIntegrityException e) {
            cache.folder().forget(body);
            throw e;
        }
    }

    /**
     * Try to open a document that somebody has only named to this clinician. The ledger records the attempt.
     *
     * @return the permission's denial; never an opened document, since that needs a grant
     */
    public AccessDeniedException denied(PatientPseudonym record, DocumentId document, Optional<Permission> permission)
            throws SharingException {
        AccessEvent event = ask(record, document, permission);
        if (event.isPermitted()) {
            throw new RecordKeyMissingException("the ledger permits, but no grant names this document");
        }
        return new AccessDeniedException(event);
    }

    private AccessEvent ask(PatientPseudonym record, DocumentId document, Optional<Permission> permission)
            throws SharingException {
        return ledger.submit(
                new OpenDocument(record, document, AccessId.random(random), permission.map(Permission::id)));
    }

    private List<DocumentEntry> entries(Permission permission) throws SharingException {
        var entries = new ArrayList<DocumentEntry>();
        for (DocumentCategory category : DocumentCategory.values()) {
            if (permission.scope().categories().contains(category)) {
                entries.addAll(Pages.all(
                        bookmark -> ledger.evaluate(new ListGrantedDocuments(
                                permission.record(), permission.id(), category, Pages.SIZE, bookmark)),
                        DocumentPage::documents,
                        DocumentPage::bookmark));
            }
        }
        return entries;
    }

    /** A document whose category's keys were not granted, as one of just these, has no label here. */
    private List<ListedDocument> list(Permission permission, GrantContent grant) throws SharingException {
        List<DocumentEntry> entries = entries(permission);
        var fetched = labels.fetch(
                entries.stream().filter(entry -> keys(grant, entry).isPresent()).toList(),
                entry -> gate(permission, entry, entry.objects().label()));
        return entries.stream()
                .map(entry -> keys(grant, entry)
                        .map(keys -> fetched.listed(entry, keys))
                        .orElseGet(() -> new ListedDocument(entry, Optional.empty())))
                .toList();
    }

    private static Optional<EncryptionKeyPair> keys(GrantContent grant, DocumentEntry entry) {
        return grant.keys().category(entry.category().name(), entry.epoch());
    }

    /** Begins to fetch the envelope, unless the grant has it, as for a permission on just this document. */
    private BesideFetching fetchEnvelope(Permission permission, GrantContent grant, DocumentEntry entry)
            throws RecordKeyMissingException {
        if (granted(grant, entry).isPresent()) {
            return new BesideFetching(() -> new byte[0]);
        }
        requireKeys(grant, entry);
        StoredObject object = entry.objects().envelope();
        return new BesideFetching(() ->
                cache.envelope(object, () -> store.get(object, gate(permission, entry, object))));
    }

    private static Envelope envelope(GrantContent grant, DocumentEntry entry, BesideFetching sealed)
            throws SharingException {
        Optional<Envelope> granted = granted(grant, entry);
        if (granted.isPresent()) {
            return granted.get();
        }
        try {
            return Envelope.open(sealed.await(), requireKeys(grant, entry));
        } catch (DecryptionException e) {
            throw new RecordIntegrityException(IntegrityCheck.SEAL, e);
        } catch (FormatVersionUnknownException e) {
            throw new ProgramTooOldException(e);
        }
    }

    private static Optional<Envelope> granted(GrantContent grant, DocumentEntry entry) {
        return grant.keys().file(DocumentVerification.opaque(entry.id()));
    }

    private static EncryptionKeyPair requireKeys(GrantContent grant, DocumentEntry entry)
            throws RecordKeyMissingException {
        return keys(grant, entry)
                .orElseThrow(() -> new RecordKeyMissingException("no key for epoch " + entry.epoch() + " was granted"));
    }

    private RecordStore.Gate gate(Permission permission, DocumentEntry entry, StoredObject object) {
        return () -> ledger.evaluate(new DocumentUrls(permission.record(), permission.id(), entry.id(), object.key()));
    }
}
