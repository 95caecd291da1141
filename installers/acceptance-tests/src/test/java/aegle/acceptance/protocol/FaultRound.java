// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import aegle.acceptance.protocol.FaultReport.Row;
import aegle.clinician.ui.Failures;
import aegle.desktop.kit.Messages;
import aegle.record.DocumentId;
import aegle.record.access.AccessKind;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.DocumentEntry;
import aegle.record.permission.Right;
import aegle.sharing.OperationPendingException;
import aegle.sharing.SharingException;
import aegle.sharing.TransferProgress;
import aegle.sharing.retrieval.GrantedRecord;
import aegle.sharing.upload.PendingUpload;
import aegle.wallet.text.FailureTexts;
import aegle.wallet.text.WalletTexts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A new patient's record while one thing fails: Dr. Chen adds documents, Dr. Weber opens each once and one of them again and again,
 * the patient looks at her list, and others want to enroll.
 */
final class FaultRound {
    private static final int STOCK = 12;
    private static final int WARM = 3;
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final Duration STRUCK = Duration.ofSeconds(20);
    private static final Duration AFTERWARDS = Duration.ofSeconds(8);

    private final Participants participants;
    private final ClinicianDesk chen;
    private final ClinicianDesk weber;
    private final PatientDesk anna;
    private final Path folder;
    private final GrantedRecord chensRecord;
    private final GrantedRecord webersRecord;
    private final Map<DocumentId, String> acknowledged = new ConcurrentHashMap<>();
    private final Set<DocumentId> calledFailed = ConcurrentHashMap.newKeySet();
    private final Set<DocumentId> known = new HashSet<>();
    private final Queue<DocumentEntry> unopened = new ArrayDeque<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicInteger notSeen = new AtomicInteger();
    private final AtomicInteger fromMemory = new AtomicInteger();
    private final List<String> lies = new ArrayList<>();
    private final DocumentEntry first;

    private FaultRound(Participants participants, ClinicianDesk chen, ClinicianDesk weber, Path folder)
            throws SharingException {
        this.participants = participants;
        this.chen = chen;
        this.weber = weber;
        this.folder = Desk.made(folder);
        this.anna = participants.anna();
        anna.allow(chen.member, Right.READ, Right.WRITE);
        anna.allow(weber.member, Right.READ);
        chen.link(anna);
        this.chensRecord = chen.recordOf(anna);
        this.webersRecord = weber.recordOf(anna);
        for (int i = 0; i < STOCK; i++) {
            upload();
        }
        this.first = weber.documents.list(webersRecord).getLast().entry();
        known.add(first.id());
    }

    /** Let the fault happen to them, and tell what they lived through; fails if anything was lost, done twice or told wrongly. */
    static Row under(Fault fault, Participants participants, ClinicianDesk chen, ClinicianDesk weber, Path folder)
            throws Exception {
        return new FaultRound(participants, chen, weber, folder).under(fault);
    }

    private Row under(Fault fault) throws Exception {
        var messages = Messages.load(Locale.ENGLISH, "aegle.clinician.texts");
        var failures = new Failures(messages);
        Function<SharingException, String> clinicians =
                failure -> failures.explain(failure).whole();
        var wallet = new FailureTexts(new WalletTexts(
                Messages.load(Locale.ENGLISH, "aegle.wallet.texts"), Participants.CLOCK, hospital -> hospital.value()));
        var routines = new ArrayList<Routine>();
        routines.add(Routine.begin("uploads", clinicians, this::upload));
        routines.add(Routine.begin("opens", clinicians, this::openNext));
        routines.add(Routine.begin("opens again", clinicians, () -> opened(first)));
        routines.add(Routine.begin(
                "lists", wallet::paragraph, () -> !anna.documents.list().isEmpty()));
        if (fault.node().name().matches("fabric-ca|membership")) {
            routines.add(Routine.begin("enrolls", wallet::paragraph, this::enroll));
        }
        awaitEach(routines, WARM);
        fault.strike();
        try {
            letPass(STRUCK);
        } finally {
            fault.mend();
        }
        letPass(AFTERWARDS);
        awaitEach(routines, WARM);
        var experiences = new ArrayList<Experience>();
        for (Routine routine : routines) {
            experiences.add(routine.end());
        }
        int pending = settle();
        return new Row(fault, experiences, acknowledged.size(), pending, fromMemory.get(), notSeen.get(), complaints());
    }

    private static void awaitEach(List<Routine> routines, int more) throws Exception {
        var before = new HashMap<Routine, Integer>();
        routines.forEach(routine -> before.put(routine, routine.done()));
        Await.until(
                LIMIT,
                "everybody works",
                () -> routines.stream().allMatch(routine -> routine.done() >= before.getOrDefault(routine, 0) + more));
    }

    private static void letPass(Duration time) throws Exception {
        long end = System.nanoTime() + time.toNanos();
        Await.until(LIMIT, "time passes", () -> System.nanoTime() - end > 0);
    }

    private boolean upload() throws SharingException {
        String content = "note " + numbers.incrementAndGet();
        Set<DocumentId> before = pending().keySet();
        try {
            DocumentEntry entry = chen.upload.upload(
                    chensRecord, Drafts.of(file(content), DocumentCategory.RADIATION_DOSE), TransferProgress.none());
            acknowledged.put(entry.id(), content);
            requireSeen(entry);
            return true;
        } catch (SharingException e) {
            if (!(e instanceof OperationPendingException)) {
                pending().keySet().stream().filter(id -> !before.contains(id)).forEach(calledFailed::add);
            }
            throw e;
        }
    }

    private Path file(String content) {
        try {
            return Files.writeString(folder.resolve(content + ".pdf"), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void requireSeen(DocumentEntry entry) throws SharingException {
        if (chen.documents.list(chensRecord).stream()
                .noneMatch(listed -> listed.entry().id().equals(entry.id()))) {
            notSeen.incrementAndGet();
        }
    }

    private Map<DocumentId, PendingUpload> pending() {
        return chen.upload.pending().stream().collect(Collectors.toMap(PendingUpload::document, each -> each));
    }

    private boolean openNext() throws SharingException {
        if (unopened.isEmpty()) {
            for (var listed : weber.documents.list(webersRecord)) {
                if (known.add(listed.entry().id())) {
                    unopened.add(listed.entry());
                }
            }
        }
        DocumentEntry next = unopened.peek();
        return next != null && opened(next) && unopened.remove(next);
    }

    private boolean opened(DocumentEntry entry) throws SharingException {
        try (var opened = weber.documents.open(webersRecord, entry, TransferProgress.none())) {
            if (opened.permissionLastSeen().isPresent()) {
                fromMemory.incrementAndGet();
            }
            return opened.name().equals(new String(opened.content(), StandardCharsets.UTF_8) + ".pdf");
        }
    }

    private boolean enroll() throws SharingException {
        int number = numbers.incrementAndGet();
        try (var somebody = participants.patient(
                "Somebody " + number, LocalDate.of(1970, 1, 1).plusDays(number), "N-" + number)) {
            return somebody.documents.entries().isEmpty();
        }
    }

    /** What the programs were told is not on the ledger must not be there; then all of it is finished. */
    private int settle() throws SharingException {
        Set<DocumentId> there = entries().stream().map(DocumentEntry::id).collect(Collectors.toSet());
        var pending = pending();
        pending.forEach((id, upload) -> {
            if (calledFailed.contains(id) && there.contains(id)) {
                lies.add("called failed and is on the ledger: " + id.hex());
            }
        });
        for (PendingUpload upload : pending.values()) {
            DocumentEntry entry = chen.upload.resume(upload, TransferProgress.none());
            acknowledged.put(entry.id(), "");
        }
        weber.cache.tellPendingLooks();
        chen.upload.completeCopies();
        return pending.size();
    }

    private List<DocumentEntry> entries() throws SharingException {
        return anna.documents.entries();
    }

    /** What is wrong with the record in the end; nothing, if it holds exactly what was acknowledged, once each and readable. */
    private List<String> complaints() throws Exception {
        var complaints = new ArrayList<>(lies);
        List<DocumentEntry> entries = entries();
        var ids = entries.stream().map(DocumentEntry::id).toList();
        if (ids.size() != new HashSet<>(ids).size()) {
            complaints.add("a document is there twice");
        }
        if (!new HashSet<>(ids).equals(acknowledged.keySet())) {
            complaints.add(acknowledged.size() + " acknowledged, " + ids.size() + " on the ledger");
        }
        long uploads = anna.history.read().events().stream()
                .filter(event -> event.kind() == AccessKind.UPLOAD)
                .count();
        if (uploads != acknowledged.size()) {
            complaints.add(uploads + " uploads in the history");
        }
        for (DocumentEntry entry : entries) {
            String content = new String(anna.read(entry), StandardCharsets.UTF_8);
            String expected = acknowledged.getOrDefault(entry.id(), "");
            if (!expected.isEmpty() && !content.equals(expected)) {
                complaints.add("other content than was added");
            }
        }
        return complaints;
    }
}
