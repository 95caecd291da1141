// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.desk;

import aegle.crypto.identity.SigningKeyPair;
import aegle.desktop.unlock.MemoryUnusableException;
import aegle.record.NetworkId;
import aegle.sharing.MembershipDirectory;
import aegle.sharing.RecordLedger;
import aegle.sharing.RecordStore;
import aegle.sharing.SealedStore;
import java.nio.file.Path;
import java.security.cert.X509Certificate;

/** Where the ports to one network come from: the one place of the program that knows the adapters, or a test's stand-in. */
public interface NetworkAccess {

    NetworkId network();

    /**
     * The program's memory on its disk, sealed with a key of 32 bytes that is copied.
     *
     * @throws MemoryUnusableException if it cannot be opened
     */
    SealedStore memory(Path file, byte[] key) throws MemoryUnusableException;

    MembershipDirectory membership();

    /** The ledger as the holder of a certificate sees it; the key is used and not closed. */
    RecordLedger ledger(X509Certificate certificate, SigningKeyPair key);

    RecordStore store();
}
