// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import aegle.clinician.desk.ClinicianSession;
import aegle.clinician.desk.NetworkDesk;
import aegle.record.MemberId;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.DocumentEntry;
import aegle.sharing.ConnectionProfile;
import aegle.sharing.SharingException;
import aegle.sharing.TransferProgress;
import aegle.sharing.retrieval.GrantedRecord;
import aegle.sharing.upload.PendingUpload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/**
 * The clinician program without its window, as a process of its own that may be killed at any instant: adds the files of a folder, one
 * after the other, goes on with what was left at its next start, and stays until a file tells it to end.
 */
final class AddingClinician {
    private static final int MOST_MILLIS_BETWEEN = 600;
    private static final int LOOKS = 25;

    private final NetworkDesk desk;
    private final Notes notes;
    private final MemberId self;

    private AddingClinician(NetworkDesk desk, MemberId self, Notes notes) {
        this.desk = desk;
        this.self = self;
        this.notes = notes;
    }

    /** Takes the program's folder, the connection profile, the file of its notes, the folder of the files, and the file that ends it. */
    public static void main(String... arguments) throws Exception {
        var folder = Path.of(arguments[0]);
        var random = new Random();
        try (ClinicianSession session =
                UploadingClinician.session(folder, ConnectionProfile.read(Path.of(arguments[1])))) {
            MemberId self = session.application().orElseThrow().member();
            var clinician = new AddingClinician(session.desk(), self, new Notes(Path.of(arguments[2])));
            for (Path source : sources(Path.of(arguments[3]))) {
                clinician.add(source);
                Patience.pause(random.nextInt(MOST_MILLIS_BETWEEN));
            }
            do {
                Patience.until(() -> {
                    session.desk().completeCopies();
                    return Optional.of(self);
                });
            } while (!Files.exists(Path.of(arguments[4])));
        }
        System.exit(0); // threads of the libraries are no reason to stay
    }

    static List<Path> sources(Path folder) throws java.io.IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private void add(Path source) throws SharingException {
        String name = String.valueOf(source.getFileName());
        if (notes.when("added", name).isPresent()) {
            return;
        }
        boolean isNew = notes.when("adding", name).isEmpty();
        if (isNew) {
            notes.note("adding", name);
        }
        if (isNew || !desk.pending().isEmpty() || !wasAdded()) {
            Patience.until(() -> sent(source));
        }
        notes.note("added", name);
    }

    private Optional<DocumentEntry> sent(Path source) throws SharingException {
        List<PendingUpload> pending = desk.pending();
        if (!pending.isEmpty()) {
            return Optional.of(desk.resume(pending.getFirst(), TransferProgress.none()));
        }
        Optional<GrantedRecord> record = record();
        return record.isEmpty()
                ? Optional.empty()
                : Optional.of(desk.upload(
                        record.get(), Drafts.of(source, DocumentCategory.RADIATION_DOSE), TransferProgress.none()));
    }

    /**
     * Killed before she could note what she was told, she looks at her list: nothing is pending, so the document is on the ledger or
     * was never sent. The hospital that she asks may be a few blocks behind.
     */
    private boolean wasAdded() throws SharingException {
        int acknowledged = notes.of("added").size();
        for (int look = 0; look < LOOKS; look++) {
            if (Patience.until(this::own) > acknowledged) {
                return true;
            }
            Patience.pause(100);
        }
        return false;
    }

    private Optional<Long> own() throws SharingException {
        Optional<GrantedRecord> record = record();
        return record.isEmpty()
                ? Optional.empty()
                : Optional.of(UploadingClinician.shown(desk, record.get()).stream()
                        .filter(document ->
                                document.entry().subject().uploader().equals(self))
                        .count());
    }

    private Optional<GrantedRecord> record() throws SharingException {
        return desk.patients().records().stream().findFirst();
    }
}
