// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.desktop.testkit.WindowRobot;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.DocumentEntry;
import aegle.record.permission.Permission;
import aegle.record.permission.Right;
import aegle.wallet.trial.TrialPdf;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A patient's way through her wallet, in English, with pictures of every screen. */
class MainJobTest {
    @TempDir
    Path folder;

    @Test
    void a_patient_allows_confirms_stops_and_sees_what_happened() {
        try (OpenedWallet wallet = OpenedWallet.empty(Locale.ENGLISH, folder)) {
            WindowRobot robot = wallet.robot();
            creates(wallet);
            allows(wallet);

            DocumentEntry report = wallet.chen()
                    .upload(
                            DocumentCategory.LABORATORY_RESULTS,
                            "LABORATORY_REPORT",
                            "Blood count",
                            TrialPdf.titled("Blood count"));
            wallet.chen()
                    .upload(
                            DocumentCategory.RADIATION_DOSE,
                            "TREATMENT_SUMMARY",
                            "Treatment summary",
                            TrialPdf.titled("Treatment summary"));
            wallet.chen().look(report.id());
            wallet.chen().lookOffline(report.id());
            wallet.okafor().beRefused(report.id(), LedgerErrorCode.PERMISSION_UNKNOWN);
            wallet.okafor().beRefusedOften(17);
            robot.click("nav-home");
            wallet.look();
            robot.await("need-documents");
            wallet.pictures("home-needs");
            confirms(wallet, report);
            seesWhatHappened(wallet);
            stops(wallet);
        }
    }

    private static void creates(OpenedWallet wallet) {
        WindowRobot robot = wallet.robot();
        wallet.pictures("welcome");
        robot.click("welcome-create").fill("new-passphrase", OpenedWallet.PASSPHRASE);
        wallet.pictures("passphrase");
        robot.fill("repeated-passphrase", OpenedWallet.PASSPHRASE)
                .click("create")
                .await("shown-name");
        robot.click("who-continue").awaitText("shown-name-problem", "name");
        wallet.pictures("who-problem");
        robot.fill("shown-name", "Anna Andersson").fill("shown-birth-date", "4/23/1968");
        robot.awaitText("shown-birth-date-understood", "April 23, 1968");
        robot.fill("hospital-numbers", "SA-204418, UH 77").fill("postcode", "02115");
        wallet.pictures("who");
        robot.click("who-continue").await("connect");
        wallet.pictures("connect");
        robot.click("connect").await("home-allow");
        robot.awaitText("permissions", "Nobody can see your documents now");
        wallet.pictures("home-empty");
    }

    private static void allows(OpenedWallet wallet) {
        WindowRobot robot = wallet.robot();
        robot.click("home-allow").fill("find-clinician", "chen").await("clinician-1234567893");
        wallet.pictures("allow-1-person");
        robot.click("clinician-1234567893").await("words-same");
        wallet.pictures("allow-2-words");
        robot.click("words-same").click("allow-next").awaitText("allow-problem", "at least one");
        wallet.pictures("allow-3-what-problem");
        for (DocumentCategory category : DocumentCategory.values()) {
            robot.click("category-" + category.name());
        }
        robot.click("doing-READ_AND_ADD").await("doing-ADD");
        wallet.pictures("allow-3-what");
        robot.click("allow-next").click("until-TREATMENT").await("from-date");
        wallet.pictures("allow-4-until");
        robot.click("allow-next")
                .awaitText("allow-sentence", "Dr. Mei Chen can read your whole record")
                .awaitText("allow-sentence", "until the end of December 16, 2026");
        wallet.pictures("allow-5-read");
        robot.click("allow").await("allow-done");
        wallet.pictures("allow-done");
        robot.click("allow-show-words").await("word-6");
        assertEquals(
                6,
                robot.text("six-words")
                        .lines()
                        .filter(line -> line.matches("[a-z-]{3,}"))
                        .count());
        wallet.pictures("words");
        Permission given = wallet.network().ledger().permissions().getFirst();
        assertEquals(Set.of(Right.READ, Right.WRITE), given.scope().rights());
        assertEquals(Set.of(DocumentCategory.values()), given.scope().categories());
    }

    private static void confirms(OpenedWallet wallet, DocumentEntry report) {
        WindowRobot robot = wallet.robot();
        robot.click("need-documents").await("open-" + report.id().hex());
        wallet.pictures("record");
        robot.click("open-" + report.id().hex()).await("viewer-page-1");
        robot.until("the first page drawn", () -> find(robot, "#viewer-page-1 .image-view") != null);
        assertTrue(robot.onFx(
                () -> Objects.requireNonNull(find(robot, "#document-confirm")).isDisabled()));
        wallet.pictures("document-to-confirm");
        robot.press(KeyCode.END)
                .click("document-confirm")
                .await("document-confirmed")
                .await("document-next");
        wallet.pictures("document-confirmed");
        assertTrue(wallet.network()
                .ledger()
                .document(report.id())
                .orElseThrow()
                .countersignature()
                .isPresent());
        robot.click("document-next")
                .awaitText("viewer-title", "Treatment summary")
                .await("viewer-page-1");
        robot.press(KeyCode.END).click("document-confirm").await("document-confirmed");
        robot.awaitGone("document-next").click("viewer-back").awaitAnywhere("you have confirmed everything");
        robot.click("filter-EVERYTHING").awaitText("state-" + report.id().hex(), "Confirmed by you");
    }

    private static @Nullable Node find(WindowRobot robot, String selector) {
        return robot.stage().getScene().lookup(selector);
    }

    private static void seesWhatHappened(OpenedWallet wallet) {
        WindowRobot robot = wallet.robot();
        robot.click("nav-activity").awaitText("activity-count", "5 events");
        robot.awaitText("activity-refusals", "refused 17 times");
        wallet.pictures("activity");
        robot.click("kind-refused").awaitText("activity-count", "1 event");
        robot.awaitText("events", "You have not given this person a permission");
        robot.click("kind-everything");
    }

    private static void stops(OpenedWallet wallet) {
        WindowRobot robot = wallet.robot();
        String permission =
                wallet.network().ledger().permissions().getFirst().id().hex();
        robot.click("nav-home").await("stop-" + permission);
        wallet.pictures("home");
        robot.click("stop-" + permission).await("question");
        wallet.pictures("home-stop");
        robot.click("confirm").awaitGone("permission-" + permission);
        robot.awaitText("notice-sentence", "Dr. Mei Chen can no longer open your documents");
        assertTrue(wallet.network().ledger().permissions().getFirst().isRevoked());
        assertEquals(
                1,
                wallet.network()
                        .ledger()
                        .categoryKey(DocumentCategory.LABORATORY_RESULTS)
                        .epoch());
    }
}
