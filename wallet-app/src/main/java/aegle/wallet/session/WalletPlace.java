// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.session;

import aegle.crypto.record.RecordCipher;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;

/** Where one wallet lives and what it is made with; the same from start to end of the program. */
public record WalletPlace(Path folder, WalletNetwork network, Clock clock, SecureRandom random, RecordCipher cipher) {
    private static final String PROFILE = "network.json";
    private static final String VAULT = "wallet.vault";
    private static final String MEMORY = "memory.db";

    /** The file with the keys. */
    public Path vaultFile() {
        return folder.resolve(VAULT);
    }

    /** The connection profile that was used last. */
    public Path profileFile() {
        return folder.resolve(PROFILE);
    }

    Path memoryFile() {
        return folder.resolve(MEMORY);
    }

    Path cacheFolder() {
        return folder.resolve("cache");
    }

    Path privateFolder() {
        return folder.resolve("private");
    }
}
