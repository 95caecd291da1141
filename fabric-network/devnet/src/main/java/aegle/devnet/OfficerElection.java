// SPDX-License-Identifier: Apache-2.0

package aegle.devnet;

import aegle.client.ledger.FabricRecordLedger;
import aegle.embedded.OfficerKeys;
import aegle.record.call.MemberCalls.VoteOfficer;
import aegle.record.member.Officer;
import aegle.sharing.ConnectionProfile;
import aegle.sharing.SharingException;
import java.io.IOException;
import java.time.Clock;
import java.util.List;

/** Has officers of one hospital after the other vote, until a hospital's officers are in office, or out of it. */
final class OfficerElection {
    private final ConnectionProfile profile;
    private final List<OfficerKeys> voters;
    private final Clock clock;

    /**
     * Prepare an election.
     *
     * @param voters officers in office, by hospital; stay the caller's
     */
    OfficerElection(ConnectionProfile profile, List<OfficerKeys> voters, Clock clock) {
        this.profile = profile;
        this.voters = List.copyOf(voters);
        this.clock = clock;
    }

    /**
     * Elect an officer, or vote one out; harmless if that has happened.
     *
     * @throws IOException if the votes of these hospitals do not suffice, or the ledger refuses
     */
    void decide(Officer candidate, boolean remove) throws IOException {
        for (OfficerKeys voter : voters) {
            if (isEffective(voter, new VoteOfficer(candidate, remove))) {
                return;
            }
        }
        throw new IOException("the officers' votes do not suffice to change the officers of " + candidate.hospital());
    }

    private boolean isEffective(OfficerKeys voter, VoteOfficer vote) throws IOException {
        try (var ledger = new FabricRecordLedger(profile, voter.certificate(), voter.key(), clock)) {
            return ledger.submit(vote).effective();
        } catch (SharingException e) {
            throw new IOException("an officer of " + voter.hospital() + " cannot vote", e);
        }
    }
}
