// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance;

import aegle.embedded.PracticeOffice;
import aegle.embedded.StaffedNetwork;
import java.security.SecureRandom;
import java.time.Clock;

/** The network's officers, each at her own desk with her own key, deciding about everybody who waits. */
public final class OfficersAtWork {
    private final StaffedNetwork network;
    private final Clock clock;
    private final SecureRandom random;

    public OfficersAtWork(StaffedNetwork network, Clock clock, SecureRandom random) {
        this.network = network;
        this.clock = clock;
        this.random = random;
    }

    /**
     * One officer after the other proposes or attests whoever waits for her.
     *
     * @throws IllegalStateException if one could not; the log says why
     */
    public void decide() {
        try (var office = PracticeOffice.onDemand(network.profile(), network.officers(), clock, random)) {
            if (!office.decide()) {
                throw new IllegalStateException("an officer could not decide about everybody who waits");
            }
        }
    }
}
