// SPDX-License-Identifier: Apache-2.0

package aegle.benchmarks;

import aegle.benchmarks.clinic.InventedClinic;
import aegle.benchmarks.contract.SameTraffic;
import aegle.devnet.process.Together;
import aegle.record.Bytes;
import aegle.record.call.Transaction;
import aegle.sharing.RecordLedger;
import aegle.sharing.SharingException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** How many calls are committed in a second when each of many clients makes one after the other. */
final class Throughput {
    private static final int CLIENTS = 64;
    private static final int ROUNDS = 5;
    private static final Duration WINDOW = Duration.ofSeconds(5);
    private static final double GOAL = 0.9;

    private Throughput() {}

    static List<Measurement> measure(Stage stage) throws IOException, SharingException {
        InventedClinic clinic = stage.clinic();
        clinic.ledgers().getFirst().submit(new SameTraffic(Bytes.empty()));
        var sideBySide = new SideBySide(clinic, MeasuredCall.values());
        SideBySide.Round<Window> window = calls -> window(clinic.ledgers(), calls);
        sideBySide.rounds(1, window);
        var windows = sideBySide.rounds(ROUNDS, window);
        var measured = new ArrayList<Measurement>();
        windows.keySet()
                .forEach(call -> measured.add(
                        Measurement.of("throughput-" + call, new Sample(rates(windows, call)).median(), "tx/s")));
        measured.add(
                Measurement.atLeast(GOAL, "throughput-contract-per-empty", ratio(windows, MeasuredCall.EMPTY), "x"));
        measured.add(Measurement.of("throughput-contract-per-traffic", ratio(windows, MeasuredCall.TRAFFIC), "x"));
        var waits = new Sample(windows.getOrDefault(MeasuredCall.CONTRACT, List.of()).stream()
                .flatMap(its -> its.millis().stream())
                .toList());
        measured.add(Measurement.of("throughput-contract-p50", waits.median(), "ms"));
        measured.add(Measurement.of("throughput-contract-p95", waits.p95(), "ms"));
        return measured;
    }

    private static double ratio(Map<MeasuredCall, List<Window>> windows, MeasuredCall other) {
        return Sample.ofRatios(rates(windows, MeasuredCall.CONTRACT), rates(windows, other))
                .median();
    }

    private static List<Double> rates(Map<MeasuredCall, List<Window>> windows, MeasuredCall call) {
        return windows.getOrDefault(call, List.of()).stream().map(Window::rate).toList();
    }

    private static Window window(List<RecordLedger> ledgers, Supplier<Transaction<?>> calls) throws IOException {
        var millis = new ConcurrentLinkedQueue<Double>();
        long start = System.nanoTime();
        Together.each(IntStream.range(0, CLIENTS).boxed().toList(), client -> {
            RecordLedger ledger = ledgers.get(client % ledgers.size());
            while (System.nanoTime() - start < WINDOW.toNanos()) {
                millis.add(submitted(ledger, calls.get()));
            }
        });
        return new Window(new ArrayList<>(millis), (System.nanoTime() - start) / 1e9);
    }

    /** How long the call takes, in milliseconds. */
    static double submitted(RecordLedger ledger, Transaction<?> call) throws IOException {
        try {
            return Stopwatch.millis(() -> ledger.submit(call));
        } catch (SharingException e) {
            throw new IOException("a call failed under load", e);
        }
    }

    /** What all clients did, and the seconds until the last of them was done. */
    private record Window(List<Double> millis, double seconds) {
        double rate() {
            return millis.size() / seconds;
        }
    }
}
