// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import aegle.clinician.desk.ClinicianSession;
import aegle.clinician.desk.NetworkDesk;
import aegle.clinician.desk.PatientDocument;
import aegle.record.DocumentId;
import aegle.record.codec.LedgerErrorCode;
import aegle.sharing.AccessDeniedException;
import aegle.sharing.ConnectionProfile;
import aegle.sharing.LedgerRefusalException;
import aegle.sharing.RecordKeyMissingException;
import aegle.sharing.SharingException;
import aegle.sharing.TransferProgress;
import aegle.sharing.retrieval.GrantedRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * The program of a clinician who only reads, as a process of its own that may be killed at any instant: opens whatever she is shown and
 * may see, until a file tells her to stop. A document that is shown and not whole ends it.
 */
final class ReadingClinician {
    private static final Set<LedgerErrorCode> NO_LONGER_ALLOWED = Set.of(
            LedgerErrorCode.PERMISSION_REVOKED, LedgerErrorCode.PERMISSION_UNKNOWN, LedgerErrorCode.RIGHT_MISSING);

    private final NetworkDesk desk;
    private final Notes notes;
    private final Path sources;
    private final Set<DocumentId> opened = new HashSet<>();

    private ReadingClinician(NetworkDesk desk, Notes notes, Path sources) {
        this.desk = desk;
        this.notes = notes;
        this.sources = sources;
    }

    /** Takes the program's folder, the profile, the file of its notes, the folder of what others upload, and the file that ends it. */
    public static void main(String... arguments) throws Exception {
        var folder = Path.of(arguments[0]);
        try (ClinicianSession session =
                UploadingClinician.session(folder, ConnectionProfile.read(Path.of(arguments[1])))) {
            var reader = new ReadingClinician(session.desk(), new Notes(Path.of(arguments[2])), Path.of(arguments[3]));
            while (!Files.exists(Path.of(arguments[4]))) {
                reader.look();
                Patience.pause(100);
            }
        }
        System.exit(0); // threads of the libraries are no reason to stay
    }

    private void look() throws SharingException {
        try {
            for (GrantedRecord record : desk.patients().records()) {
                for (PatientDocument document : UploadingClinician.shown(desk, record)) {
                    look(record, document);
                }
            }
        } catch (AccessDeniedException | RecordKeyMissingException e) {
            notes.note("denied", e.getClass().getSimpleName());
        } catch (LedgerRefusalException e) {
            if (!NO_LONGER_ALLOWED.contains(e.code())) {
                Patience.requirePassing(e);
            }
        } catch (SharingException e) {
            Patience.requirePassing(e);
        }
    }

    private void look(GrantedRecord record, PatientDocument document) throws SharingException {
        document.listed().failure().ifPresent(check -> {
            throw new IllegalStateException("a label fails " + check);
        });
        if (!opened.contains(document.entry().id())) {
            notes.note("opening", document.entry().id().hex());
            var read = desk.open(record, document.entry(), TransferProgress.none());
            requireWhole(sources, read.fileName(), read.content());
            if (read.permissionLastSeen().isEmpty()) {
                notes.note("opened", document.entry().id().hex());
                opened.add(document.entry().id());
            }
        }
    }

    /** A document's name tells which file it must be, byte for byte. */
    static void requireWhole(Path sources, String name, byte[] content) {
        try {
            if (!Arrays.equals(content, Files.readAllBytes(sources.resolve(name)))) {
                throw new IllegalStateException("other bytes than were added: " + name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
