// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.ui.request;

import aegle.clinician.desk.PatientDesk;
import aegle.clinician.desk.PatientDocument;
import aegle.clinician.desk.PatientOverview;
import aegle.clinician.ui.Explanation;
import aegle.clinician.ui.Failures;
import aegle.clinician.ui.Wording;
import aegle.desktop.kit.BackgroundTasks;
import aegle.record.permission.Permission;
import aegle.record.permission.Right;
import aegle.sharing.SharingException;
import aegle.sharing.retrieval.DocumentReference;
import aegle.sharing.retrieval.GrantedRecord;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Opening a document that a colleague named. One that may be read is opened; for any other the ledger is asked, and denies. */
public final class ReferenceViewModel {
    private final Supplier<PatientDesk> desk;
    private final BackgroundTasks background;
    private final Wording wording;
    private final BiConsumer<GrantedRecord, PatientDocument> open;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper textProblem = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Explanation>> answer = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    public ReferenceViewModel(
            Supplier<PatientDesk> desk,
            BackgroundTasks background,
            Wording wording,
            BiConsumer<GrantedRecord, PatientDocument> open) {
        this.desk = desk;
        this.background = background;
        this.wording = wording;
        this.open = open;
        text.subscribe(() -> {
            textProblem.set("");
            answer.set(Optional.empty());
        });
    }

    /** Open what the reference names, or say why not. */
    public void open() {
        if (busy.get()) {
            return;
        }
        Optional<DocumentReference> reference = DocumentReference.parse(text.get());
        if (reference.isEmpty()) {
            textProblem.set(wording.text("reference.foreign"));
            return;
        }
        busy.set(true);
        answer.set(Optional.empty());
        background
                .run("open a reference", () -> find(reference.get()))
                .onSuccess(this::answered)
                .onFailure(failure -> answer.set(Optional.of(new Failures(wording.messages()).explain(failure))))
                .andFinally(() -> busy.set(false))
                .start();
    }

    public StringProperty textProperty() {
        return text;
    }

    public ReadOnlyStringProperty textProblemProperty() {
        return textProblem.getReadOnlyProperty();
    }

    /** Why the document is not opened. */
    public ReadOnlyObjectProperty<Optional<Explanation>> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    private Found find(DocumentReference reference) throws SharingException {
        PatientOverview overview = desk.get().patients();
        Optional<GrantedRecord> record = overview.record(reference.record());
        if (record.isPresent()) {
            var found = new AtomicReference<Optional<PatientDocument>>(Optional.empty());
            desk.get().documents(record.get(), portion -> {
                found.set(portion.stream()
                        .filter(document -> document.entry().id().equals(reference.document()))
                        .filter(document ->
                                record.get().readingPermission(document.entry()).isPresent())
                        .findFirst());
                return found.get().isEmpty();
            });
            if (found.get().isPresent()) {
                var allowed = new Allowed(record.get(), found.get().get());
                return new Found(Optional.of(allowed), Optional.empty());
            }
        }
        var denial = desk.get().denied(reference, permission(overview, reference));
        return new Found(Optional.empty(), Optional.of(new Failures(wording.messages()).explain(denial)));
    }

    /** What the ledger is to judge by, so that the patient sees why: what counts now, else what has ended. */
    private static Optional<Permission> permission(PatientOverview overview, DocumentReference reference) {
        Optional<Permission> current = overview.record(reference.record())
                .flatMap(record -> record.permissions().stream()
                        .max(Comparator.comparing(
                                permission -> permission.scope().rights().contains(Right.READ))));
        return current.or(() -> overview.ended().stream()
                .map(PatientOverview.Ended::permission)
                .filter(permission -> permission.record().equals(reference.record()))
                .findFirst());
    }

    private void answered(Found found) {
        answer.set(found.refusal());
        found.allowed().ifPresent(allowed -> open.accept(allowed.record(), allowed.document()));
    }

    private record Allowed(GrantedRecord record, PatientDocument document) {}

    private record Found(Optional<Allowed> allowed, Optional<Explanation> refusal) {}
}
