// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import aegle.clinician.ClinicianComposition;
import aegle.clinician.desk.ClinicianSession;
import aegle.clinician.desk.NetworkDesk;
import aegle.clinician.desk.PatientDocument;
import aegle.crypto.record.RecordCipher;
import aegle.crypto.vault.Argon2Cost;
import aegle.crypto.vault.KeyVault;
import aegle.crypto.vault.KeyVaultFile;
import aegle.crypto.vault.Passphrase;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.DocumentEntry;
import aegle.sharing.ConnectionProfile;
import aegle.sharing.SharingException;
import aegle.sharing.TransferProgress;
import aegle.sharing.retrieval.GrantedRecord;
import aegle.sharing.upload.PendingUpload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The clinician program without its window, as a process of its own: goes on with what was left, then uploads a file. */
final class UploadingClinician {
    private static final String PASSPHRASE = "four invented words here";

    private UploadingClinician() {}

    /** Takes the program's folder, the connection profile, where to write what came of it, and the files to upload. */
    public static void main(String... arguments) throws Exception {
        Path results = Path.of(arguments[2]);
        try (ClinicianSession session = session(Path.of(arguments[0]), ConnectionProfile.read(Path.of(arguments[1])))) {
            NetworkDesk desk = session.desk();
            GrantedRecord record = desk.patients().records().getFirst();
            for (PendingUpload pending : desk.pending()) {
                note(results, "resumed", desk.resume(pending, TransferProgress.none()));
            }
            for (int i = 3; i < arguments.length; i++) {
                var draft = Drafts.of(Path.of(arguments[i]), DocumentCategory.RADIATION_DOSE);
                note(results, "added", desk.upload(record, draft, TransferProgress.none()));
            }
        }
        System.exit(0); // threads of the libraries are no reason to stay
    }

    /** Open the program in a folder, on the vault that is there or a new one. */
    static ClinicianSession session(Path folder, ConnectionProfile profile) throws Exception {
        var program = new ClinicianComposition(
                new ClinicianComposition.Home(folder, profile, Optional.empty()),
                Participants.CLOCK,
                Participants.RANDOM,
                Locale.UK,
                () -> Argon2Cost.FLOOR);
        var file = new KeyVaultFile(folder.resolve("clinician.vault"), Participants.RANDOM);
        try (Passphrase passphrase = Passphrase.of(PASSPHRASE.toCharArray());
                KeyVault vault = file.exists() ? file.unlock(passphrase) : file.create(passphrase, Argon2Cost.FLOOR)) {
            return ClinicianSession.open(
                    vault,
                    program,
                    new NetworkDesk.Surroundings(
                            folder,
                            new RecordCipher(Participants.RANDOM, 2),
                            Participants.CLOCK,
                            Participants.RANDOM,
                            _ -> {},
                            _ -> {}));
        }
    }

    /** All documents of a record that the program would show. */
    static List<PatientDocument> shown(NetworkDesk desk, GrantedRecord record) throws SharingException {
        var shown = new ArrayList<PatientDocument>();
        desk.documents(record, portion -> {
            shown.addAll(portion);
            return true;
        });
        return shown;
    }

    private static void note(Path results, String what, DocumentEntry entry) throws Exception {
        Files.writeString(
                results,
                what + " " + entry.id().hex() + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND,
                StandardOpenOption.SYNC);
    }
}
