// SPDX-License-Identifier: Apache-2.0

package aegle.benchmarks;

import aegle.benchmarks.clinic.InventedClinic;
import aegle.sharing.RecordLedger;
import aegle.sharing.SharingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What one user alone waits for a submitted call, from the call to its commit. */
final class SubmitLatency {
    /** Until the contract's JVM, too, has compiled what it runs. */
    private static final int WARM_UP = 100;

    private static final int ROUNDS = 80;

    private SubmitLatency() {}

    static List<Measurement> measure(Stage stage) throws IOException, SharingException {
        InventedClinic clinic = stage.clinic();
        RecordLedger ledger = clinic.ledgers().getFirst();
        var sideBySide = new SideBySide(clinic, MeasuredCall.CONTRACT, MeasuredCall.EMPTY);
        SideBySide.Round<Double> wait = calls -> Stopwatch.millis(() -> ledger.submit(calls.get()));
        sideBySide.rounds(WARM_UP, wait);
        var measured = new ArrayList<Measurement>();
        sideBySide.rounds(ROUNDS, wait).forEach((call, millis) -> {
            measured.add(Measurement.of("submit-" + call + "-p50", new Sample(millis).median(), "ms"));
            measured.add(Measurement.of("submit-" + call + "-p95", new Sample(millis).p95(), "ms"));
        });
        return measured;
    }
}
