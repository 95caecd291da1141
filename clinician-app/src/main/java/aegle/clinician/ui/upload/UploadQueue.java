// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.ui.upload;

import aegle.clinician.aria.ExportedDocument;
import aegle.clinician.desk.UploadDesk;
import aegle.clinician.ui.Failures;
import aegle.clinician.ui.Wording;
import aegle.desktop.connection.ReportedTransfer;
import aegle.desktop.kit.BackgroundTasks;
import aegle.desktop.kit.ProgressReport;
import aegle.desktop.kit.RunningWork;
import aegle.record.metadata.DocumentEntry;
import aegle.sharing.OperationPendingException;
import aegle.sharing.SharingException;
import aegle.sharing.retrieval.GrantedRecord;
import aegle.sharing.upload.DocumentDraft;
import aegle.sharing.upload.PendingUpload;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * Uploads one file after the other. What fails keeps its place and reason and the rest goes on; what was journalled is resumed and
 * never sent twice. On the window's thread.
 */
public final class UploadQueue {
    private static final Duration ASKED_AGAIN = Duration.ofSeconds(5);

    private final Supplier<UploadDesk> desk;
    private final BackgroundTasks background;
    private final Failures failures;
    private final Wording wording;
    private final Runnable changed;
    private final InterruptedUploads left;
    private final Deque<UploadRow> waiting = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<Optional<RunningWork>> running = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyIntegerWrapper interrupted = new ReadOnlyIntegerWrapper();
    private int total;
    private int added;
    private int failed;
    private int saving;

    UploadQueue(
            Supplier<UploadDesk> desk,
            BackgroundTasks background,
            Failures failures,
            Wording wording,
            Runnable changed) {
        this.desk = desk;
        this.background = background;
        this.failures = failures;
        this.wording = wording;
        this.changed = changed;
        this.left = new InterruptedUploads(desk, background, failures, wording);
    }

    /** Upload these after those that are waiting. */
    void start(List<UploadRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        if (!busy.get()) {
            total = 0;
            added = 0;
            failed = 0;
            saving = 0;
        }
        for (UploadRow row : rows) {
            row.become(RowState.UPLOADING, wording.text("upload.waiting"));
            waiting.add(row);
            total++;
        }
        changed.run();
        if (!busy.get()) {
            busy.set(true);
            next();
        }
    }

    /** Give up the file under way and those that wait; what is done stays done. */
    public void cancel() {
        waiting.forEach(row -> row.become(RowState.READY, wording.text("upload.ready")));
        total -= waiting.size();
        waiting.clear();
        running.get().ifPresent(RunningWork::cancel);
    }

    /** Look for uploads that an earlier run of the program has left. */
    void lookForInterrupted() {
        if (!busy.get()) {
            left.count(interrupted::set);
        }
    }

    /** Finish what was interrupted. */
    public void resumeInterrupted() {
        if (!busy.get()) {
            busy.set(true);
            summary.set(wording.text("upload.resuming"));
            left.resume(this::showRunning, this::interruptedDone);
        }
    }

    /** Give up what was interrupted. */
    public void discardInterrupted() {
        if (!busy.get()) {
            busy.set(true);
            left.discard(this::showRunning, this::interruptedDone);
        }
    }

    /** The file under way. */
    public ReadOnlyObjectProperty<Optional<RunningWork>> runningProperty() {
        return running.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** How far the upload is, and what came of it afterwards. */
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** How many uploads an earlier run has left. */
    public ReadOnlyIntegerProperty interruptedProperty() {
        return interrupted.getReadOnlyProperty();
    }

    private void next() {
        UploadRow row = waiting.poll();
        if (row == null) {
            summary.set(wording.text("upload.summary", added, total, failed, saving));
            rest();
            return;
        }
        int position = total - waiting.size();
        summary.set(wording.text("upload.running", position, total));
        row.become(RowState.UPLOADING, wording.text("upload.uploading"));
        Sending sending = sending(row);
        var begun = new AtomicReference<>(sending.begun());
        RunningWork work = background
                .run("upload a document", report -> upload(sending, begun, report))
                .onSuccess(entry -> {
                    added++;
                    row.begun(Optional.empty());
                    row.become(RowState.DONE, wording.text("upload.done", patient(row)));
                    remember(sending);
                })
                .onFailure(failure -> fail(row, begun.get(), failure))
                .onCancelled(() -> cancelled(row, begun.get()))
                .andFinally(() -> {
                    failUnlessEnded(row, begun.get());
                    running.set(Optional.empty());
                    changed.run();
                    next();
                })
                .start();
        showRunning(work);
    }

    private void showRunning(RunningWork work) {
        running.set(Optional.of(work));
    }

    private void interruptedDone(String sentence) {
        summary.set(sentence);
        rest();
    }

    private void rest() {
        running.set(Optional.empty());
        busy.set(false);
        changed.run();
        lookForInterrupted();
    }

    /** What is sent for a file, as it was chosen when it was its turn. */
    private record Sending(
            GrantedRecord record, ExportedDocument document, DocumentDraft draft, Optional<PendingUpload> begun) {}

    private static Sending sending(UploadRow row) {
        ExportedDocument document = row.document().orElseThrow();
        return new Sending(row.patientProperty().get().orElseThrow(), document, draft(row, document), row.pending());
    }

    /** Runs in the background; leaves in {@code begun} what is journalled for the file. */
    private DocumentEntry upload(Sending sending, AtomicReference<Optional<PendingUpload>> begun, ProgressReport report)
            throws SharingException {
        UploadDesk current = desk.get();
        var progress = new ReportedTransfer(report);
        DocumentEntry entry;
        if (sending.begun().isPresent()) {
            entry = current.resume(sending.begun().get(), progress);
        } else {
            Set<PendingUpload> before = new HashSet<>(current.pending());
            try {
                entry = current.upload(sending.record(), sending.draft(), progress);
            } finally {
                begun.set(current.pending().stream()
                        .filter(each -> !before.contains(each))
                        .findFirst());
            }
        }
        return entry;
    }

    /** By itself: a document that was added stays added, whether or not this computer remembers it. */
    private void remember(Sending sending) {
        background
                .perform(
                        "remember an upload",
                        () -> desk.get()
                                .rememberUploaded(
                                        sending.record().id(),
                                        sending.document().content()))
                .start();
    }

    private static DocumentDraft draft(UploadRow row, ExportedDocument document) {
        return new DocumentDraft(
                row.file(),
                document.content(),
                row.name(),
                document.fields()
                        .documentType()
                        .filter(type -> type.length() <= DocumentDraft.LONGEST_TITLE)
                        .orElseGet(row::name),
                "application/pdf",
                row.categoryProperty().get().orElseThrow(),
                row.kindProperty().get().name(),
                row.dateProperty().get().orElseThrow(),
                document.pages());
    }

    private void fail(UploadRow row, Optional<PendingUpload> begun, SharingException failure) {
        row.begun(begun);
        if (failure instanceof OperationPendingException) {
            saving++;
            row.become(RowState.SAVING, wording.text("upload.saving"));
            var _ = background.after("ask for an upload again", ASKED_AGAIN, () -> askAgain(row));
        } else {
            failed++;
            row.become(RowState.FAILED, failures.explain(failure).whole());
        }
    }

    /** What is being saved becomes saved without anybody's doing; nothing is sent twice by asking. */
    private void askAgain(UploadRow row) {
        if (row.stateProperty().get() == RowState.SAVING) {
            start(List.of(row));
        }
    }

    /** What nobody expected is reported elsewhere; the file says that it was not added, and can be tried again. */
    private void failUnlessEnded(UploadRow row, Optional<PendingUpload> begun) {
        if (row.stateProperty().get() == RowState.UPLOADING) {
            failed++;
            row.begun(begun);
            row.become(RowState.FAILED, wording.text("upload.unexpected"));
        }
    }

    /** A cancelled file is given up altogether: nothing of it goes on later. */
    private void cancelled(UploadRow row, Optional<PendingUpload> begun) {
        total--;
        row.begun(Optional.empty());
        row.become(RowState.READY, wording.text("upload.cancelled"));
        begun.ifPresent(pending -> background
                .perform("discard an upload", () -> desk.get().discard(pending))
                .onFailure(failure ->
                        row.become(RowState.FAILED, failures.explain(failure).whole()))
                .start());
    }

    private static String patient(UploadRow row) {
        return row.patientProperty()
                .get()
                .map(record -> record.patient().name())
                .orElse("");
    }
}
