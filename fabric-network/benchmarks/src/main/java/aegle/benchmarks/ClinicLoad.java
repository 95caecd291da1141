// SPDX-License-Identifier: Apache-2.0

package aegle.benchmarks;

import aegle.benchmarks.clinic.InventedClinic;
import aegle.devnet.process.Together;
import aegle.record.call.Transaction;
import aegle.sharing.RecordLedger;
import aegle.sharing.SharingException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** What each user waits for while a large clinic is at work: a call every tenth of a second, whether earlier ones are done or not. */
final class ClinicLoad {
    private static final Duration BETWEEN_CALLS = Duration.ofMillis(100);
    private static final int CALLS = 60;
    private static final int ROUNDS = 3;

    private ClinicLoad() {}

    static List<Measurement> measure(Stage stage) throws IOException, SharingException {
        InventedClinic clinic = stage.clinic();
        var sideBySide = new SideBySide(clinic, MeasuredCall.CONTRACT, MeasuredCall.EMPTY);
        SideBySide.Round<Queue<Double>> atWork = calls -> waits(clinic.ledgers(), calls);
        sideBySide.rounds(1, atWork);
        var measured = new ArrayList<Measurement>();
        sideBySide.rounds(ROUNDS, atWork).forEach((call, rounds) -> {
            var millis = new Sample(rounds.stream().flatMap(Collection::stream).toList());
            measured.add(Measurement.of("clinic-" + call + "-p50", millis.median(), "ms"));
            measured.add(Measurement.of("clinic-" + call + "-p95", millis.p95(), "ms"));
        });
        return measured;
    }

    private static Queue<Double> waits(List<RecordLedger> ledgers, Supplier<Transaction<?>> calls) throws IOException {
        var millis = new ConcurrentLinkedQueue<Double>();
        long start = System.nanoTime();
        Together.each(IntStream.range(0, CALLS).boxed().toList(), number -> {
            awaitTurn(start + number * BETWEEN_CALLS.toNanos());
            RecordLedger ledger = ledgers.get(number % ledgers.size());
            millis.add(Throughput.submitted(ledger, calls.get()));
        });
        return millis;
    }

    private static void awaitTurn(long time) throws IOException {
        try {
            TimeUnit.NANOSECONDS.sleep(time - System.nanoTime());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted").initCause(e);
        }
    }
}
