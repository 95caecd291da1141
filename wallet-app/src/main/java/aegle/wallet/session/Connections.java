// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.session;

import aegle.crypto.identity.SigningKeyPair;
import aegle.sharing.ConnectionProfile;
import aegle.sharing.MembershipDirectory;
import aegle.sharing.RecordLedger;
import aegle.sharing.RecordStore;
import aegle.sharing.SealedStore;
import aegle.sharing.SharingException;
import aegle.sharing.enrollment.PatientEnrollment;
import aegle.sharing.key.OwnerKeys;
import aegle.sharing.key.VaultedKeys;
import java.security.cert.X509Certificate;

/** The keys of one session and the connections that were made with them; closed together. */
record Connections(
        OwnerKeys keys,
        SealedStore memory,
        MembershipDirectory membership,
        RecordLedger ledger,
        RecordStore store,
        SigningKeyPair certified)
        implements AutoCloseable {

    static Connections open(VaultedKeys vaulted, ConnectionProfile profile, WalletPlace place) throws SharingException {
        WalletNetwork network = place.network();
        OwnerKeys keys = vaulted.ownerKeys();
        SigningKeyPair certified = vaulted.signingKey();
        SealedStore memory = vaulted.withMemoryKey(key -> network.memory(place.memoryFile(), key));
        MembershipDirectory membership = network.membership(profile);
        boolean enrolled = false;
        try {
            X509Certificate certificate =
                    new PatientEnrollment(membership, memory, place.clock()).enroll(keys.signing());
            RecordLedger ledger = network.ledger(profile, certificate, certified);
            RecordStore store = network.store(profile);
            enrolled = true;
            return new Connections(keys, memory, membership, ledger, store, certified);
        } finally {
            if (!enrolled) {
                membership.close();
                memory.close();
                keys.close();
                certified.close();
            }
        }
    }

    @Override
    public void close() {
        store.close();
        ledger.close();
        membership.close();
        memory.close();
        keys.close();
        certified.close();
    }

    @Override
    public String toString() {
        return "Connections[secret]";
    }
}
