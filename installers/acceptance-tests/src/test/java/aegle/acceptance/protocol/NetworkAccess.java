// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import aegle.client.ledger.LedgerDeadlines;
import aegle.sharing.ConnectionProfile;
import java.time.Clock;

/** How one participant's program reaches a network: where, by which clock, and how patiently. */
record NetworkAccess(ConnectionProfile profile, Clock clock, LedgerDeadlines deadlines) {
    NetworkAccess(ConnectionProfile profile, Clock clock) {
        this(profile, clock, LedgerDeadlines.standard());
    }

    NetworkAccess by(Clock otherClock) {
        return new NetworkAccess(profile, otherClock, deadlines);
    }
}
