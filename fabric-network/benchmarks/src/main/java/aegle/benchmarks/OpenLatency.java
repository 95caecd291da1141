// SPDX-License-Identifier: Apache-2.0

package aegle.benchmarks;

import aegle.benchmarks.clinic.InventedClinic;
import aegle.sharing.RecordLedger;
import aegle.sharing.SharingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a clinician waits for a document of 1 MiB that she has not opened before: permit, addresses, fetching, verifying, decrypting.
 * By turns with the permit alone, which it cannot be faster than.
 */
final class OpenLatency {
    private static final int WARM_UP = 20;
    private static final int ROUNDS = 50;
    private static final double MOST_SUBMITS = 2;

    private OpenLatency() {}

    static List<Measurement> measure(Stage stage) throws IOException, SharingException {
        InventedClinic clinic = stage.clinic();
        RecordLedger ledger = clinic.ledgers().getFirst();
        var opens = new ArrayList<Double>();
        var submits = new ArrayList<Double>();
        for (int i = 0; i < WARM_UP + ROUNDS; i++) {
            clinic.forget();
            double open = Stopwatch.millis(clinic::open);
            double submit = Stopwatch.millis(() -> ledger.submit(clinic.opening()));
            if (i >= WARM_UP) {
                opens.add(open);
                submits.add(submit);
            }
        }
        var open = new Sample(opens);
        var submit = new Sample(submits);
        return List.of(
                Measurement.of("open-p50", open.median(), "ms"),
                Measurement.of("open-p95", open.p95(), "ms"),
                Measurement.of("open-submit-p50", submit.median(), "ms"),
                Measurement.atMost(MOST_SUBMITS, "open-per-submit", open.median() / submit.median(), "x"));
    }
}
