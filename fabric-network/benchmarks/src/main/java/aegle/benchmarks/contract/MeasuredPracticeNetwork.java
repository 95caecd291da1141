// SPDX-License-Identifier: Apache-2.0

package aegle.benchmarks.contract;

import aegle.embedded.NetworkParts;
import aegle.embedded.PracticeNetwork;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;

/** The embedded network as a process, with the {@link MeasuredContract}. */
public final class MeasuredPracticeNetwork {
    private MeasuredPracticeNetwork() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        var parts = NetworkParts.standard(Clock.tickMillis(ZoneOffset.UTC), new SecureRandom())
                .withContract(MeasuredContract::new);
        PracticeNetwork.run(parts, arguments);
    }
}
