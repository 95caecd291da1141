// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.desk;

import aegle.crypto.Digest;
import aegle.crypto.record.RecordCipher;
import aegle.record.MemberId;
import aegle.record.PatientPseudonym;
import aegle.record.PermissionId;
import aegle.record.access.AccessRequest;
import aegle.record.member.Member;
import aegle.record.metadata.DocumentEntry;
import aegle.record.permission.Permission;
import aegle.sharing.AccessDeniedException;
import aegle.sharing.IdentityNotConfirmedException;
import aegle.sharing.MembershipDirectory;
import aegle.sharing.RecordLedger;
import aegle.sharing.RecordStore;
import aegle.sharing.RecordStore.StoreStatus;
import aegle.sharing.SealedStore;
import aegle.sharing.SharingException;
import aegle.sharing.TransferProgress;
import aegle.sharing.activity.ClinicianDirectory;
import aegle.sharing.key.ClinicianKeys;
import aegle.sharing.key.GrantOpening;
import aegle.sharing.key.MemberTrust;
import aegle.sharing.link.IdentityLink;
import aegle.sharing.link.IdentityLinks;
import aegle.sharing.link.IdentityLinks.LinkCandidate;
import aegle.sharing.link.LinkWay;
import aegle.sharing.request.AccessAsking;
import aegle.sharing.request.HandOverCode;
import aegle.sharing.request.RequestedAccess;
import aegle.sharing.retrieval.CachedReading;
import aegle.sharing.retrieval.CipherFolder;
import aegle.sharing.retrieval.DocumentReference;
import aegle.sharing.retrieval.GrantedDocuments;
import aegle.sharing.retrieval.GrantedRecord;
import aegle.sharing.retrieval.GrantedRecords;
import aegle.sharing.retrieval.ListedDocument;
import aegle.sharing.retrieval.OpenedDocument;
import aegle.sharing.retrieval.OwnerDocuments.DocumentReader;
import aegle.sharing.retrieval.RememberedLedger;
import aegle.sharing.retrieval.SignatureMarks;
import aegle.sharing.upload.DocumentDraft;
import aegle.sharing.upload.PendingUpload;
import aegle.sharing.upload.RecordUpload;
import aegle.sharing.upload.UploadJournal;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The desk on the real protocol: one enrolled clinician with her keys, from unlocking until locking. Closing ends it. */
public final class NetworkDesk implements PatientDesk, UploadDesk, AutoCloseable {
    private final Ports ports;
    private final ClinicianKeys keys;
    private final String ownName;
    private final DeskMemory memory;
    private final IdentityLinks links;
    private final RememberedLedger listings;
    private final GrantedRecords records;
    private final CachedReading cache;
    private final GrantedDocuments documents;
    private final SignatureMarks marks;
    private final AccessAsking asking;
    private final RecordUpload upload;
    private final ClinicianDirectory directory;
    private final ExecutorService asks = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<PermissionId> forgotten = ConcurrentHashMap.newKeySet();
    private final Set<PatientPseudonym> watched = ConcurrentHashMap.newKeySet();

    /**
     * Set the desk up; nothing is asked of the network yet.
     *
     * @param keys used and not closed
     * @param ownName who confirms identities
     */
    public NetworkDesk(Ports ports, ClinicianKeys keys, String ownName, Surroundings surroundings) {
        this.ports = ports;
        this.keys = keys;
        this.ownName = ownName;
        Clock clock = surroundings.clock();
        SecureRandom random = surroundings.random();
        memory = new DeskMemory(ports.memory(), clock);
        links = new IdentityLinks(ports.memory(), clock);
        listings = new RememberedLedger(ports.ledger(), ports.memory(), clock);
        var grants = new GrantOpening(ports.ledger(), ports.store(), ports.memory(), keys);
        records = new GrantedRecords(listings, grants, links, clock);
        cache = new CachedReading(
                ports.ledger(),
                ports.memory(),
                new CipherFolder(surroundings.folder().resolve("cache"), ports.store()),
                new CachedReading.Surroundings(
                        clock, random, asks, surroundings.onLateDenial(), surroundings.onRefusedLook()));
        var members = new MemberTrust(ports.ledger(), ports.membership());
        marks = new SignatureMarks(
                ports.ledger(), new DocumentReader(members.remembering(ports.memory()), surroundings.cipher()));
        documents = new GrantedDocuments(
                listings,
                ports.store(),
                ports.memory(),
                grants,
                cache,
                new DocumentReader(members, surroundings.cipher()),
                random);
        asking = new AccessAsking(ports.ledger(), clock, random);
        upload = new RecordUpload(
                ports.ledger(),
                keys,
                new UploadJournal(ports.ledger(), ports.store(), ports.memory(), keys.encryption(), random),
                surroundings.folder().resolve("outbox"),
                new RecordUpload.Workshop(surroundings.cipher(), clock, random));
        directory = new ClinicianDirectory(listings);
    }

    @Override
    public PatientOverview patients() throws SharingException {
        GrantedRecords.Overview overview = records.read();
        overview.records()
                .forEach(record -> memory.know(record.id(), record.patient().name()));
        forgetEnded(overview);
        return new PatientOverview(
                overview.records(),
                overview.unreadable(),
                overview.ended().stream()
                        .map(permission -> new PatientOverview.Ended(permission, memory.name(permission.record())))
                        .toList(),
                listings.answeredAsOf());
    }

    @Override
    public void documents(GrantedRecord record, Predicate<List<PatientDocument>> portions) throws SharingException {
        documents.list(record, portion -> portions.test(listed(record, portion)));
    }

    private List<PatientDocument> listed(GrantedRecord record, List<ListedDocument> portion) throws SharingException {
        var listed = new ArrayList<PatientDocument>();
        for (ListedDocument document : portion) {
            DocumentEntry entry = document.entry();
            boolean confirmed = entry.countersignature().isPresent() && marks.hold(entry, record.ownerKey());
            MemberId uploader = entry.subject().uploader();
            listed.add(new PatientDocument(document, confirmed, Optional.of(directory.member(uploader))));
        }
        return List.copyOf(listed);
    }

    @Override
    public ReadDocument open(GrantedRecord record, DocumentEntry entry, TransferProgress progress)
            throws SharingException {
        OpenedDocument opened = documents.open(record, entry, progress);
        return new ReadDocument(opened.content(), opened.name(), opened.permissionLastSeen());
    }

    @Override
    public AccessDeniedException denied(DocumentReference reference, Optional<Permission> permission)
            throws SharingException {
        return documents.denied(reference.record(), reference.document(), permission);
    }

    @Override
    public IdentityLink confirmIdentity(GrantedRecord record, String words, String hospitalNumber, LinkWay way)
            throws IdentityNotConfirmedException {
        return links.confirm(new LinkCandidate(record.id(), record.ownerKey(), hospitalNumber, way, ownName), words);
    }

    @Override
    public Optional<HandOverCode> handOverCode(String text) {
        return HandOverCode.parse(text, ports.ledger().network());
    }

    @Override
    public AccessRequest ask(HandOverCode code, AccessWish wish) throws SharingException {
        return asking.ask(
                code, new RequestedAccess(keys.member(), wish.rights(), wish.categories(), wish.days(), wish.reason()));
    }

    @Override
    public List<AccessRequest> requests() throws SharingException {
        return asking.requests().stream()
                .sorted(Comparator.comparing(AccessRequest::time).reversed())
                .toList();
    }

    @Override
    public Member self() throws SharingException {
        return directory.member(keys.member());
    }

    @Override
    public Optional<Instant> lastVisit(PatientPseudonym record) {
        return memory.lastVisit(record);
    }

    @Override
    public void visited(PatientPseudonym record) {
        memory.visited(record);
    }

    @Override
    public DocumentEntry upload(GrantedRecord record, DocumentDraft draft, TransferProgress progress)
            throws SharingException {
        return upload.upload(record, draft, progress);
    }

    @Override
    public List<PendingUpload> pending() {
        return upload.pending();
    }

    @Override
    public DocumentEntry resume(PendingUpload pending, TransferProgress progress) throws SharingException {
        return upload.resume(pending, progress);
    }

    @Override
    public void discard(PendingUpload pending) throws SharingException {
        upload.discard(pending);
    }

    @Override
    public boolean wasUploaded(PatientPseudonym record, Digest content) {
        return memory.wasUploaded(record, content);
    }

    @Override
    public void rememberUploaded(PatientPseudonym record, Digest content) {
        memory.rememberUploaded(record, content);
    }

    @Override
    public Optional<Path> exportFolder() {
        return memory.exportFolder();
    }

    @Override
    public void chooseExportFolder(Path folder) {
        memory.chooseExportFolder(folder);
    }

    @Override
    public void keepWaiting(List<WaitingFile> files) {
        memory.keepWaiting(files);
    }

    @Override
    public List<WaitingFile> takeWaiting() {
        return memory.takeWaiting();
    }

    /** Tell the ledger of the looks that happened without it. */
    public void tellPendingLooks() throws SharingException {
        cache.tellPendingLooks();
    }

    /** Put what a store missed of this clinician's uploads while it did not answer. */
    public void completeCopies() throws SharingException {
        upload.completeCopies();
    }

    /** The hospital whose peer has answered last; empty before the first answer. */
    public String answeringHospital() {
        return ports.ledger().answeringHospital();
    }

    public StoreStatus stores() {
        return ports.store().status();
    }

    /** Hear, from any thread, that something may have changed in a record, until the desk is closed; once for each record. */
    public void watch(PatientPseudonym record, Runnable hint) {
        if (watched.add(record)) {
            ports.ledger().onChange(record, hint);
        }
    }

    @Override
    public void close() {
        asks.shutdownNow();
        ports.ledger().close();
        ports.store().close();
    }

    /** A record that nothing is allowed in any more keeps nothing on this computer. */
    private void forgetEnded(GrantedRecords.Overview overview) {
        var current = new HashSet<PatientPseudonym>();
        overview.records().forEach(record -> current.add(record.id()));
        overview.unreadable()
                .forEach(unreadable -> current.add(unreadable.permission().record()));
        for (Permission permission : overview.ended()) {
            if (!current.contains(permission.record()) && forgotten.add(permission.id())) {
                cache.forget(permission.record());
            }
        }
    }

    /** The desk's way out of the process; ledger and store are closed with the desk, the others are not. */
    public record Ports(RecordLedger ledger, RecordStore store, MembershipDirectory membership, SealedStore memory) {}

    /**
     * What the desk needs besides.
     *
     * @param folder where ciphertext is kept
     * @param onLateDenial hears, on any thread, of a record whose documents must be closed now
     * @param onRefusedLook hears, on any thread, that the ledger did not take a look that had happened
     */
    public record Surroundings(
            Path folder,
            RecordCipher cipher,
            Clock clock,
            SecureRandom random,
            Consumer<PatientPseudonym> onLateDenial,
            Consumer<SharingException> onRefusedLook) {}
}
