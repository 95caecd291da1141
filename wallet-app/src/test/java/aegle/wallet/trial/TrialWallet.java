// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.trial;

import aegle.crypto.pseudonym.UniquelyIdentifiableInformation;
import aegle.crypto.record.RecordCipher;
import aegle.crypto.vault.Argon2Cost;
import aegle.crypto.vault.KeyVault;
import aegle.crypto.vault.KeyVaultFile;
import aegle.crypto.vault.Passphrase;
import aegle.sharing.key.PatientCard;
import aegle.sharing.key.VaultedKeys;
import aegle.wallet.session.WalletPlace;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Where the invented Anna Andersson's wallet lies, and her vault. */
public final class TrialWallet {
    private TrialWallet() {}

    public static WalletPlace place(Path folder, TrialNetwork network, Clock clock) {
        var random = new SecureRandom();
        return new WalletPlace(folder, network, clock, random, new RecordCipher(random, 1));
    }

    /** A new vault with her keys, unlocked. */
    public static KeyVault vault(Path folder) throws IOException {
        var random = new SecureRandom();
        KeyVault vault;
        try (Passphrase passphrase = Passphrase.of("crossing lantern mosaic".toCharArray())) {
            vault = new KeyVaultFile(folder.resolve("vault"), random).create(passphrase, Argon2Cost.FLOOR);
        }
        new VaultedKeys(vault)
                .makePatientKeys(
                        new UniquelyIdentifiableInformation(
                                Optional.empty(),
                                Optional.of(LocalDate.of(1968, 4, 23)),
                                Optional.of("Anna Andersson"),
                                Optional.empty(),
                                Optional.empty()),
                        new PatientCard("Anna Andersson", LocalDate.of(1968, 4, 23), List.of()),
                        random);
        return vault;
    }
}
