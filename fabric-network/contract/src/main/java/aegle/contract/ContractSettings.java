// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import aegle.record.call.MemberCalls.Founding;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a hospital's contract process is told: where it serves, whom it expects, which stores it guards, and the clock by which
 * it judges what others claim.
 *
 * @param founding the network and the first officers that this hospital agrees to, as {@link ContractProcess} always has them;
 *     without it, for tests inside one process, whoever is first founds the network, as one of the officers that she names
 * @param clockTolerance how far a proposal's timestamp may be from this process's clock
 * @param urlValidity how long a presigned URL is good
 * @param permitAge how long a permit to open a document gets its objects
 */
public record ContractSettings(
        String channel,
        String contract,
        Optional<Founding> founding,
        List<StoreAccess> stores,
        Duration clockTolerance,
        Duration urlValidity,
        Duration permitAge,
        Clock clock) {
    private static final Duration TOLERANCE = Duration.ofSeconds(60);
    private static final Duration VALIDITY = Duration.ofSeconds(60);
    private static final Duration PERMIT_AGE = Duration.ofMinutes(2);

    public ContractSettings {
        stores = List.copyOf(stores);
    }

    /** The standard settings: a minute's tolerance, URLs good for a minute, permits good for two. */
    public static ContractSettings of(String channel, String contract, List<StoreAccess> stores, Clock clock) {
        return new ContractSettings(
                channel, contract, Optional.empty(), stores, TOLERANCE, VALIDITY, PERMIT_AGE, clock);
    }

    public ContractSettings expecting(Founding expected) {
        return new ContractSettings(
                channel, contract, Optional.of(expected), stores, clockTolerance, urlValidity, permitAge, clock);
    }

    public ContractSettings tolerating(Duration tolerance) {
        return new ContractSettings(channel, contract, founding, stores, tolerance, urlValidity, permitAge, clock);
    }
}
