// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.ui.upload;

import aegle.clinician.aria.ExportedDocument;
import aegle.clinician.aria.IdentifierMatch;
import aegle.clinician.desk.WaitingFile;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.DocumentKind;
import aegle.sharing.retrieval.GrantedRecord;
import aegle.sharing.upload.PendingUpload;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** One file on its way into a record: what it says, what is chosen for it, and how far it is. Decides nothing. */
public final class UploadRow {
    private final int number;
    private final Path file;
    private final ObjectProperty<Optional<GrantedRecord>> patient = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<DocumentCategory>> category = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<LocalDate>> date = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<DocumentKind> kind = new SimpleObjectProperty<>(DocumentKind.OTHER_DOCUMENT);
    private final BooleanProperty checkedByHand = new SimpleBooleanProperty();
    private final BooleanProperty duplicateWanted = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<RowState> state = new ReadOnlyObjectWrapper<>(RowState.CHECKING);
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper reason = new ReadOnlyStringWrapper("");
    private Optional<ExportedDocument> document = Optional.empty();
    private Optional<PendingUpload> pending = Optional.empty();
    private Optional<WaitingFile> before = Optional.empty();
    private boolean twiceInList;
    private boolean inRecord;

    UploadRow(int number, Path file) {
        this.number = number;
        this.file = file;
    }

    /** A row as it was before the program was locked; its choices are made again by {@link #chooseAsBefore}. */
    static UploadRow asBefore(int number, WaitingFile kept) {
        var row = new UploadRow(number, Path.of(kept.file()));
        row.before = Optional.of(kept);
        return row;
    }

    public int number() {
        return number;
    }

    public Path file() {
        return file;
    }

    public String name() {
        return String.valueOf(file.getFileName());
    }

    /** What the file says; empty until it is read, and for one that is refused. */
    public Optional<ExportedDocument> document() {
        return document;
    }

    public ObjectProperty<Optional<GrantedRecord>> patientProperty() {
        return patient;
    }

    public ObjectProperty<Optional<DocumentCategory>> categoryProperty() {
        return category;
    }

    public ObjectProperty<Optional<LocalDate>> dateProperty() {
        return date;
    }

    public ObjectProperty<DocumentKind> kindProperty() {
        return kind;
    }

    /** That the clinician has checked herself that the document is this patient's. */
    public BooleanProperty checkedByHandProperty() {
        return checkedByHand;
    }

    /** That it is to be added although the record has the same content already. */
    public BooleanProperty duplicateWantedProperty() {
        return duplicateWanted;
    }

    public ReadOnlyObjectProperty<RowState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The state in a sentence: what is missing, wrong or done. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** Why the proposal is what it is. */
    public ReadOnlyStringProperty reasonProperty() {
        return reason.getReadOnlyProperty();
    }

    /** How the identifiers in the document fit the chosen patient; empty without either. */
    public Optional<IdentifierMatch> match() {
        return document.flatMap(read -> patient.get().map(record -> IdentifierMatch.of(read.fields(), record)));
    }

    /** Tells whether a file before this one in the list has the same content. */
    public boolean isTwiceInList() {
        return twiceInList;
    }

    /** Tells whether the same content was added to the chosen record from this computer before. */
    public boolean isInRecord() {
        return inRecord;
    }

    void become(RowState next, String sentence) {
        message.set(sentence);
        state.set(next);
    }

    void read(ExportedDocument read, boolean isTwiceInList) {
        document = Optional.of(read);
        twiceInList = isTwiceInList;
    }

    void alsoInRecord(boolean isInRecord) {
        inRecord = isInRecord;
    }

    void propose(String why) {
        reason.set(why);
    }

    /** What is to be kept of it over a lock. */
    WaitingFile waiting() {
        return before.orElseGet(() -> new WaitingFile(
                file.toString(),
                patient.get().map(GrantedRecord::id),
                category.get(),
                kind.get().name(),
                date.get().map(LocalDate::toString),
                checkedByHand.get(),
                duplicateWanted.get()));
    }

    /** Make the choices of before the lock again, as soon as the patient is among those who are known. */
    void chooseAsBefore(List<GrantedRecord> known) {
        before.ifPresent(kept -> {
            Optional<GrantedRecord> chosen = known.stream()
                    .filter(record -> kept.patient().equals(Optional.of(record.id())))
                    .findFirst();
            if (kept.patient().isPresent() && chosen.isEmpty()) {
                return;
            }
            before = Optional.empty();
            patient.set(chosen);
            category.set(kept.category());
            kind.set(DocumentKind.valueOf(kept.kind()));
            date.set(kept.date().map(LocalDate::parse));
            checkedByHand.set(kept.checkedByHand());
            duplicateWanted.set(kept.duplicateWanted());
        });
    }

    /** The upload that is journalled for this file, if it was begun. */
    Optional<PendingUpload> pending() {
        return pending;
    }

    void begun(Optional<PendingUpload> journalled) {
        pending = journalled;
    }
}
