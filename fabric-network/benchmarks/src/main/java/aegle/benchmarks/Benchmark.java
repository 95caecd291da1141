// SPDX-License-Identifier: Apache-2.0

package aegle.benchmarks;

import aegle.sharing.SharingException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be measured, in the order in which it is. */
enum Benchmark {
    /** How fast documents are sealed, beside the cipher alone; needs no network. */
    SEAL,
    /** How long the whole network takes to be founded, and to start again. */
    START,
    /** One submitted call after the other. */
    SUBMIT,
    /** Opening a document, all of it. */
    OPEN,
    /** The page of a document that was opened before, until it is on the screen. */
    PAGE,
    /** Uploading and opening a document, beside a bare store; on the embedded network only. */
    TRANSFER,
    /** Listing and opening where there is little and where there is much. */
    RECORDS,
    /** Calls as a large clinic makes them, ten in a second. */
    CLINIC,
    /** As many calls as the network carries. */
    THROUGHPUT,
    /** What the network's processes take, after whatever was measured before. */
    MEMORY;

    static Optional<Benchmark> named(String name) {
        return Arrays.stream(values())
                .filter(benchmark -> benchmark.toString().equals(name))
                .findFirst();
    }

    List<Measurement> measure(Stage stage) throws IOException, SharingException {
        return switch (this) {
            case SEAL -> SealingSpeed.measure(stage);
            case PAGE -> FirstPage.measure(stage);
            case TRANSFER -> DocumentTransfer.measure(stage);
            case RECORDS -> RecordSizes.measure(stage);
            case START -> StartTimes.measure(stage);
            case SUBMIT -> SubmitLatency.measure(stage);
            case OPEN -> OpenLatency.measure(stage);
            case CLINIC -> ClinicLoad.measure(stage);
            case THROUGHPUT -> Throughput.measure(stage);
            case MEMORY -> ResidentMemory.measure(stage);
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
