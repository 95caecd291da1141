// SPDX-License-Identifier: Apache-2.0

package aegle.devnet;

import aegle.client.ledger.FabricRecordLedger;
import aegle.devnet.process.Together;
import aegle.devnet.process.Wait;
import aegle.embedded.OfficerKeys;
import aegle.record.call.MemberCalls.FindMemberByKey;
import aegle.record.call.MemberCalls.Founding;
import aegle.record.call.MemberCalls.Initialize;
import aegle.sharing.ConnectionProfile;
import aegle.sharing.LedgerRefusalException;
import aegle.sharing.SharingException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Asks every hospital's contract through its own peer, and has the network's founding said, which works once and is harmless again. */
final class FirstCalls {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final ConnectionProfile profile;
    private final Foundation foundation;
    private final Clock clock;

    FirstCalls(ConnectionProfile profile, Foundation foundation, Clock clock) {
        this.profile = profile;
        this.foundation = foundation;
        this.clock = clock;
    }

    void run() throws IOException {
        List<OfficerKeys> officers = foundation.officers();
        try {
            OfficerKeys first = officers.getFirst();
            Together.each(profile.peers(), peer -> awaitAnswer(peer, first));
            initialize(first);
            Together.each(profile.peers(), peer -> awaitAnswer(peer, first));
        } finally {
            officers.forEach(OfficerKeys::close);
        }
    }

    /** Wait until these hospitals' contracts answer, each through its own peer. */
    void awaitAnswer(List<ConnectionProfile.Peer> peers) throws IOException {
        List<OfficerKeys> officers = foundation.officers();
        try {
            Together.each(peers, peer -> awaitAnswer(peer, officers.getFirst()));
        } finally {
            officers.forEach(OfficerKeys::close);
        }
    }

    /** A refusal is an answer, too. */
    private void awaitAnswer(ConnectionProfile.Peer peer, OfficerKeys officer) throws IOException {
        try (var ledger = new FabricRecordLedger(only(peer), officer.certificate(), officer.key(), clock)) {
            Wait.until(PATIENCE, () -> {
                try {
                    ledger.evaluate(new FindMemberByKey(officer.officer().key()));
                    return Optional.empty();
                } catch (LedgerRefusalException e) {
                    return Optional.empty();
                } catch (SharingException e) {
                    return Optional.of(peer.hospitalName() + " does not answer: " + e.getMessage());
                }
            });
        }
    }

    private ConnectionProfile only(ConnectionProfile.Peer peer) {
        return new ConnectionProfile(
                profile.name(),
                profile.kind(),
                profile.networkId(),
                profile.channel(),
                profile.contract(),
                List.of(peer),
                profile.membership(),
                profile.membershipRoots(),
                profile.stores());
    }

    private void initialize(OfficerKeys officer) throws IOException {
        Founding founding = foundation.founding();
        try (var ledger = new FabricRecordLedger(profile, officer.certificate(), officer.key(), clock)) {
            Wait.until(PATIENCE, () -> {
                try {
                    ledger.submit(new Initialize(founding.network(), founding.officers()));
                    return Optional.empty();
                } catch (LedgerRefusalException e) {
                    throw new IOException("the hospitals refuse the founding", e);
                } catch (SharingException e) {
                    return Optional.of("the network cannot be founded: " + e.getMessage());
                }
            });
        }
    }
}
