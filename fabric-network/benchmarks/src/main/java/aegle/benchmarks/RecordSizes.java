// SPDX-License-Identifier: Apache-2.0

package aegle.benchmarks;

import aegle.benchmarks.clinic.InventedClinic;
import aegle.sharing.ConnectionProfile.NetworkKind;
import aegle.sharing.SharingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether a clinician waits longer where there is more: in a record of 10,000 documents beside one of 10 on the same network, and on
 * a network of 100,000 records beside one of 100, which run at the same time. All by turns.
 *
 * <p>What is listed are the first documents of the list, as many as a window shows at once: with their labels kept already, and with
 * labels that are fetched.
 */
final class RecordSizes {
    private static final int FEW_DOCUMENTS = 10;
    private static final int MANY_DOCUMENTS = 10_000;
    private static final int FEW_RECORDS = 100;
    private static final int MANY_RECORDS = 100_000;
    private static final int WARM_UP = 100;
    private static final int ROUNDS = 50;
    private static final double MOST = 1.2;

    private RecordSizes() {}

    static List<Measurement> measure(Stage stage) throws IOException, SharingException {
        var measured = new ArrayList<Measurement>(documents(stage));
        measured.addAll(records(stage.kind()));
        return measured;
    }

    private static List<Measurement> documents(Stage stage) throws IOException, SharingException {
        InventedClinic few = stage.anotherClinic();
        few.fillRecord(FEW_DOCUMENTS);
        InventedClinic many = stage.anotherClinic();
        many.fillRecord(MANY_DOCUMENTS);
        var measured = new ArrayList<Measurement>(beside("record-of-10", few, "record-of-10000", many));
        measured.add(Measurement.of("record-of-10000-list-all", Stopwatch.seconds(many::listAll), "s"));
        return measured;
    }

    /** On two networks that begin together: a JVM that has worked longer is faster. */
    private static List<Measurement> records(NetworkKind kind) throws IOException, SharingException {
        try (var quiet = Stage.of(kind);
                var crowded = Stage.of(kind)) {
            InventedClinic few = quiet.anotherClinic();
            few.fillLedger(FEW_RECORDS);
            few.fillRecord(FEW_DOCUMENTS);
            InventedClinic many = crowded.anotherClinic();
            many.fillLedger(MANY_RECORDS);
            many.fillRecord(FEW_DOCUMENTS);
            return beside("ledger-of-100", few, "ledger-of-100000", many);
        }
    }

    private static List<Measurement> beside(String small, InventedClinic few, String large, InventedClinic many)
            throws IOException, SharingException {
        var measured = new ArrayList<Measurement>();
        for (Look look : Look.values()) {
            var fewMillis = new ArrayList<Double>();
            var manyMillis = new ArrayList<Double>();
            for (int i = 0; i < WARM_UP + ROUNDS; i++) {
                double one = look.millis(few);
                double other = look.millis(many);
                if (i >= WARM_UP) {
                    fewMillis.add(one);
                    manyMillis.add(other);
                }
            }
            double fewMedian = new Sample(fewMillis).median();
            double manyMedian = new Sample(manyMillis).median();
            measured.add(Measurement.of(small + "-" + look, fewMedian, "ms"));
            measured.add(Measurement.of(large + "-" + look, manyMedian, "ms"));
            measured.add(Measurement.atMost(MOST, large + "-" + look + "-ratio", manyMedian / fewMedian, "x"));
        }
        return measured;
    }

    /** What a clinician does with a record. */
    private enum Look {
        /** Lists it for the first time. */
        LIST,
        /** Lists it again. */
        AGAIN,
        /** Opens a document for the first time. */
        OPEN;

        double millis(InventedClinic clinic) throws IOException, SharingException {
            if (this != AGAIN) {
                clinic.forget();
            }
            return Stopwatch.millis(this == OPEN ? clinic::open : clinic::listNewest);
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
