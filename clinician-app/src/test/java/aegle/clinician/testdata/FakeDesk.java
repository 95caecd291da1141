// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.testdata;

import aegle.clinician.desk.AccessWish;
import aegle.clinician.desk.PatientDesk;
import aegle.clinician.desk.PatientDocument;
import aegle.clinician.desk.PatientOverview;
import aegle.clinician.desk.ReadDocument;
import aegle.clinician.desk.UploadDesk;
import aegle.clinician.desk.WaitingFile;
import aegle.crypto.Digest;
import aegle.record.AccessId;
import aegle.record.Bytes;
import aegle.record.NetworkId;
import aegle.record.PatientPseudonym;
import aegle.record.RequestId;
import aegle.record.access.AccessEvent;
import aegle.record.access.AccessKind;
import aegle.record.access.AccessRequest;
import aegle.record.access.RequestStatus;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.member.Member;
import aegle.record.metadata.DocumentEntry;
import aegle.record.permission.Permission;
import aegle.sharing.AccessDeniedException;
import aegle.sharing.IdentityNotConfirmedException;
import aegle.sharing.SharingException;
import aegle.sharing.StoreUnavailableException;
import aegle.sharing.TransferProgress;
import aegle.sharing.link.IdentityLink;
import aegle.sharing.link.LinkWay;
import aegle.sharing.request.HandOverCode;
import aegle.sharing.retrieval.DocumentReference;
import aegle.sharing.retrieval.GrantedRecord;
import aegle.sharing.upload.DocumentDraft;
import aegle.sharing.upload.PendingUpload;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Predicate;

/** A desk without a network: answers what a test has put there, and remembers what was done. */
public final class FakeDesk implements PatientDesk, UploadDesk {
    public static final String WORDS = "abandon ability able about above absent";

    public final List<GrantedRecord> records = new CopyOnWriteArrayList<>();
    public final List<PatientOverview.Ended> ended = new CopyOnWriteArrayList<>();
    public final Map<PatientPseudonym, List<PatientDocument>> documents = new HashMap<>();
    public final Map<String, byte[]> contents = new HashMap<>();
    public final List<DocumentDraft> uploads = new CopyOnWriteArrayList<>();
    public final List<AccessWish> wishes = new CopyOnWriteArrayList<>();
    public final List<AccessRequest> requests = new CopyOnWriteArrayList<>();
    public final Set<String> uploaded = new HashSet<>();
    public Optional<SharingException> trouble = Optional.empty();
    public Function<DocumentDraft, Optional<SharingException>> uploadTrouble = draft -> Optional.empty();
    public final List<PendingUpload> pending = new CopyOnWriteArrayList<>();
    public final List<PendingUpload> refused = new CopyOnWriteArrayList<>();
    public Optional<Permission> askedWith = Optional.empty();
    public LedgerErrorCode denial = LedgerErrorCode.PERMISSION_UNKNOWN;
    public Optional<Instant> seenOffline = Optional.empty();
    public Optional<Instant> lastVisit = Optional.empty();
    public Optional<Path> folder = Optional.empty();
    public List<WaitingFile> waiting = List.of();
    public int portion = 10;
    public Runnable beforeNextPortion = () -> {};
    public int links;
    public Optional<LinkWay> comparedBy = Optional.empty();

    @Override
    public PatientOverview patients() throws SharingException {
        fail();
        return new PatientOverview(List.copyOf(records), List.of(), List.copyOf(ended), Optional.empty());
    }

    @Override
    public void documents(GrantedRecord record, Predicate<List<PatientDocument>> portions) throws SharingException {
        fail();
        List<PatientDocument> all = documents.getOrDefault(record.id(), List.of());
        for (int from = 0; from < all.size(); from += portion) {
            if (from > 0) {
                beforeNextPortion.run();
            }
            if (!portions.test(all.subList(from, Math.min(all.size(), from + portion)))) {
                return;
            }
        }
    }

    @Override
    public ReadDocument open(GrantedRecord record, DocumentEntry entry, TransferProgress progress)
            throws SharingException {
        fail();
        byte[] content = contents.get(entry.id().hex());
        if (content == null) {
            throw denied(new DocumentReference(record.id(), entry.id()), Optional.empty());
        }
        return new ReadDocument(content, "MC-1001_2026-05-03_Laboratory_Results.pdf", seenOffline);
    }

    @Override
    public AccessDeniedException denied(DocumentReference reference, Optional<Permission> permission)
            throws SharingException {
        fail();
        askedWith = permission;
        return new AccessDeniedException(new AccessEvent(
                AccessId.random(new SecureRandom()),
                reference.record(),
                Patients.CHEN,
                AccessKind.OPEN,
                reference.document(),
                Optional.empty(),
                Optional.of(denial),
                Patients.NOW,
                Optional.empty(),
                "tx"));
    }

    @Override
    public IdentityLink confirmIdentity(GrantedRecord record, String words, String hospitalNumber, LinkWay way)
            throws IdentityNotConfirmedException {
        if (!words.equalsIgnoreCase(WORDS)) {
            throw new IdentityNotConfirmedException();
        }
        links++;
        comparedBy = Optional.of(way);
        GrantedRecord linked = Patients.confirmed(record);
        records.replaceAll(each -> each.id().equals(record.id()) ? linked : each);
        return linked.link().orElseThrow();
    }

    @Override
    public Optional<HandOverCode> handOverCode(String text) {
        return HandOverCode.parse(text, new NetworkId(Bytes.of(new byte[32])));
    }

    @Override
    public AccessRequest ask(HandOverCode code, AccessWish wish) throws SharingException {
        fail();
        wishes.add(wish);
        var request = new AccessRequest(
                RequestId.random(new SecureRandom()),
                code.record(),
                Patients.CHEN,
                Bytes.of(new byte[8]),
                Patients.NOW,
                Patients.END,
                RequestStatus.OPEN,
                1);
        requests.addFirst(request);
        return request;
    }

    @Override
    public List<AccessRequest> requests() throws SharingException {
        fail();
        return List.copyOf(requests);
    }

    @Override
    public Member self() throws SharingException {
        fail();
        return Documents.chen();
    }

    @Override
    public Optional<Instant> lastVisit(PatientPseudonym record) {
        return lastVisit;
    }

    @Override
    public void visited(PatientPseudonym record) {
        // the tests choose the visit themselves
    }

    @Override
    public DocumentEntry upload(GrantedRecord record, DocumentDraft draft, TransferProgress progress)
            throws SharingException {
        Optional<SharingException> failure = uploadTrouble.apply(draft);
        if (failure.isPresent()) {
            throw failure.get();
        }
        progress.moved(100, 100);
        uploads.add(draft);
        return Documents.laboratory(record).entry();
    }

    @Override
    public List<PendingUpload> pending() {
        return List.copyOf(pending);
    }

    @Override
    public DocumentEntry resume(PendingUpload upload, TransferProgress progress) throws SharingException {
        discard(upload);
        return records.stream()
                .map(record -> Documents.laboratory(record).entry())
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void discard(PendingUpload upload) throws SharingException {
        if (refused.contains(upload)) {
            throw new StoreUnavailableException("none answers");
        }
        pending.remove(upload);
    }

    @Override
    public boolean wasUploaded(PatientPseudonym record, Digest content) {
        return uploaded.contains(content.hex());
    }

    @Override
    public void rememberUploaded(PatientPseudonym record, Digest content) {
        uploaded.add(content.hex());
    }

    @Override
    public Optional<Path> exportFolder() {
        return folder;
    }

    @Override
    public void keepWaiting(List<WaitingFile> files) {
        waiting = files;
    }

    @Override
    public List<WaitingFile> takeWaiting() {
        List<WaitingFile> taken = waiting;
        waiting = List.of();
        return taken;
    }

    @Override
    public void chooseExportFolder(Path chosen) {
        folder = Optional.of(chosen);
    }

    private void fail() throws SharingException {
        if (trouble.isPresent()) {
            throw trouble.get();
        }
    }
}
