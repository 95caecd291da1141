// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.ui.settings;

import aegle.clinician.desk.PatientDesk;
import aegle.clinician.desk.UploadDesk;
import aegle.clinician.ui.Failures;
import aegle.clinician.ui.Wording;
import aegle.desktop.kit.BackgroundTasks;
import aegle.record.member.Member;
import aegle.sharing.key.MemberTrust;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The folder of exports, and the clinician as patients find her, with the words by which they compare her keys. */
public final class SettingsViewModel {
    private final Supplier<PatientDesk> patients;
    private final Supplier<UploadDesk> uploads;
    private final BackgroundTasks background;
    private final Wording wording;
    private final StringProperty folder = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper folderProblem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper saved = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Member>> self = new ReadOnlyObjectWrapper<>(Optional.empty());

    public SettingsViewModel(
            Supplier<PatientDesk> patients, Supplier<UploadDesk> uploads, BackgroundTasks background, Wording wording) {
        this.patients = patients;
        this.uploads = uploads;
        this.background = background;
        this.wording = wording;
        folder.subscribe(() -> {
            folderProblem.set("");
            saved.set("");
        });
    }

    /** Ask what is chosen and who she is. */
    public void look() {
        background
                .run("read the settings", () -> uploads.get().exportFolder())
                .onSuccess(known -> folder.set(known.map(Path::toString).orElse("")))
                .start();
        background
                .run("ask for oneself", () -> patients.get().self())
                .onSuccess(member -> {
                    problem.set("");
                    self.set(Optional.of(member));
                })
                .onFailure(failure -> problem.set(
                        new Failures(wording.messages()).explain(failure).whole()))
                .start();
    }

    /** Keep the typed folder, or say what is wrong with it. */
    public void save() {
        Optional<Path> typed = typed();
        background
                .run("choose the export folder", () -> {
                    boolean exists = typed.filter(Files::isDirectory).isPresent();
                    if (exists) {
                        uploads.get().chooseExportFolder(typed.orElseThrow());
                    }
                    return exists;
                })
                .onSuccess(kept -> {
                    folderProblem.set(kept ? "" : wording.text("settings.folder.none"));
                    saved.set(kept ? wording.text("settings.folder.saved") : "");
                })
                .start();
    }

    public StringProperty folderProperty() {
        return folder;
    }

    public ReadOnlyStringProperty folderProblemProperty() {
        return folderProblem.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty savedProperty() {
        return saved.getReadOnlyProperty();
    }

    /** Why the directory cannot be asked; empty when it can. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Member>> selfProperty() {
        return self.getReadOnlyProperty();
    }

    /** The words that a patient sees beside this clinician's name. */
    public static String words(Member member) {
        return String.join("  ", MemberTrust.fingerprintWords(member).words());
    }

    private Optional<Path> typed() {
        try {
            return folder.get().isBlank()
                    ? Optional.empty()
                    : Optional.of(Path.of(folder.get().strip()));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
