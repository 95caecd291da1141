// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.session;

import aegle.crypto.identity.SigningKeyPair;
import aegle.desktop.unlock.MemoryUnusableException;
import aegle.sharing.ConnectionProfile;
import aegle.sharing.MembershipDirectory;
import aegle.sharing.RecordLedger;
import aegle.sharing.RecordStore;
import aegle.sharing.SealedStore;
import java.nio.file.Path;
import java.security.cert.X509Certificate;

/**
 * Where a wallet gets its connections from, once it knows with which keys: the boundary to the adapters, which only the composition
 * root knows. Nothing is asked of the network before the first call.
 */
public interface WalletNetwork {
    /**
     * Open the program's sealed memory; {@code key} is a copy that is wiped afterwards.
     *
     * @throws MemoryUnusableException if it cannot be opened
     */
    SealedStore memory(Path file, byte[] key) throws MemoryUnusableException;

    MembershipDirectory membership(ConnectionProfile profile);

    RecordLedger ledger(ConnectionProfile profile, X509Certificate certificate, SigningKeyPair key);

    RecordStore store(ConnectionProfile profile);
}
