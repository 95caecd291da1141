// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.ui.upload;

import aegle.clinician.aria.ExportedDocument;
import aegle.clinician.desk.UploadDesk;
import aegle.clinician.ui.Failures;
import aegle.clinician.ui.Transfer;
import aegle.clinician.ui.Wording;
import aegle.desktop.kit.BackgroundTasks;
import aegle.desktop.kit.ProgressReport;
import aegle.desktop.kit.RunningWork;
import aegle.record.metadata.DocumentEntry;
import aegle.sharing.OperationPendingException;
import aegle.sharing.SharingException;
import aegle.sharing.retrieval.GrantedRecord;
import aegle.sharing.upload.DocumentDraft;
import aegle.sharing.upload.PendingUpload;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    private final Supplier<UploadDesk> desk;
    private final BackgroundTasks background;
    private final Failures failures;
    private final Wording wording;
    private final Runnable changed;
    private final Deque<UploadRow> waiting = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<Optional<RunningWork>> running = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyIntegerWrapper interrupted = new ReadOnlyIntegerWrapper();
    private int total;
    private int added;
    private int failed;

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
            background
                    .run(
                            "look for interrupted uploads",
                            () -> desk.get().pending().size())
                    .onSuccess(interrupted::set)
                    .start();
        }
    }

    /** Finish what was interrupted. */
    public void resumeInterrupted() {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        summary.set(wording.text("upload.resuming"));
        RunningWork work = background
                .run("resume uploads", this::resumeAll)
                .onSuccess(done -> summary.set(wording.text("upload.resumed", done)))
                .onFailure(failure -> summary.set(failures.explain(failure).whole()))
                .onCancelled(() -> summary.set(wording.text("upload.resume.cancelled")))
                .andFinally(this::rest)
                .start();
        running.set(Optional.of(work));
    }

    /** Give up what was interrupted. */
    public void discardInterrupted() {
        if (busy.get()) {
            return;
        }
        background
                .perform("discard uploads", () -> {
                    for (PendingUpload each : desk.get().pending()) {
                        desk.get().discard(each);
                    }
                })
                .onDone(() -> summary.set(wording.text("upload.discarded")))
                .onFailure(failure -> summary.set(failures.explain(failure).whole()))
                .andFinally(this::lookForInterrupted)
                .start();
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
            summary.set(wording.text("upload.summary", added, total, failed));
            rest();
            return;
        }
        int position = total - waiting.size();
        summary.set(wording.text("upload.running", position, total));
        row.become(RowState.UPLOADING, wording.text("upload.uploading"));
        RunningWork work = background
                .run("upload a document", report -> upload(row, report))
                .onSuccess(entry -> {
                    added++;
                    row.become(RowState.DONE, wording.text("upload.done", patient(row)));
                })
                .onFailure(failure -> fail(row, failure))
                .onCancelled(() -> cancelled(row))
                .andFinally(() -> {
                    running.set(Optional.empty());
                    changed.run();
                    next();
                })
                .start();
        running.set(Optional.of(work));
    }

    private void rest() {
        running.set(Optional.empty());
        busy.set(false);
        changed.run();
        lookForInterrupted();
    }

    /** Runs in the background. */
    private DocumentEntry upload(UploadRow row, ProgressReport report) throws SharingException {
        UploadDesk current = desk.get();
        ExportedDocument document = row.document().orElseThrow();
        GrantedRecord record = row.patientProperty().get().orElseThrow();
        Set<PendingUpload> before = new HashSet<>(current.pending());
        DocumentEntry entry;
        try {
            entry = row.pending().isPresent()
                    ? current.resume(row.pending().get(), new Transfer(report))
                    : current.upload(record, draft(row, document), new Transfer(report));
        } finally {
            if (row.pending().isEmpty()) {
                row.begun(current.pending().stream()
                        .filter(each -> !before.contains(each))
                        .findFirst());
            }
        }
        row.begun(Optional.empty());
        current.rememberUploaded(record.id(), document.content());
        return entry;
    }

    private static DocumentDraft draft(UploadRow row, ExportedDocument document) {
        return new DocumentDraft(
                row.file(),
                row.name(),
                document.fields().documentType().orElseGet(row::name),
                "application/pdf",
                row.categoryProperty().get().orElseThrow(),
                row.kindProperty().get().name(),
                row.dateProperty().get().orElseThrow(),
                document.pages());
    }

    private void fail(UploadRow row, SharingException failure) {
        failed++;
        boolean saving = failure instanceof OperationPendingException;
        row.become(
                saving ? RowState.SAVING : RowState.FAILED,
                failures.explain(failure).whole());
    }

    /** A cancelled file is given up altogether: nothing of it goes on later. */
    private void cancelled(UploadRow row) {
        total--;
        Optional<PendingUpload> begun = row.pending();
        row.begun(Optional.empty());
        row.become(RowState.READY, wording.text("upload.cancelled"));
        begun.ifPresent(pending -> background
                .perform("discard an upload", () -> desk.get().discard(pending))
                .onFailure(failure ->
                        row.become(RowState.FAILED, failures.explain(failure).whole()))
                .start());
    }

    private int resumeAll(ProgressReport report) throws SharingException, InterruptedException {
        int done = 0;
        for (PendingUpload each : desk.get().pending()) {
            report.checkCancelled();
            desk.get().resume(each, new Transfer(report));
            done++;
        }
        return done;
    }

    private static String patient(UploadRow row) {
        return row.patientProperty()
                .get()
                .map(record -> record.patient().name())
                .orElse("");
    }
}
