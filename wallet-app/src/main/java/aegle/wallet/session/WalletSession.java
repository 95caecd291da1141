// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.session;

import aegle.crypto.pseudonym.LinkWords;
import aegle.crypto.vault.KeyVault;
import aegle.desktop.unlock.MemoryUnusableException;
import aegle.record.MemberId;
import aegle.record.PermissionId;
import aegle.record.access.AccessEvent;
import aegle.record.access.DenialCount;
import aegle.record.member.Member;
import aegle.record.member.MemberStatus;
import aegle.record.metadata.DocumentEntry;
import aegle.record.permission.Permission;
import aegle.record.permission.PermissionScope;
import aegle.sharing.ConnectionProfile;
import aegle.sharing.LedgerRefusalException;
import aegle.sharing.RecordIntegrityException;
import aegle.sharing.RecordLedger;
import aegle.sharing.RecordStore;
import aegle.sharing.SealedStore;
import aegle.sharing.SharingException;
import aegle.sharing.TransferProgress;
import aegle.sharing.activity.AccessHistory;
import aegle.sharing.activity.ClinicianDirectory;
import aegle.sharing.key.GrantSealing;
import aegle.sharing.key.MemberTrust;
import aegle.sharing.key.OwnedRecord;
import aegle.sharing.key.PatientCard;
import aegle.sharing.key.VaultedKeys;
import aegle.sharing.permission.PermissionEditing;
import aegle.sharing.privatefile.PrivateFiles;
import aegle.sharing.request.AccessAnswering;
import aegle.sharing.request.HandOverCode;
import aegle.sharing.retrieval.CipherFolder;
import aegle.sharing.retrieval.ListedDocument;
import aegle.sharing.retrieval.OpenedDocument;
import aegle.sharing.retrieval.OwnerDocuments;
import aegle.sharing.retrieval.SignatureMarks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One unlocked wallet: the owner's keys, her connections, and every use case that the windows need.
 *
 * <p>Created when the vault is unlocked, closed when it is locked. Closing takes effect when the last running use has ended; then
 * keys are wiped and connections closed. Threads may share it. Acts on permissions wait for one another, so that resuming what was
 * interrupted never meets an act that is still going on.
 */
public final class WalletSession implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WalletSession.class);
    private static final String RECORD_OPENED = "wallet/record-opened";

    private final Connections connections;
    private final OwnedRecord owned;
    private final PatientCard card;
    private final ClinicianDirectory directory;
    private final OwnerDocuments documents;
    private final SignatureMarks marks;
    private final PermissionEditing permissions;
    private final RequestAnswers requests;
    private final AccessHistory history;
    private final PrivateFiles privateFiles;
    private final ReentrantLock acts = new ReentrantLock();
    private final Object leasing = new Object();
    private final CountDownLatch wiped = new CountDownLatch(1);
    private int leases;
    private boolean closing;
    private boolean closed;

    private WalletSession(WalletPlace place, Connections connections, PatientCard card) {
        this.connections = connections;
        this.card = card;
        RecordLedger ledger = connections.ledger();
        RecordStore store = connections.store();
        SealedStore memory = connections.memory();
        owned = new OwnedRecord(ledger, connections.keys());
        directory = new ClinicianDirectory(ledger);
        var members = new MemberTrust(ledger, connections.membership());
        var reader = new OwnerDocuments.DocumentReader(members, place.cipher());
        marks = new SignatureMarks(ledger, reader);
        documents = new OwnerDocuments(owned, store, memory, new CipherFolder(place.cacheFolder(), store), reader);
        var sealing = new GrantSealing(owned, card, documents::envelopes);
        permissions = new PermissionEditing(
                owned,
                sealing,
                members,
                new PermissionEditing.Surroundings(store, memory, place.clock(), place.random()));
        requests = new RequestAnswers(new AccessAnswering(owned, place.clock()), directory, memory, place.clock());
        history = new AccessHistory(owned);
        privateFiles = new PrivateFiles(
                owned, store, memory, place.privateFolder(), new PrivateFiles.Workshop(place.cipher(), place.random()));
    }

    /**
     * Open a session with the keys of an unlocked vault. Asks the network only if there is no certificate yet, or it is about to
     * expire.
     *
     * @throws SharingException if a certificate is needed and cannot be had
     * @throws MemoryUnusableException if the program's memory cannot be opened
     */
    public static WalletSession open(KeyVault vault, ConnectionProfile profile, WalletPlace place)
            throws SharingException, MemoryUnusableException {
        var vaulted = new VaultedKeys(vault);
        PatientCard card = vaulted.card();
        return new WalletSession(place, Connections.open(vaulted, profile, place), card);
    }

    /** Use the session, unless it is closing; it stays open until the use has ended. */
    <T> T use(SessionUse<T> use) throws SharingException, InterruptedException {
        synchronized (leasing) {
            if (closing) {
                throw new InterruptedException("the wallet was locked");
            }
            leases++;
        }
        try {
            return use.in(this);
        } finally {
            released();
        }
    }

    /** Says whether the record has been opened on the network from this computer. */
    public boolean isRecordOpen() {
        return connections.memory().find(RECORD_OPENED).isPresent();
    }

    /** Open the record; repeating it changes nothing. */
    public void openRecord() throws SharingException {
        owned.open();
        connections.memory().put(RECORD_OPENED, new byte[] {1});
    }

    /** What clinicians see of the patient. */
    public PatientCard card() {
        return card;
    }

    /** The six words by which a hospital knows this record. */
    public LinkWords linkWords() {
        return connections.keys().linkWords();
    }

    /** The code that a clinic needs to ask for access. */
    public HandOverCode handOverCode() {
        return HandOverCode.of(owned);
    }

    /** Clinicians who can be allowed, found by name or NPI. */
    public List<Member> findClinicians(String text) throws SharingException {
        return directory.find(text).stream()
                .filter(member -> member.status() == MemberStatus.ACTIVE)
                .toList();
    }

    /** All permissions, newest first. */
    public List<AllowedPermission> permissions() throws SharingException {
        var allowed = new ArrayList<AllowedPermission>();
        for (Permission permission : permissions.permissions()) {
            allowed.add(new AllowedPermission(permission, directory.member(permission.grantee())));
        }
        allowed.sort(Comparator.comparing(each -> each.permission().grantedAt(), Comparator.reverseOrder()));
        return List.copyOf(allowed);
    }

    /** Allow a clinician. */
    public Permission allow(Member clinician, PermissionScope scope) throws SharingException {
        return oneAtATime(() -> permissions.allow(clinician, scope));
    }

    /** Allow a clinician what she has asked for, or less. Done once it is allowed; if she cannot be told now, she is told later. */
    public Permission allow(WaitingRequest request, PermissionScope scope) throws SharingException {
        return oneAtATime(() -> requests.answer(request, () -> permissions.allow(request.clinician(), scope)));
    }

    /** Change what a clinician may do. Done once the ledger has it; keys that are still to be moved on follow later. */
    public Permission change(AllowedPermission allowed, PermissionScope scope) throws SharingException {
        Permission before = allowed.permission();
        return unlessDone(
                () -> permissions.change(before, allowed.clinician(), scope),
                now -> now.id().equals(before.id()) && now.scope().equals(scope));
    }

    /** Stop a permission for good. Done once the ledger has it; keys that are still to be moved on follow later. */
    public Permission stop(Permission permission) throws SharingException {
        return unlessDone(
                () -> permissions.stop(permission), now -> now.id().equals(permission.id()) && now.isRevoked());
    }

    /** Complete what was interrupted. */
    public void resume() throws SharingException {
        oneAtATime(() -> {
            permissions.resume();
            requests.resume(permissions.permissions());
            return card;
        });
        privateFiles.resume();
    }

    /** The requests that wait for an answer. */
    public List<WaitingRequest> requests() throws SharingException {
        return requests.waiting();
    }

    /** Tell a clinician that her request was declined. */
    public void decline(WaitingRequest request) throws SharingException {
        requests.decline(request);
    }

    /** All documents, newest first. */
    public List<HeldDocument> documents() throws SharingException {
        var held = new ArrayList<HeldDocument>();
        for (ListedDocument listed : documents.list()) {
            MemberId uploader = listed.entry().subject().uploader();
            held.add(new HeldDocument(listed, isSigned(listed.entry()), directory.member(uploader)));
        }
        return List.copyOf(held);
    }

    private boolean isSigned(DocumentEntry entry) {
        return marks.hold(entry, connections.keys().signingPublicKey());
    }

    /** Fetch, verify and open a document; the caller closes it. */
    public OpenedDocument open(DocumentEntry entry, TransferProgress progress) throws SharingException {
        return documents.open(entry, progress);
    }

    /** Confirm a document that was opened. */
    public DocumentEntry confirm(OpenedDocument seen) throws SharingException {
        return documents.countersign(seen);
    }

    /** Everything that happened. */
    public SeenActivity activity() throws SharingException {
        AccessHistory.History all = history.read();
        Map<PermissionId, Permission> known = new HashMap<>();
        permissions.permissions().forEach(permission -> known.put(permission.id(), permission));
        var events = new ArrayList<SeenEvent>();
        for (AccessEvent event : all.events()) {
            events.add(new SeenEvent(
                    event, directory.member(event.member()), event.permission().map(known::get)));
        }
        var refusals = new ArrayList<SeenActivity.CountedRefusals>();
        for (DenialCount count : all.denials()) {
            refusals.add(new SeenActivity.CountedRefusals(count, directory.member(count.member())));
        }
        return new SeenActivity(events, refusals);
    }

    /** The patient's own files. */
    public PrivateFiles privateFiles() {
        return privateFiles;
    }

    /** The hospital that answered last; empty before the first answer. */
    public Optional<String> answeringHospital() {
        return Optional.of(connections.ledger().answeringHospital()).filter(name -> !name.isEmpty());
    }

    /** How many stores answer. */
    public RecordStore.StoreStatus stores() {
        return connections.store().status();
    }

    /** Be told, on any thread, that something may have changed; until the session is closed. */
    public void onChange(Runnable hint) {
        connections.ledger().onChange(owned.id(), hint);
    }

    @Override
    public void close() {
        if (endsNow()) {
            wipe();
        }
    }

    /** Let nothing new begin; true if nothing is going on, so that the caller must wipe now. */
    boolean endsNow() {
        synchronized (leasing) {
            closing = true;
            boolean now = leases == 0 && !closed;
            closed |= now;
            return now;
        }
    }

    private void released() {
        boolean last;
        synchronized (leasing) {
            leases--;
            last = closing && leases == 0 && !closed;
            closed |= last;
        }
        if (last) {
            wipe();
        }
    }

    /** Wait until a closed session is wiped and its connections are gone, so that the next one finds the memory free. */
    void awaitEnd() throws InterruptedException {
        wiped.await();
    }

    /** Wipe the keys and end the connections; takes its time. */
    void wipe() {
        try {
            connections.close();
            LOG.info("session closed");
        } finally {
            wiped.countDown();
        }
    }

    private <T> T oneAtATime(Act<T> act) throws SharingException {
        acts.lock();
        try {
            return act.perform();
        } finally {
            acts.unlock();
        }
    }

    /** An act may fail in its last part, after what the patient wants has become true. */
    private Permission unlessDone(Act<Permission> act, Predicate<Permission> done) throws SharingException {
        return oneAtATime(() -> {
            try {
                return act.perform();
            } catch (LedgerRefusalException | RecordIntegrityException e) {
                throw e;
            } catch (SharingException e) {
                Permission now = permissions.permissions().stream()
                        .filter(done)
                        .findFirst()
                        .orElseThrow(() -> e);
                LOG.warn("done, but keys are still to be moved on", e);
                return now;
            }
        });
    }
}
