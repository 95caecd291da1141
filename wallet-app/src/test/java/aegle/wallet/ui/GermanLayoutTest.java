// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import aegle.desktop.testkit.WindowRobot;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.DocumentEntry;
import aegle.record.permission.Right;
import aegle.sharing.request.RequestedAccess;
import aegle.wallet.trial.TrialPdf;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The longest language on the smallest window, with normal and with double text. */
class GermanLayoutTest {
    @TempDir
    Path folder;

    @Test
    void nothing_is_clipped_before_the_wallet_is_connected() {
        for (double scale : List.of(1.0, 2.0)) {
            try (OpenedWallet wallet = OpenedWallet.empty(Locale.GERMANY, folder.resolve("wallet-" + scale))) {
                wallet.resize(1024, 700);
                wallet.textScale(scale);
                whole(wallet, scale, "welcome");
                wallet.robot().click("welcome-create").fill("new-passphrase", "abc");
                whole(wallet, scale, "passphrase");
                wallet.robot()
                        .fill("new-passphrase", OpenedWallet.PASSPHRASE)
                        .fill("repeated-passphrase", OpenedWallet.PASSPHRASE)
                        .click("create")
                        .click("use-name")
                        .click("who-continue")
                        .awaitText("shown-name-problem", "Versichertenkarte");
                whole(wallet, scale, "who");
                wallet.robot().fill("shown-name", "Anna Andersson").fill("shown-birth-date", "23.4.1968");
                wallet.robot().awaitText("shown-birth-date-understood", "23. April 1968");
                wallet.network().admit(false);
                wallet.robot().click("who-continue").click("connect").awaitText("connect-problem", "antwortet nicht");
                whole(wallet, scale, "connect");
            }
        }
    }

    @Test
    void nothing_is_clipped_on_any_screen() {
        try (OpenedWallet wallet = OpenedWallet.connected(Locale.GERMANY, folder)) {
            wallet.resize(1024, 700);
            DocumentEntry report = wallet.chen()
                    .upload(
                            DocumentCategory.LABORATORY_RESULTS,
                            "LABORATORY_REPORT",
                            "Blutbild",
                            TrialPdf.titled("Blutbild"));
            wallet.okafor().beRefused(report.id(), LedgerErrorCode.PERMISSION_REVOKED);
            wallet.okafor().beRefusedOften(40);
            wallet.okafor().lookOffline(report.id());
            asks(wallet);
            wallet.allowChen();
            for (double scale : List.of(1.0, 2.0)) {
                wallet.textScale(scale);
                everyScreen(wallet, scale, report);
            }
        }
    }

    private static void asks(OpenedWallet wallet) {
        wallet.okafor()
                .ask(
                        wallet.handOverCode(),
                        new RequestedAccess(
                                wallet.okafor().member().id(),
                                Set.of(Right.READ, Right.WRITE),
                                Set.of(DocumentCategory.values()),
                                14,
                                "Zweitmeinung vor der Operation, bitte möglichst vor unserem Termin am Freitag."));
        wallet.look();
    }

    private static void everyScreen(OpenedWallet wallet, double scale, DocumentEntry report) {
        WindowRobot robot = wallet.robot();
        for (String place : List.of("home", "requests", "record", "files", "activity", "words")) {
            robot.click("nav-" + place);
            whole(wallet, scale, place);
        }
        robot.click("nav-record").click("open-" + report.id().hex()).await("viewer-page-1");
        whole(wallet, scale, "document");
        everyStep(wallet, scale);
        String permission =
                wallet.network().ledger().permissions().getFirst().id().hex();
        robot.click("nav-home").click("stop-" + permission).await("question");
        whole(wallet, scale, "stop");
        robot.click("cancel").click("lock").await("unlock");
        whole(wallet, scale, "locked");
        robot.fill("passphrase", OpenedWallet.PASSPHRASE).click("unlock").await("stop-" + permission);
    }

    private static void everyStep(OpenedWallet wallet, double scale) {
        WindowRobot robot = wallet.robot();
        robot.click("nav-home")
                .click("home-allow")
                .fill("find-clinician", "Okafor")
                .await("clinician-1679576722");
        whole(wallet, scale, "allow-1");
        robot.click("clinician-1679576722").click("words-differ").awaitText("allow-problem", "nicht weiter");
        whole(wallet, scale, "allow-2");
        robot.click("words-skip").click("allow-next").awaitText("allow-problem", "mindestens");
        whole(wallet, scale, "allow-3");
        robot.click("just-these").click("allow-next").awaitText("allow-problem", "mindestens ein Dokument");
        whole(wallet, scale, "allow-3-documents");
        robot.click("just-these").click("category-RADIATION_DOSE").click("allow-next");
        robot.click("until-DATE").fill("until-date", "nie").click("allow-next").awaitText("allow-problem", "Datum");
        whole(wallet, scale, "allow-4");
        robot.click("until-THIRTY_DAYS").click("allow-next").await("allow-sentence");
        whole(wallet, scale, "allow-5");
        for (int i = 0; i < 4; i++) {
            robot.click("allow-back");
        }
    }

    private static void whole(OpenedWallet wallet, double scale, String screen) {
        wallet.pictures("de-" + (int) (100 * scale) + "-" + screen);
        assertEquals(List.of(), wallet.clippedTexts(), screen + " at " + scale);
    }
}
