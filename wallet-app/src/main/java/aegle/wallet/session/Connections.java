// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.session;

import aegle.crypto.identity.SigningKeyPair;
import aegle.desktop.unlock.HeldParts;
import aegle.desktop.unlock.MemoryUnusableException;
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
import java.util.Arrays;

/** The keys of one session and the connections that were made with them; closed together, the keys in any case. */
record Connections(
        OwnerKeys keys,
        SealedStore memory,
        MembershipDirectory membership,
        RecordLedger ledger,
        RecordStore store,
        HeldParts parts)
        implements AutoCloseable {

    static Connections open(VaultedKeys vaulted, ConnectionProfile profile, WalletPlace place)
            throws SharingException, MemoryUnusableException {
        WalletNetwork network = place.network();
        byte[] memoryKey = vaulted.withMemoryKey(byte[]::clone);
        try (var opened = new HeldParts()) {
            OwnerKeys keys = opened.hold(vaulted.ownerKeys(), OwnerKeys::close);
            SigningKeyPair certified = opened.hold(vaulted.signingKey(), SigningKeyPair::close);
            SealedStore memory = opened.hold(network.memory(place.memoryFile(), memoryKey), SealedStore::close);
            MembershipDirectory membership = opened.hold(network.membership(profile), MembershipDirectory::close);
            X509Certificate certificate =
                    new PatientEnrollment(membership, memory, place.clock()).enroll(keys.signing());
            RecordLedger ledger = opened.hold(network.ledger(profile, certificate, certified), RecordLedger::close);
            RecordStore store = opened.hold(network.store(profile), RecordStore::close);
            return new Connections(keys, memory, membership, ledger, store, opened.handOver());
        } finally {
            Arrays.fill(memoryKey, (byte) 0);
        }
    }

    @Override
    public void close() {
        parts.close();
    }

    @Override
    public String toString() {
        return "Connections[secret]";
    }
}
