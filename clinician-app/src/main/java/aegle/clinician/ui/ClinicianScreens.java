// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.ui;

import aegle.clinician.aria.AriaExportReader;
import aegle.clinician.desk.PatientDesk;
import aegle.clinician.desk.PatientDocument;
import aegle.clinician.desk.PatientOverview;
import aegle.clinician.desk.UploadDesk;
import aegle.clinician.desk.WaitingFile;
import aegle.clinician.ui.document.DocumentView;
import aegle.clinician.ui.document.DocumentViewModel;
import aegle.clinician.ui.link.ConfirmIdentityView;
import aegle.clinician.ui.link.ConfirmIdentityViewModel;
import aegle.clinician.ui.patient.PatientView;
import aegle.clinician.ui.patient.PatientViewModel;
import aegle.clinician.ui.patient.PatientsView;
import aegle.clinician.ui.patient.PatientsViewModel;
import aegle.clinician.ui.request.AskView;
import aegle.clinician.ui.request.AskViewModel;
import aegle.clinician.ui.request.ReferenceView;
import aegle.clinician.ui.request.ReferenceViewModel;
import aegle.clinician.ui.settings.SettingsView;
import aegle.clinician.ui.settings.SettingsViewModel;
import aegle.clinician.ui.upload.UploadView;
import aegle.clinician.ui.upload.UploadViewModel;
import aegle.desktop.kit.BackgroundTasks;
import aegle.desktop.kit.Destination;
import aegle.desktop.kit.FxView;
import aegle.desktop.kit.Navigation;
import aegle.desktop.kit.Notice;
import aegle.desktop.kit.Notices;
import aegle.desktop.kit.SecretClipboard;
import aegle.record.PatientPseudonym;
import aegle.sharing.retrieval.DocumentReference;
import aegle.sharing.retrieval.GrantedRecord;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/** Every screen behind the lock and the ways between them. On the window's thread. */
public final class ClinicianScreens {
    private final Desks desks;
    private final BackgroundTasks background;
    private final Wording wording;
    private final Notices notices;
    private final Clock clock;
    private final PatientsViewModel patients;
    private final UploadViewModel upload;
    private final AskViewModel ask;
    private final SettingsViewModel settings;
    private final SecretClipboard clipboard;
    private final Navigation navigation;
    private Optional<PatientViewModel> patient = Optional.empty();
    private Optional<DocumentViewModel> document = Optional.empty();
    private Subscription returning = Subscription.EMPTY;

    /** The unlocked desk, asked for anew each time because a lock ends it. */
    public record Desks(Supplier<PatientDesk> patients, Supplier<UploadDesk> uploads) {}

    /** What the screens need besides. */
    public record Parts(
            BackgroundTasks background, Wording wording, Notices notices, Clock clock, AriaExportReader reader) {}

    public ClinicianScreens(Desks desks, Parts parts) {
        this.desks = desks;
        this.background = parts.background();
        this.wording = parts.wording();
        this.notices = parts.notices();
        this.clock = parts.clock();
        patients = new PatientsViewModel(desks.patients(), background, wording, clock);
        upload = new UploadViewModel(
                desks.uploads(), new UploadViewModel.Parts(parts.reader(), background, wording, clock));
        ask = new AskViewModel(desks.patients(), background, wording);
        settings = new SettingsViewModel(desks.patients(), desks.uploads(), background, wording);
        clipboard = new SecretClipboard(background);
        navigation = new Navigation(List.of(
                new Destination("patients", wording.text("nav.patients"), Feather.USERS, this::patientsView),
                new Destination(
                        "upload",
                        wording.text("nav.upload"),
                        Feather.UPLOAD,
                        () -> new UploadView(upload, wording),
                        upload.queue().interruptedProperty()),
                new Destination(
                        "requests",
                        wording.text("nav.requests"),
                        Feather.USER_PLUS,
                        () -> new AskView(ask, wording, clock)),
                new Destination(
                        "settings",
                        wording.text("nav.settings"),
                        Feather.SETTINGS,
                        () -> new SettingsView(settings, wording))));
        patients.overviewProperty().subscribe(overview -> overview.ifPresent(this::learned));
    }

    public Navigation navigation() {
        return navigation;
    }

    public PatientsViewModel patients() {
        return patients;
    }

    /** Look at everything anew after unlocking, from the same place. */
    public void resume(Whereabouts at) {
        if (navigation.destinationProperty().get().isEmpty()) {
            go(at);
            upload.resume();
        } else {
            upload.look();
        }
        patients.refresh();
        document.ifPresent(DocumentViewModel::unlock);
    }

    /** Forget the document on the screen; {@link #resume} opens it again. */
    public void lock() {
        document.ifPresent(DocumentViewModel::lock);
    }

    /** Where the clinician is. */
    Whereabouts whereabouts() {
        if (navigation.destinationProperty().get().isEmpty()) {
            return Whereabouts.AT_THE_PATIENTS;
        }
        Optional<FxView> view = navigation.currentProperty().get().filter(_ -> navigation.canGoBack());
        Optional<DocumentViewModel> read =
                view.filter(DocumentView.class::isInstance).flatMap(_ -> document);
        return new Whereabouts(
                navigation.destinationProperty().get(),
                read.map(open -> open.record().id())
                        .or(() -> view.filter(other -> !(other instanceof ReferenceView))
                                .flatMap(_ -> patient)
                                .map(open -> open.recordProperty().get().id())),
                read.map(DocumentViewModel::document));
    }

    /** What is to be kept of the list of files. */
    List<WaitingFile> waitingFiles() {
        return upload.waiting();
    }

    private void go(Whereabouts to) {
        navigation.go(to.destination());
        to.patient()
                .ifPresent(id -> once(patients.overviewProperty(), overview -> overview.record(id), record -> {
                    PatientViewModel page = openPatient(record);
                    to.document()
                            .ifPresent(wanted -> once(
                                    page.documentsProperty(),
                                    documents -> page.readable(wanted),
                                    found -> openDocument(record, found)));
                }));
    }

    /** As soon as something is known, look for a part of it, and go on with it unless somebody has gone elsewhere meanwhile. */
    private <T, P> void once(ObservableValue<Optional<T>> known, Function<T, Optional<P>> search, Consumer<P> then) {
        Optional<FxView> here = navigation.currentProperty().get();
        returning = known.subscribe(value -> {
            Optional<P> found = value.flatMap(search);
            if (found.isPresent()) {
                returning.unsubscribe();
                found.filter(_ -> navigation.currentProperty().get().equals(here))
                        .ifPresent(then);
            }
        });
    }

    /** Something may have changed in a record. */
    public void hint(PatientPseudonym record) {
        patients.refresh();
        patient.filter(open -> open.recordProperty().get().id().equals(record)).ifPresent(PatientViewModel::refresh);
    }

    /** A record's permission has ended while a document of it may be in sight. */
    public void end(PatientPseudonym record) {
        document.filter(open -> open.record().id().equals(record)).ifPresent(this::end);
        patients.refresh();
    }

    /** Forget everything that is shown. */
    public void close() {
        returning.unsubscribe();
        navigation.reset();
        document.ifPresent(DocumentViewModel::close);
        clipboard.close();
    }

    /** Whatever told of it: an open document goes as soon as its permission has gone. */
    private void learned(PatientOverview overview) {
        upload.know(overview.records());
        patient.filter(open ->
                        !overview.isUnreadable(open.recordProperty().get().id()))
                .ifPresent(open ->
                        open.become(overview.record(open.recordProperty().get().id())));
        document.filter(open -> !overview.isUnreadable(open.record().id()))
                .filter(open -> !open.isReadableIn(overview.record(open.record().id())))
                .ifPresent(this::end);
    }

    private void end(DocumentViewModel open) {
        if (open.endNow()) {
            notices.show(Notice.warning(wording.text("program.late")).toDo(wording.text("program.late.todo")));
        }
    }

    private PatientsView patientsView() {
        return new PatientsView(
                patients,
                wording,
                new PatientsView.Actions(this::openPatient, () -> navigation.go("requests"), this::openReference));
    }

    private PatientViewModel openPatient(GrantedRecord record) {
        var model = new PatientViewModel(record, desks.patients(), background, wording);
        patient = Optional.of(model);
        navigation.open(new PatientView(
                model,
                wording,
                new PatientView.Actions(
                        chosen -> openDocument(model.recordProperty().get(), chosen),
                        this::copyReference,
                        () -> confirmIdentity(model),
                        () -> uploadFor(model.recordProperty().get()),
                        () -> navigation.go("requests"))));
        return model;
    }

    private void openDocument(GrantedRecord record, PatientDocument chosen) {
        var model = new DocumentViewModel(record, chosen, desks.patients(), background, wording);
        document = Optional.of(model);
        navigation.open(new DocumentView(
                model,
                new DocumentView.Actions(
                        navigation::back, () -> navigation.go("requests"), () -> copyReference(chosen))));
    }

    private void confirmIdentity(PatientViewModel of) {
        var model = new ConfirmIdentityViewModel(
                of.recordProperty().get(), desks.patients(), background, wording.messages(), link -> {
                    patients.refresh();
                    navigation.back();
                });
        navigation.open(new ConfirmIdentityView(model, wording, navigation::back));
    }

    private void uploadFor(GrantedRecord record) {
        upload.chooseForAll(Optional.of(record));
        navigation.go("upload");
    }

    private void openReference() {
        var model = new ReferenceViewModel(desks.patients(), background, wording, this::openDocument);
        navigation.open(new ReferenceView(model, wording, () -> navigation.go("requests"), navigation::back));
    }

    private void copyReference(PatientDocument chosen) {
        var subject = chosen.entry().subject();
        clipboard.copy(new DocumentReference(subject.record(), subject.document()).text());
        notices.show(Notice.success(wording.text("document.copied")));
    }
}
