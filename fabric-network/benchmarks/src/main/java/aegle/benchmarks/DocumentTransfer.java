// SPDX-License-Identifier: Apache-2.0

package aegle.benchmarks;

import aegle.benchmarks.clinic.InventedClinic;
import aegle.benchmarks.contract.DoNothing;
import aegle.benchmarks.store.BareStore;
import aegle.sharing.ConnectionProfile;
import aegle.sharing.ConnectionProfile.NetworkKind;
import aegle.sharing.RecordLedger;
import aegle.sharing.SharingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Uploading a document of 5 MiB and opening it, beside putting and getting as many bytes by minio-java alone and one empty call. By
 * turns. The bare store is one of the two that an upload goes to.
 */
final class DocumentTransfer {
    private static final int DOCUMENT_BYTES = 5 << 20;
    private static final int WARM_UP = 10;
    private static final int ROUNDS = 40;
    private static final double MOST = 1.3;

    private DocumentTransfer() {}

    static List<Measurement> measure(Stage stage) throws IOException, SharingException {
        if (stage.kind() != NetworkKind.EMBEDDED) {
            return List.of();
        }
        InventedClinic clinic = stage.anotherClinic();
        BareStore bare = bareStore(stage);
        RecordLedger ledger = clinic.ledgers().getFirst();
        byte[] content = clinic.noise(DOCUMENT_BYTES);
        var uploads = new ArrayList<Double>();
        var opens = new ArrayList<Double>();
        var transfers = new ArrayList<Double>();
        var submits = new ArrayList<Double>();
        for (int i = 0; i < WARM_UP + ROUNDS; i++) {
            String name = "bare-" + i;
            var draft = clinic.draft(clinic.noise(DOCUMENT_BYTES));
            double upload = Stopwatch.millis(() -> clinic.upload(draft));
            clinic.forget();
            double open = Stopwatch.millis(clinic::openUploaded);
            double transfer = Stopwatch.millis(() -> {
                bare.put(name, content);
                bare.get(name);
            });
            double submit = Stopwatch.millis(() -> ledger.submit(new DoNothing()));
            if (i >= WARM_UP) {
                uploads.add(upload);
                opens.add(open);
                transfers.add(transfer);
                submits.add(submit);
            }
        }
        double whole = new Sample(uploads).median() + new Sample(opens).median();
        double bareWhole = new Sample(transfers).median() + new Sample(submits).median();
        return List.of(
                Measurement.of("transfer-upload", new Sample(uploads).median(), "ms"),
                Measurement.of("transfer-open", new Sample(opens).median(), "ms"),
                Measurement.of("transfer-bare-put-get", new Sample(transfers).median(), "ms"),
                Measurement.of("transfer-empty-submit", new Sample(submits).median(), "ms"),
                Measurement.atMost(MOST, "transfer-per-bare", whole / bareWhole, "x"));
    }

    private static BareStore bareStore(Stage stage) throws IOException {
        var layout = stage.network().layout();
        var store = ConnectionProfile.read(layout.profile()).stores().getFirst();
        return BareStore.of(store, layout.root().resolve("network.properties"));
    }
}
