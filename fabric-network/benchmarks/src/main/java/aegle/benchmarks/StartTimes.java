// SPDX-License-Identifier: Apache-2.0

package aegle.benchmarks;

import aegle.devnet.Devnet;
import aegle.sharing.SharingException;
import java.io.IOException;
import java.util.List;

/** From nothing to the contract's first answer to a committed call, and from a stopped network to the same. */
final class StartTimes {
    private StartTimes() {}

    static List<Measurement> measure(Stage stage) throws IOException, SharingException {
        if (stage.isNetworkFounded()) {
            throw new IllegalStateException("the network was founded before its founding is measured");
        }
        double found = Stopwatch.seconds(stage::network);
        Devnet network = stage.network();
        double stop = Stopwatch.seconds(network::down);
        double again = Stopwatch.seconds(network::up);
        return List.of(
                Measurement.of("start-found", found, "s"),
                Measurement.of("start-stop", stop, "s"),
                Measurement.of("start-again", again, "s"));
    }
}
