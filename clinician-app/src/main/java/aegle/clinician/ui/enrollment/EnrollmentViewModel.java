// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.ui.enrollment;

import aegle.clinician.ui.Failures;
import aegle.desktop.kit.BackgroundTasks;
import aegle.desktop.kit.Messages;
import aegle.record.MspId;
import aegle.record.PlainText;
import aegle.record.member.ProfessionalData;
import aegle.record.member.Specialty;
import aegle.sharing.ConnectionProfile.Peer;
import aegle.sharing.SharingException;
import aegle.sharing.enrollment.ClinicianApplication;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Subscription;

/** Applying at a hospital and waiting for its officers; goes on by itself when they have decided. */
public final class EnrollmentViewModel {
    private static final Duration POLL = Duration.ofSeconds(3);
    private static final int LONGEST_NAME = 100;

    private final EnrollmentDesk desk;
    private final List<Peer> hospitals;
    private final BackgroundTasks background;
    private final Messages messages;
    private final Runnable joined;
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty npi = new SimpleStringProperty("");
    private final ObjectProperty<Specialty> specialty = new SimpleObjectProperty<>(Specialty.RADIATION_ONCOLOGY);
    private final ObjectProperty<Peer> hospital;
    private final ReadOnlyStringWrapper nameProblem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper npiProblem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper waiting = new ReadOnlyBooleanWrapper();
    private boolean asking;
    private boolean done;

    /**
     * Prepare enrolling.
     *
     * @param hospitals of the connection profile, the own one first
     * @param joined runs once, on the window's thread, when she is a member
     */
    public EnrollmentViewModel(
            EnrollmentDesk desk, List<Peer> hospitals, BackgroundTasks background, Messages messages, Runnable joined) {
        this.desk = desk;
        this.hospitals = List.copyOf(hospitals);
        this.background = background;
        this.messages = messages;
        this.joined = joined;
        this.hospital = new SimpleObjectProperty<>(this.hospitals.getFirst());
        name.subscribe(() -> nameProblem.set(""));
        npi.subscribe(() -> npiProblem.set(""));
        background
                .run("look for an application", desk::application)
                .onSuccess(sent -> sent.ifPresent(this::show))
                .start();
    }

    /** Send the application, or say what is wrong with it. */
    public void submit() {
        if (busy.get() || !isInOrder()) {
            return;
        }
        var professional = new ProfessionalData(
                PlainText.of(name.get()), npi.get().strip(), specialty.get().taxonomy());
        MspId chosen = hospital.get().hospital();
        busy.set(true);
        problem.set("");
        background
                .perform("apply at a hospital", () -> desk.apply(chosen, professional))
                .onDone(() -> {
                    waiting.set(true);
                    ask();
                })
                .onFailure(this::fail)
                .andFinally(() -> busy.set(false))
                .start();
    }

    /** Ask now whether the officers have decided. */
    public void ask() {
        if (asking || done || !waiting.get()) {
            return;
        }
        asking = true;
        background
                .run("ask for the certificate", desk::joins)
                .onSuccess(this::answered)
                .onFailure(this::fail)
                .andFinally(() -> asking = false)
                .start();
    }

    /** Go back to the form and correct what was sent. */
    public void correct() {
        problem.set("");
        waiting.set(false);
    }

    /** Ask every few seconds until unsubscribed. */
    Subscription poll() {
        ask();
        return background.every("ask for the certificate", POLL, this::ask);
    }

    List<Peer> hospitals() {
        return hospitals;
    }

    public StringProperty nameProperty() {
        return name;
    }

    public StringProperty npiProperty() {
        return npi;
    }

    public ObjectProperty<Specialty> specialtyProperty() {
        return specialty;
    }

    public ObjectProperty<Peer> hospitalProperty() {
        return hospital;
    }

    public ReadOnlyStringProperty nameProblemProperty() {
        return nameProblem.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty npiProblemProperty() {
        return npiProblem.getReadOnlyProperty();
    }

    /** Why applying or asking failed; empty when it did not. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Whether the application is sent and the officers have to decide. */
    public ReadOnlyBooleanProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /** What was sent before; typing is not undone by it. */
    private void show(ClinicianApplication application) {
        if (name.get().isEmpty() && npi.get().isEmpty()) {
            name.set(application.professional().name());
            npi.set(application.professional().npi());
            Specialty.of(application.professional().taxonomy()).ifPresent(specialty::set);
        }
        waiting.set(true);
        ask();
    }

    private boolean isInOrder() {
        String typed = PlainText.of(name.get());
        nameProblem.set(
                typed.isEmpty()
                        ? messages.text("enroll.name.empty")
                        : typed.length() > LONGEST_NAME ? messages.text("enroll.name.long") : "");
        npiProblem.set(npiProblem(npi.get().strip()).orElse(""));
        return nameProblem.get().isEmpty() && npiProblem.get().isEmpty();
    }

    private Optional<String> npiProblem(String typed) {
        if (!typed.matches("[0-9]{10}")) {
            return Optional.of(messages.text("enroll.npi.form"));
        }
        return ProfessionalData.isNpi(typed) ? Optional.empty() : Optional.of(messages.text("enroll.npi.digit"));
    }

    private void answered(boolean decided) {
        problem.set("");
        if (decided && !done) {
            done = true;
            joined.run();
        }
    }

    private void fail(SharingException failure) {
        problem.set(new Failures(messages).explain(failure).whole());
    }
}
