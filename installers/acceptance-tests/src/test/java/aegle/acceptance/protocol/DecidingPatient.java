// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import aegle.crypto.pseudonym.UniquelyIdentifiableInformation;
import aegle.crypto.record.RecordCipher;
import aegle.crypto.vault.Argon2Cost;
import aegle.crypto.vault.KeyVault;
import aegle.crypto.vault.KeyVaultFile;
import aegle.crypto.vault.Passphrase;
import aegle.record.MemberId;
import aegle.record.member.Member;
import aegle.record.metadata.DocumentCategory;
import aegle.record.permission.Permission;
import aegle.record.permission.PermissionScope;
import aegle.record.permission.Right;
import aegle.record.permission.ValidityPeriod;
import aegle.sharing.ConnectionProfile;
import aegle.sharing.OperationPendingException;
import aegle.sharing.SharingException;
import aegle.sharing.key.PatientCard;
import aegle.sharing.key.VaultedKeys;
import aegle.wallet.WalletComposition;
import aegle.wallet.session.AllowedPermission;
import aegle.wallet.session.WalletPlace;
import aegle.wallet.session.WalletSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * The wallet without its window, as a process of its own that may be killed at any instant: allows one clinician and stops it again,
 * until a file tells her to end with an allowance.
 */
final class DecidingPatient {
    private static final String PASSPHRASE = "four invented words here";
    /** The n-th permission ends n seconds after this, so that it can be told which one it is. */
    private static final Instant FIRST_END = Instant.parse("2030-01-01T00:00:00Z");

    private static final int MOST_MILLIS_ALLOWED = 4000;

    private final WalletSession session;
    private final Member clinician;
    private final Notes notes;
    private final Random random = new Random();

    private DecidingPatient(WalletSession session, Member clinician, Notes notes) {
        this.session = session;
        this.clinician = clinician;
        this.notes = notes;
    }

    /** Takes the program's folder, the profile, the file of its notes, the number of the member whom she allows, and the file that ends it. */
    public static void main(String... arguments) throws Exception {
        var folder = Path.of(arguments[0]);
        try (WalletSession session = session(folder, ConnectionProfile.read(Path.of(arguments[1])))) {
            Patience.until(() -> {
                session.resume();
                return Optional.of(folder);
            });
            Member clinician = Patience.until(() -> session.findClinicians("Duarte").stream()
                    .filter(member -> member.id().hex().equals(arguments[3]))
                    .findFirst());
            var patient = new DecidingPatient(session, clinician, new Notes(Path.of(arguments[2])));
            Path stop = Path.of(arguments[4]);
            boolean allowed;
            do {
                patient.stopAll();
                allowed = patient.allow();
                Patience.pause(patient.random.nextInt(MOST_MILLIS_ALLOWED));
            } while (!allowed || !Files.exists(stop));
        }
        System.exit(0); // threads of the libraries are no reason to stay
    }

    /** Open the wallet in a folder, on the vault that is there or a new one of Anna Lindqvist. */
    static WalletSession session(Path folder, ConnectionProfile profile) throws Exception {
        var wallet = new WalletComposition(
                folder, profile, Participants.CLOCK, Participants.RANDOM, Locale.UK, Argon2Cost.FLOOR);
        var place = new WalletPlace(
                folder, wallet, Participants.CLOCK, Participants.RANDOM, new RecordCipher(Participants.RANDOM, 2));
        var file = new KeyVaultFile(place.vaultFile(), Participants.RANDOM);
        try (Passphrase passphrase = Passphrase.of(PASSPHRASE.toCharArray());
                KeyVault vault = file.exists() ? file.unlock(passphrase) : file.create(passphrase, Argon2Cost.FLOOR)) {
            var keys = new VaultedKeys(vault);
            if (!keys.hasKeys()) {
                var born = LocalDate.of(1961, 4, 9);
                var person = new UniquelyIdentifiableInformation(
                        Optional.empty(),
                        Optional.of(born),
                        Optional.of("Anna Lindqvist"),
                        Optional.empty(),
                        Optional.empty());
                keys.makePatientKeys(
                        person, new PatientCard("Anna Lindqvist", born, List.of("N-4711")), Participants.RANDOM);
            }
            return WalletSession.open(vault, profile, place);
        }
    }

    /** Tells whether it was allowed; if it failed, nothing will come of it. */
    private boolean allow() throws SharingException {
        String number = Integer.toString(notes.of("allowing").size() + 1);
        notes.note("allowing", number);
        try {
            session.allow(clinician, scope(Integer.parseInt(number)));
            notes.note("allowed", number);
            return true;
        } catch (OperationPendingException e) {
            Patience.until(() -> {
                session.resume();
                return Optional.of(number);
            });
            return false;
        } catch (SharingException e) {
            Patience.requirePassing(e);
            notes.note("failed", number);
            return false;
        }
    }

    private static PermissionScope scope(int number) {
        return new PermissionScope(
                Set.of(Right.READ),
                Set.of(DocumentCategory.values()),
                List.of(),
                new ValidityPeriod(Instant.parse("2026-01-01T00:00:00Z"), FIRST_END.plusSeconds(number)),
                Optional.empty());
    }

    /** Which of her acts a permission comes from. */
    static String number(Permission permission) {
        return Long.toString(permission.scope().validity().to().getEpochSecond() - FIRST_END.getEpochSecond());
    }

    private void stopAll() throws SharingException {
        while (true) {
            Optional<Permission> next = Patience.until(() -> Optional.of(live()));
            if (next.isEmpty()) {
                return;
            }
            Permission stopped = Patience.until(() -> {
                Optional<Permission> current = live(); // renewed meanwhile, it has another version
                return Optional.of(current.isEmpty() ? next.get() : session.stop(current.get()));
            });
            notes.note("stopped", number(stopped));
        }
    }

    private Optional<Permission> live() throws SharingException {
        return live(session, clinician.id());
    }

    /** A permission of a clinician that counts. */
    static Optional<Permission> live(WalletSession session, MemberId clinician) throws SharingException {
        return session.permissions().stream()
                .map(AllowedPermission::permission)
                .filter(permission -> permission.grantee().equals(clinician) && !permission.isRevoked())
                .findFirst();
    }
}
