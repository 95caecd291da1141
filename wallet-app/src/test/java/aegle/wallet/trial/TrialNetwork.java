// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.trial;

import aegle.crypto.identity.SigningKeyPair;
import aegle.desktop.unlock.MemoryUnusableException;
import aegle.sharing.ConnectionProfile;
import aegle.sharing.MembershipDirectory;
import aegle.sharing.RecordLedger;
import aegle.sharing.RecordStore;
import aegle.sharing.SealedStore;
import aegle.wallet.session.WalletNetwork;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A network of one process: ledger, store, membership and the program's sealed memory. Checks nothing that the contract checks;
 * what goes wrong is what a test asks for.
 */
public final class TrialNetwork implements WalletNetwork {
    private final Clock clock;
    private final TrialLedger ledger;
    private final TrialStore store;
    private final Map<Path, TrialMemory> memories = new ConcurrentHashMap<>();
    private volatile boolean admitting = true;
    private volatile boolean unusable;

    /** Start an empty network. */
    public TrialNetwork(Clock clock) {
        this.clock = clock;
        this.ledger = new TrialLedger(clock);
        this.store = new TrialStore();
    }

    public TrialLedger ledger() {
        return ledger;
    }

    public TrialStore store() {
        return store;
    }

    /** Let the membership service answer, or not. */
    public void admit(boolean answering) {
        admitting = answering;
    }

    /** Let connections be made, or fail as nobody expects. */
    public void breakDown(boolean broken) {
        unusable = broken;
    }

    /** How many memories are open. */
    public long openMemories() {
        return memories.values().stream().filter(TrialMemory::isOpen).count();
    }

    /** A profile that fits. */
    public ConnectionProfile profile() {
        String root = TrialCertificates.root(clock.instant());
        return new ConnectionProfile(
                "Aegle practice",
                ConnectionProfile.NetworkKind.EMBEDDED,
                ledger.network().hex(),
                ledger.channel(),
                "records",
                List.of(
                        new ConnectionProfile.Peer("Hospital1MSP", "St. Anne’s Hospital", "127.0.0.1:7051", root),
                        new ConnectionProfile.Peer("Hospital2MSP", "University Hospital", "127.0.0.1:8051", root)),
                new ConnectionProfile.Membership("MembershipMSP", "https://127.0.0.1:9443", root),
                List.of(root),
                List.of(
                        ConnectionProfile.Store.onThisComputer(
                                "store-1", "http://127.0.0.1:9000", "eu-central-1", "aegle"),
                        ConnectionProfile.Store.onThisComputer(
                                "store-2", "http://127.0.0.1:9001", "eu-central-1", "aegle")));
    }

    @Override
    public SealedStore memory(Path file, byte[] key) throws MemoryUnusableException {
        return memories.computeIfAbsent(file, _ -> new TrialMemory()).open();
    }

    @Override
    public MembershipDirectory membership(ConnectionProfile profile) {
        return new TrialMembership(clock, () -> admitting);
    }

    @Override
    public RecordLedger ledger(ConnectionProfile profile, X509Certificate certificate, SigningKeyPair key) {
        return ledger;
    }

    @Override
    public RecordStore store(ConnectionProfile profile) {
        if (unusable) {
            throw new IllegalArgumentException("no such endpoint");
        }
        return store;
    }
}
