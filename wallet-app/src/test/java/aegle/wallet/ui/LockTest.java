// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import aegle.desktop.testkit.WindowRobot;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.DocumentEntry;
import aegle.wallet.trial.TrialPdf;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Locking, unlocking, and starting again. */
class LockTest {
    @TempDir
    Path folder;

    @Test
    void a_wrong_passphrase_is_said_and_the_right_one_returns_to_the_same_place() {
        try (OpenedWallet wallet = OpenedWallet.connected(Locale.ENGLISH, folder)) {
            WindowRobot robot = wallet.robot();
            robot.click("nav-allow").fill("find-clinician", "chen").click("clinician-1234567893");
            robot.click("lock").fill("passphrase", "not this one").click("unlock");
            robot.awaitText("passphrase-problem", "not the passphrase");
            wallet.pictures("locked-wrong");
            robot.fill("passphrase", OpenedWallet.PASSPHRASE).click("unlock").await("words-same");
        }
    }

    @Test
    void what_was_chosen_for_a_clinician_is_still_chosen() {
        try (OpenedWallet wallet = OpenedWallet.connected(Locale.ENGLISH, folder)) {
            WindowRobot robot = wallet.robot();
            robot.click("nav-allow").fill("find-clinician", "chen").click("clinician-1234567893");
            robot.click("words-same").click("category-LABORATORY_RESULTS").click("allow-next");
            robot.click("until-VISIT").click("lock").fill("passphrase", OpenedWallet.PASSPHRASE);
            robot.click("unlock")
                    .click("allow-next")
                    .awaitText("allow-sentence", "can read your laboratory results, until the end of June 16, 2026");
        }
    }

    @Test
    void nothing_that_was_shown_is_left_in_the_window() {
        try (OpenedWallet wallet = OpenedWallet.connected(Locale.ENGLISH, folder)) {
            wallet.allowChen();
            WindowRobot robot = wallet.robot();
            robot.click("nav-words").await("six-words").click("lock").await("unlock");
            assertFalse(robot.onFx(() -> robot.stage().getScene().getRoot().lookup("#six-words") != null));
        }
    }

    @Test
    void nothing_of_an_open_document_is_left_behind_the_lock() {
        try (OpenedWallet wallet = OpenedWallet.connected(Locale.ENGLISH, folder)) {
            WindowRobot robot = wallet.robot();
            DocumentEntry entry = wallet.chen()
                    .upload(
                            DocumentCategory.LABORATORY_RESULTS,
                            "LABORATORY_REPORT",
                            "Blood count",
                            TrialPdf.titled("Blood count"));
            wallet.look();
            robot.click("nav-record").click("open-" + entry.id().hex()).await("viewer-page-1");
            robot.click("lock").await("unlock");
            assertFalse(robot.onFx(() -> robot.stage().getScene().getRoot().lookup("#viewer-page-1") != null));
            robot.fill("passphrase", OpenedWallet.PASSPHRASE).click("unlock").await("viewer-page-1");
            assertEquals("Blood count", robot.text("viewer-title"));
        }
    }

    @Test
    void a_restarted_wallet_starts_at_the_lock_and_goes_on_without_connecting_anew() {
        try (OpenedWallet wallet = OpenedWallet.connected(Locale.ENGLISH, folder)) {
            wallet.allowChen();
            wallet.network().admit(false);
            wallet.restart();
            wallet.robot()
                    .fill("passphrase", OpenedWallet.PASSPHRASE)
                    .click("unlock")
                    .awaitText("permissions", "Dr. Mei Chen");
        }
    }

    @Test
    void a_creation_that_was_interrupted_goes_on_where_it_was_left() {
        try (OpenedWallet wallet = OpenedWallet.empty(Locale.ENGLISH, folder)) {
            WindowRobot robot = wallet.robot();
            robot.click("welcome-create").fill("new-passphrase", OpenedWallet.PASSPHRASE);
            robot.fill("repeated-passphrase", OpenedWallet.PASSPHRASE)
                    .click("create")
                    .await("shown-name");
            wallet.restart();
            robot.fill("passphrase", OpenedWallet.PASSPHRASE).click("unlock");
            robot.fill("shown-name", "Anna Andersson").fill("shown-birth-date", "1968-04-23");
            robot.click("who-continue").await("connect");
            wallet.network().admit(false);
            robot.click("connect").awaitText("connect-problem", "does not answer");
            wallet.restart();
            wallet.network().admit(true);
            robot.fill("passphrase", OpenedWallet.PASSPHRASE).click("unlock").await("home-allow");
        }
    }
}
