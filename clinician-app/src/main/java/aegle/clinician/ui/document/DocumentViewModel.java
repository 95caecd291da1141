// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.ui.document;

import aegle.clinician.desk.PatientDesk;
import aegle.clinician.desk.PatientDocument;
import aegle.clinician.desk.ReadDocument;
import aegle.clinician.ui.Explanation;
import aegle.clinician.ui.Failures;
import aegle.clinician.ui.Wording;
import aegle.desktop.connection.ReportedTransfer;
import aegle.desktop.kit.BackgroundTasks;
import aegle.desktop.kit.RunningWork;
import aegle.desktop.viewer.OpenedPdf;
import aegle.desktop.viewer.PdfViewerViewModel;
import aegle.record.DocumentId;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.permission.Permission;
import aegle.sharing.AccessDeniedException;
import aegle.sharing.SharingException;
import aegle.sharing.retrieval.GrantedRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Opens one document: asks, fetches, verifies, and shows it or says why not. Closing it wipes what is shown. */
public final class DocumentViewModel {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final GrantedRecord record;
    private final PatientDocument document;
    private final Supplier<PatientDesk> desk;
    private final BackgroundTasks background;
    private final Wording wording;
    private final PdfViewerViewModel viewer;
    private final ReadOnlyObjectWrapper<Optional<Explanation>> refusal = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<RunningWork>> opening = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper slow = new ReadOnlyBooleanWrapper();
    private boolean closed = true;
    private boolean openAfterLock;

    public DocumentViewModel(
            GrantedRecord record,
            PatientDocument document,
            Supplier<PatientDesk> desk,
            BackgroundTasks background,
            Wording wording) {
        this.record = record;
        this.document = document;
        this.desk = desk;
        this.background = background;
        this.wording = wording;
        this.viewer = new PdfViewerViewModel(background, wording.messages());
    }

    /** Open it, or open it again after a failure. */
    public void open() {
        if (opening.get().isPresent()) {
            return;
        }
        closed = false;
        refusal.set(Optional.empty());
        RunningWork work = background
                .run(
                        "open a document",
                        report -> desk.get().open(record, document.entry(), new ReportedTransfer(report)))
                .onSuccess(this::show)
                .onFailure(failure -> refuse(explain(failure)))
                .onCancelled(() -> refuse(cancelled()))
                .andFinally(() -> {
                    opening.set(Optional.empty());
                    slow.set(false);
                })
                .start();
        opening.set(Optional.of(work));
        background.after("show progress", PATIENCE, () -> slow.set(opening.get().equals(Optional.of(work))));
    }

    /** Forget what is shown; what is still being opened is given up. */
    public void close() {
        closed = true;
        openAfterLock = false;
        opening.get().ifPresent(RunningWork::cancel);
        viewer.close();
    }

    /** Forget what is shown, or on its way, for as long as the program is locked. */
    public void lock() {
        if (!closed && refusal.get().isEmpty()) {
            close();
            openAfterLock = true;
        }
    }

    /** Open again what was forgotten at the lock. */
    public void unlock() {
        if (openAfterLock) {
            openAfterLock = false;
            open();
        }
    }

    /** Close it because a permission has ended, and say so; false if nothing of it was in sight or on its way. */
    public boolean endNow() {
        if (closed || refusal.get().isPresent()) {
            return false;
        }
        refuse(new Failures(wording.messages()).refused(LedgerErrorCode.PERMISSION_REVOKED));
        close();
        return true;
    }

    /** Tells whether this document may still be read, by what is known of its record now. */
    public boolean isReadableIn(Optional<GrantedRecord> now) {
        return now.flatMap(known -> known.readingPermission(document.entry())).isPresent();
    }

    /** Which document it is. */
    public DocumentId document() {
        return document.entry().id();
    }

    public GrantedRecord record() {
        return record;
    }

    PdfViewerViewModel viewer() {
        return viewer;
    }

    Wording wording() {
        return wording;
    }

    /** Why it is not shown; empty while it is, or is being opened. */
    public ReadOnlyObjectProperty<Optional<Explanation>> refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<RunningWork>> openingProperty() {
        return opening.getReadOnlyProperty();
    }

    /** Whether opening takes so long that its progress should be seen. */
    ReadOnlyBooleanProperty slowProperty() {
        return slow.getReadOnlyProperty();
    }

    private void refuse(Explanation why) {
        if (!closed) {
            refusal.set(Optional.of(why));
        }
    }

    private void show(ReadDocument read) {
        if (closed) {
            Arrays.fill(read.content(), (byte) 0);
            return;
        }
        viewer.show(new OpenedPdf(read.content(), description(read)));
    }

    private Explanation cancelled() {
        return new Explanation(wording.text("document.cancelled"), "", Optional.empty(), Explanation.Remedy.TRY_AGAIN);
    }

    /** "Ms. Andersson's permission ended on 3 May", where the date is known. */
    private Explanation explain(SharingException failure) {
        Explanation why = new Failures(wording.messages()).explain(failure);
        if (failure instanceof AccessDeniedException denied && denied.reason() == LedgerErrorCode.PERMISSION_EXPIRED) {
            Optional<Permission> permission = record.readingPermission(document.entry());
            if (permission.isPresent()) {
                String sentence = wording.text(
                        "denied.expired.on",
                        record.patient().name(),
                        wording.category(document.entry().category()),
                        wording.until(permission.get().scope().validity().to()));
                return new Explanation(sentence, why.toDo(), why.quote(), why.remedy());
            }
        }
        return why;
    }

    private OpenedPdf.Description description(ReadDocument read) {
        var marks = new ArrayList<String>();
        marks.add(wording.text("document.mark.unchanged", uploader()));
        if (isCountersigned()) {
            marks.add(wording.text("document.countersigned"));
        }
        Optional<String> notice = read.permissionLastSeen()
                .map(seen -> wording.text(
                        "document.offline",
                        record.patient().name(),
                        wording.dates().when(seen)));
        return new OpenedPdf.Description(title(), marks, facts(read), notice);
    }

    private List<OpenedPdf.Fact> facts(ReadDocument read) {
        String hospital = document.uploader()
                .map(member -> wording.hospital(member.hospital()))
                .orElse("–");
        return List.of(
                fact("uploader", uploader()),
                fact("hospital", hospital),
                fact("recorded", wording.dates().when(document.entry().recordedAt())),
                fact("category", wording.category(document.entry().category())),
                fact("file", read.fileName()),
                fact(
                        "patient",
                        wording.text(isCountersigned() ? "document.countersigned" : "document.notcountersigned")));
    }

    private OpenedPdf.Fact fact(String id, String value) {
        return new OpenedPdf.Fact(id, wording.text("document.fact." + id), value);
    }

    private String uploader() {
        return document.uploader()
                .map(member -> member.professional().name())
                .orElseGet(() -> wording.text("document.by.unknown"));
    }

    /** Only asked once the document is open, and so its signatures are verified. */
    private boolean isCountersigned() {
        return document.entry().countersignature().isPresent();
    }

    private String title() {
        return wording.text(
                "document.title",
                document.label()
                        .map(label -> wording.kind(label.documentType()))
                        .orElseGet(() -> wording.category(document.entry().category())),
                wording.dates().date(document.date()));
    }
}
