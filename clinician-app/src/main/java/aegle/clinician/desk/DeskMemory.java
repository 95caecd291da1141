// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.desk;

import aegle.crypto.Digest;
import aegle.record.PatientPseudonym;
import aegle.sharing.SealedFacts;
import aegle.sharing.SealedStore;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the program remembers between two days, sealed: visits, names of former patients, what was uploaded, the export folder, files that wait. */
public final class DeskMemory {
    private static final String EXPORT_FOLDER = "export-folder";
    private static final String UPLOADED = "uploaded/";
    private static final String WAITING = "files";

    private final SealedStore store;
    private final Clock clock;
    private final SealedFacts<Visit> visits;
    private final SealedFacts<KnownPatient> patients;
    private final SealedFacts<Setting> settings;
    private final SealedFacts<WaitingFiles> waiting;

    DeskMemory(SealedStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.visits = new SealedFacts<>(store, "visit/", Visit.class);
        this.patients = new SealedFacts<>(store, "known-patient/", KnownPatient.class);
        this.settings = new SealedFacts<>(store, "setting/", Setting.class);
        this.waiting = new SealedFacts<>(store, "waiting/", WaitingFiles.class);
    }

    Optional<Instant> lastVisit(PatientPseudonym record) {
        return visits.find(record.hex()).map(Visit::time);
    }

    void visited(PatientPseudonym record) {
        visits.put(record.hex(), new Visit(clock.instant()));
    }

    Optional<String> name(PatientPseudonym record) {
        return patients.find(record.hex()).map(KnownPatient::name);
    }

    void know(PatientPseudonym record, String name) {
        if (!name(record).equals(Optional.of(name))) {
            patients.put(record.hex(), new KnownPatient(name));
        }
    }

    boolean wasUploaded(PatientPseudonym record, Digest content) {
        return store.find(uploaded(record, content)).isPresent();
    }

    void rememberUploaded(PatientPseudonym record, Digest content) {
        store.put(uploaded(record, content), new byte[] {1});
    }

    Optional<Path> exportFolder() {
        return settings.find(EXPORT_FOLDER).flatMap(setting -> {
            try {
                return Optional.of(Path.of(setting.value()));
            } catch (InvalidPathException e) {
                return Optional.empty();
            }
        });
    }

    void chooseExportFolder(Path folder) {
        settings.put(EXPORT_FOLDER, new Setting(folder.toString()));
    }

    void keepWaiting(List<WaitingFile> files) {
        waiting.put(WAITING, new WaitingFiles(files));
    }

    List<WaitingFile> takeWaiting() {
        List<WaitingFile> kept = waiting.find(WAITING).map(WaitingFiles::files).orElse(List.of());
        waiting.remove(WAITING);
        return kept;
    }

    private static String uploaded(PatientPseudonym record, Digest content) {
        return UPLOADED + record.hex() + "/" + content.hex();
    }

    /** When somebody's documents were last looked at. */
    public record Visit(Instant time) {}

    /** How somebody was called who allowed this clinician. */
    public record KnownPatient(String name) {
        @Override
        public String toString() {
            return "KnownPatient[personal]";
        }
    }

    /** Files in the list of what is to be added, in its order. */
    public record WaitingFiles(List<WaitingFile> files) {
        public WaitingFiles {
            files = List.copyOf(files);
        }
    }

    /** A choice of the user's. */
    public record Setting(String value) {}
}
