// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.ui.upload;

import aegle.clinician.aria.AriaExportReader;
import aegle.clinician.aria.ExportedDocument;
import aegle.clinician.desk.UploadDesk;
import aegle.clinician.desk.WaitingFile;
import aegle.clinician.ui.Failures;
import aegle.clinician.ui.Wording;
import aegle.desktop.kit.BackgroundTasks;
import aegle.desktop.kit.RunningWork;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.DocumentKind;
import aegle.sharing.DocumentRefusedException.Reason;
import aegle.sharing.retrieval.GrantedRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The files that are to be added: read one after the other, proposed, judged anew whenever something is chosen. */
public final class UploadViewModel {
    private final Supplier<UploadDesk> desk;
    private final AriaExportReader reader;
    private final BackgroundTasks background;
    private final Wording wording;
    private final RowJudgement judgement;
    private final UploadQueue queue;
    private final ObservableList<UploadRow> rows = FXCollections.observableArrayList();
    private final ObservableList<GrantedRecord> patients = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<ExportFolder>> exportFolder =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyIntegerWrapper ready = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper needy = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper left = new ReadOnlyIntegerWrapper();
    private final ObjectProperty<Optional<GrantedRecord>> usualPatient = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<DocumentCategory>> usualCategory =
            new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty allChecked = new SimpleBooleanProperty();
    private int numbered;
    private Optional<UploadRow> reading = Optional.empty();
    private Optional<RunningWork> readingWork = Optional.empty();

    /** The export folder and the files in it that are not in the list yet. */
    public record ExportFolder(Path folder, List<Path> files, boolean readable) {
        public ExportFolder {
            files = List.copyOf(files);
        }
    }

    /** What the list needs besides the desk. */
    public record Parts(AriaExportReader reader, BackgroundTasks background, Wording wording, Clock clock) {}

    public UploadViewModel(Supplier<UploadDesk> desk, Parts parts) {
        this.desk = desk;
        this.reader = parts.reader();
        this.background = parts.background();
        this.wording = parts.wording();
        this.judgement = new RowJudgement(reader.profile(), wording, parts.clock());
        this.queue = new UploadQueue(desk, background, new Failures(wording.messages()), wording, this::count);
    }

    /** Look into the export folder, and after uploads that were interrupted. */
    public void look() {
        Set<Path> known = new HashSet<>();
        rows.forEach(row -> known.add(row.file()));
        background
                .run("look into the export folder", () -> exports(known))
                .onSuccess(exportFolder::set)
                .start();
        queue.lookForInterrupted();
    }

    /** Add everything that is in the export folder. */
    public void addExports() {
        exportFolder.get().ifPresent(folder -> add(folder.files()));
    }

    /** Add files; those that are in the list already are left out. */
    public void add(List<Path> files) {
        Set<Path> known = new HashSet<>();
        rows.forEach(row -> known.add(row.file()));
        for (Path file : files) {
            if (known.add(file)) {
                list(new UploadRow(numbered, file));
            }
        }
        readNext();
        look();
    }

    /** What is to be kept over a lock: everything that is neither done nor journalled. */
    public List<WaitingFile> waiting() {
        return rows.stream()
                .filter(row -> row.stateProperty().get() != RowState.DONE
                        && row.pending().isEmpty())
                .map(UploadRow::waiting)
                .toList();
    }

    /** Read the files of before the lock again, and make the same choices for them. */
    public void resume() {
        background
                .run("look for files that wait", () -> desk.get().takeWaiting())
                .onSuccess(kept -> {
                    kept.forEach(file -> list(UploadRow.asBefore(numbered, file)));
                    readNext();
                    look();
                })
                .start();
    }

    /** Take a file off the list, and give up reading it; the file itself stays where it is. */
    public void remove(UploadRow row) {
        if (row.stateProperty().get() != RowState.UPLOADING) {
            rows.remove(row);
            if (reading.equals(Optional.of(row))) {
                readingWork.ifPresent(RunningWork::cancel);
            }
            count();
            look();
        }
    }

    /** Take everything off the list that is done or refused. */
    public void tidy() {
        rows.removeIf(row -> row.stateProperty().get() == RowState.DONE
                || row.stateProperty().get() == RowState.REFUSED);
        count();
        look();
    }

    /** Say which patients there are now; what was chosen follows what is known of the same record. */
    public void know(List<GrantedRecord> records) {
        if (patients.equals(records)) {
            return;
        }
        patients.setAll(records);
        usualPatient.set(current(usualPatient.get()));
        for (UploadRow row : rows) {
            if (row.stateProperty().get().isEditable()) {
                row.patientProperty().set(current(row.patientProperty().get()));
                if (row.patientProperty().get().isEmpty()) {
                    row.document().ifPresent(read -> propose(row, read));
                }
            }
        }
        judgeAll();
    }

    /** Choose a patient for every file that does not name its own. */
    public void chooseForAll(Optional<GrantedRecord> patient) {
        usualPatient.set(patient);
        allChecked.set(false);
        for (UploadRow row : needyRows()) {
            if (row.document().filter(read -> !read.fields().namesPatient()).isPresent()) {
                row.patientProperty().set(patient);
            }
        }
    }

    /** Choose a category for every file that does not tell its own. */
    public void chooseForAll(DocumentCategory category) {
        usualCategory.set(Optional.of(category));
        for (UploadRow row : needyRows()) {
            if (row.categoryProperty().get().isEmpty() || isUntold(row)) {
                chooseCategory(row, category);
            }
        }
    }

    /** Say for every file with too few identifiers that it was checked by hand. */
    public void checkAll(boolean checked) {
        allChecked.set(checked);
        rows.stream()
                .filter(row -> row.stateProperty().get().isEditable() && judgement.needsCheckByHand(row))
                .forEach(row -> row.checkedByHandProperty().set(checked));
    }

    /** Choose a category, and with it the type that is usual in it. */
    public void chooseCategory(UploadRow row, DocumentCategory category) {
        row.categoryProperty().set(Optional.of(category));
        if (row.kindProperty().get() == DocumentKind.OTHER_DOCUMENT
                || row.kindProperty().get().category() != category) {
            row.kindProperty().set(DocumentKind.usual(category));
        }
    }

    /** Upload everything that is ready, one after the other. */
    public void start() {
        queue.start(rows.stream()
                .filter(row -> row.stateProperty().get() == RowState.READY)
                .toList());
    }

    /** Try a failed file again, or ask after one that is being saved. */
    public void retry(UploadRow row) {
        queue.start(List.of(row));
    }

    public boolean needsCheckByHand(UploadRow row) {
        return judgement.needsCheckByHand(row);
    }

    public UploadQueue queue() {
        return queue;
    }

    public ObservableList<UploadRow> rows() {
        return rows;
    }

    public ObservableList<GrantedRecord> patients() {
        return patients;
    }

    public ReadOnlyObjectProperty<Optional<ExportFolder>> exportFolderProperty() {
        return exportFolder.getReadOnlyProperty();
    }

    /** How many files are ready. */
    public ReadOnlyIntegerProperty readyProperty() {
        return ready.getReadOnlyProperty();
    }

    /** How many files miss something that can be chosen for all at once. */
    public ReadOnlyIntegerProperty needyProperty() {
        return needy.getReadOnlyProperty();
    }

    /** How many files cannot be added as they are. */
    public ReadOnlyIntegerProperty leftProperty() {
        return left.getReadOnlyProperty();
    }

    public ObjectProperty<Optional<GrantedRecord>> usualPatientProperty() {
        return usualPatient;
    }

    public ObjectProperty<Optional<DocumentCategory>> usualCategoryProperty() {
        return usualCategory;
    }

    public BooleanProperty allCheckedProperty() {
        return allChecked;
    }

    private Optional<GrantedRecord> current(Optional<GrantedRecord> chosen) {
        return chosen.flatMap(before -> patients.stream()
                .filter(record -> record.id().equals(before.id()))
                .findFirst());
    }

    private void list(UploadRow row) {
        numbered++;
        row.become(RowState.CHECKING, wording.text("upload.checking"));
        follow(row);
        rows.add(row);
    }

    private void follow(UploadRow row) {
        row.patientProperty().subscribe(_ -> {
            row.checkedByHandProperty().set(false);
            judge(row);
            lookForSameContent(row);
        });
        row.categoryProperty().subscribe(_ -> judge(row));
        row.dateProperty().subscribe(_ -> judge(row));
        row.checkedByHandProperty().subscribe(_ -> judge(row));
        row.duplicateWantedProperty().subscribe(_ -> judge(row));
    }

    private void readNext() {
        Optional<UploadRow> next = rows.stream()
                .filter(row -> row.stateProperty().get() == RowState.CHECKING)
                .findFirst();
        if (reading.isPresent() || next.isEmpty()) {
            return;
        }
        UploadRow row = next.get();
        reading = Optional.of(row);
        readingWork = Optional.of(background
                .run("read a file", () -> reader.read(row.file()))
                .onSuccess(read -> read(row, read))
                .onFailure(refusal ->
                        row.become(RowState.REFUSED, new Failures(wording.messages()).refusal(refusal.reason())))
                .andFinally(() -> ended(row))
                .start());
    }

    /** What is still being checked now has ended in no way that was expected, and would end so again. */
    private void ended(UploadRow row) {
        if (row.stateProperty().get() == RowState.CHECKING) {
            row.become(RowState.REFUSED, new Failures(wording.messages()).refusal(Reason.DAMAGED));
        }
        reading = Optional.empty();
        count();
        readNext();
    }

    private void read(UploadRow row, ExportedDocument read) {
        if (judgement.isPending(read.fields())) {
            row.become(
                    RowState.REFUSED,
                    wording.text("upload.pending", read.fields().status().orElse("")));
            return;
        }
        boolean inList = rows.stream()
                .filter(other -> !other.equals(row))
                .flatMap(other -> other.document().stream())
                .anyMatch(other -> other.content().equals(read.content()));
        row.read(read, inList);
        propose(row, read);
        judge(row);
        lookForSameContent(row);
    }

    private void lookForSameContent(UploadRow row) {
        row.document()
                .ifPresent(read -> row.patientProperty()
                        .get()
                        .ifPresent(record -> background
                                .run(
                                        "look for the same content",
                                        () -> desk.get().wasUploaded(record.id(), read.content()))
                                .onSuccess(before -> {
                                    row.alsoInRecord(before);
                                    judge(row);
                                })
                                .start()));
    }

    private void propose(UploadRow row, ExportedDocument read) {
        judgement.propose(row, read, patients, usualPatient.get());
        if (row.categoryProperty().get().isEmpty()) {
            usualCategory.get().ifPresent(category -> chooseCategory(row, category));
        }
        row.chooseAsBefore(patients);
    }

    private boolean isUntold(UploadRow row) {
        return row.document()
                .filter(read -> read.fields()
                        .documentType()
                        .flatMap(reader.profile()::kind)
                        .isEmpty())
                .isPresent();
    }

    /** Something is missing that a choice for all can give; a document that names somebody else is not helped by it. */
    private boolean isNeedy(UploadRow row) {
        boolean namesPatient =
                row.document().filter(read -> read.fields().namesPatient()).isPresent();
        boolean wantsPatient = row.patientProperty().get().isEmpty() && !namesPatient;
        boolean wantsCategory = isUntold(row) && !row.patientProperty().get().isEmpty();
        return wantsPatient || wantsCategory || judgement.needsCheckByHand(row);
    }

    private List<UploadRow> needyRows() {
        return rows.stream()
                .filter(row -> row.stateProperty().get().isEditable())
                .toList();
    }

    private void judge(UploadRow row) {
        judgement.judge(row);
        count();
    }

    private void judgeAll() {
        rows.forEach(judgement::judge);
        count();
    }

    private void count() {
        ready.set((int) rows.stream()
                .filter(row -> row.stateProperty().get() == RowState.READY)
                .count());
        left.set((int) rows.stream()
                .map(row -> row.stateProperty().get())
                .filter(state -> state == RowState.REFUSED || state == RowState.ATTENTION || state == RowState.FAILED)
                .count());
        needy.set((int) rows.stream()
                .filter(row -> row.stateProperty().get().isEditable())
                .filter(this::isNeedy)
                .count());
    }

    private Optional<ExportFolder> exports(Set<Path> known) {
        return desk.get().exportFolder().map(folder -> {
            try {
                return new ExportFolder(
                        folder,
                        reader.files(folder).stream()
                                .filter(file -> !known.contains(file))
                                .toList(),
                        true);
            } catch (IOException e) {
                return new ExportFolder(folder, List.of(), false);
            }
        });
    }
}
