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
import aegle.sharing.retrieval.NewestFirst.Found;
import aegle.sharing.retrieval.NewestFirst.Source;
import aegle.sharing.retrieval.OwnerDocuments.DocumentReader;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The documents that a patient lets this clinician read. Opening is a transaction on the ledger, permitted or denied, and the
 * patient sees which.
 */
public final class GrantedDocuments {
    /** About what a window shows at once. */
    private static final int FIRST_PORTION = 10;

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
        var listed = new ArrayList<ListedDocument>();
        list(record, listed::addAll);
        return List.copyOf(listed);
    }

    /**
     * Tell what may be read, and one's own uploads, newest first and portion by portion: the first one, which fills a window, costs
     * the same however many documents the record has.
     *
     * @param portions gets each portion, and tells whether it wants another; none if there is no document
     */
    public void list(GrantedRecord record, Portions portions) throws SharingException {
        var lists = new ArrayList<Source<Granted>>();
        var grants = new ArrayList<GrantContent>();
        try {
            for (Permission permission : record.permissions()) {
                GrantContent grant = this.grants.open(permission, record.ownerKey());
                grants.add(grant);
                lists.addAll(lists(new Granted(permission, grant)));
            }
            var newestFirst = new NewestFirst<>(lists);
            List<ListedDocument> portion = labelled(newestFirst.next(FIRST_PORTION));
            while (!portion.isEmpty() && portions.take(portion)) {
                portion = labelled(newestFirst.next(Pages.SIZE));
            }
        } finally {
            grants.forEach(GrantContent::close);
        }
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

    /** One list for each category. */
    private List<Source<Granted>> lists(Granted granted) {
        Permission permission = granted.permission();
        return permission.scope().categories().stream()
                .sorted()
                .map(category -> new Source<>(
                        granted,
                        entry -> keys(granted.grant(), entry).isPresent(),
                        permission.scope().documents().isEmpty()
                                ? (size, bookmark) -> page(permission, category, size, bookmark)
                                : (_, _) -> justThese(permission, category)))
                .toList();
    }

    private DocumentPage page(Permission permission, DocumentCategory category, int size, String bookmark)
            throws SharingException {
        return ledger.evaluate(
                new ListGrantedDocuments(permission.record(), permission.id(), category, size, bookmark));
    }

    /** The documents of a permission on just these, which the ledger lists in the permission's order. */
    private DocumentPage justThese(Permission permission, DocumentCategory category) throws SharingException {
        var entries = new ArrayList<>(Pages.all(
                bookmark -> page(permission, category, Pages.SIZE, bookmark),
                DocumentPage::documents,
                DocumentPage::bookmark));
        entries.sort(NewestFirst.ORDER);
        return new DocumentPage(entries, "");
    }

    /** A document whose category's keys were not granted, as one of just these, has no label here. */
    private List<ListedDocument> labelled(List<Found<Granted>> portion) {
        Map<DocumentId, Permission> readable = new HashMap<>();
        portion.stream()
                .filter(found -> keys(found.origin().grant(), found.entry()).isPresent())
                .forEach(
                        found -> readable.put(found.entry().id(), found.origin().permission()));
        var fetched = labels.fetch(
                portion.stream()
                        .map(Found::entry)
                        .filter(entry -> readable.containsKey(entry.id()))
                        .toList(),
                entry -> gate(
                        Objects.requireNonNull(readable.get(entry.id())),
                        entry,
                        entry.objects().label()));
        return portion.stream()
                .map(found -> keys(found.origin().grant(), found.entry())
                        .map(keys -> fetched.listed(found.entry(), keys))
                        .orElseGet(() -> new ListedDocument(found.entry(), Optional.empty())))
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

    /** By what a document is listed. */
    private record Granted(Permission permission, GrantContent grant) {}

    /** Takes a list portion by portion. */
    @FunctionalInterface
    public interface Portions {
        /** Take the next documents, at least one, and tell whether more are wanted. */
        boolean take(List<ListedDocument> portion) throws SharingException;
    }
}
