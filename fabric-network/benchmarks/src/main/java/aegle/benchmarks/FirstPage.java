// SPDX-License-Identifier: Apache-2.0

package aegle.benchmarks;

import aegle.benchmarks.clinic.InventedClinic;
import aegle.benchmarks.screen.ScannedPage;
import aegle.benchmarks.screen.ViewerWindow;
import aegle.sharing.RecordLedger;
import aegle.sharing.SharingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a clinician waits for the page of a document of 1 MiB that she has opened before: the ledger's permit, the sealed cache,
 * checking, decrypting, drawing. By turns with the permit alone.
 */
final class FirstPage {
    private static final int WARM_UP = 10;
    private static final int ROUNDS = 30;
    private static final double MOST_BEYOND_ANSWER = 300;
    private static final double MOST = 1000;

    private FirstPage() {}

    static List<Measurement> measure(Stage stage) throws IOException, SharingException {
        InventedClinic clinic = stage.anotherClinic();
        RecordLedger ledger = clinic.ledgers().getFirst();
        clinic.upload(clinic.draft(ScannedPage.pdf()));
        clinic.openUploaded();
        var pages = new ArrayList<Double>();
        var permits = new ArrayList<Double>();
        double first;
        try (var window = ViewerWindow.open(stage.folder().resolve("fonts"))) {
            Stopwatch.Work show = () -> window.show(clinic.openUploaded());
            first = Stopwatch.millis(show);
            for (int i = 0; i < WARM_UP + ROUNDS; i++) {
                double page = Stopwatch.millis(show);
                double permit = Stopwatch.millis(() -> ledger.submit(clinic.opening()));
                if (i >= WARM_UP) {
                    pages.add(page);
                    permits.add(permit);
                }
            }
        }
        var page = new Sample(pages);
        var permit = new Sample(permits);
        return List.of(
                Measurement.of("page-first-in-process", first, "ms"),
                Measurement.of("page-p50", page.median(), "ms"),
                Measurement.atMost(MOST, "page-p95", page.p95(), "ms"),
                Measurement.of("page-permit-p50", permit.median(), "ms"),
                Measurement.atMost(MOST_BEYOND_ANSWER, "page-beyond-permit", page.median() - permit.median(), "ms"));
    }
}
