// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.desktop.testkit.WindowRobot;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.DocumentEntry;
import aegle.sharing.LedgerRefusalException;
import aegle.sharing.LedgerUnavailableException;
import aegle.sharing.OperationPendingException;
import aegle.sharing.SharingException;
import aegle.wallet.trial.TrialPdf;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the patient sees when something does not go as it should. */
class TroubleTest {
    @TempDir
    Path folder;

    @Test
    void without_a_hospital_the_last_state_and_the_six_words_stay() {
        try (OpenedWallet wallet = OpenedWallet.connected(Locale.ENGLISH, folder)) {
            WindowRobot robot = wallet.robot();
            wallet.allowChen();
            robot.click("allow-done").awaitText("permissions", "Dr. Mei Chen");
            wallet.network().ledger().failAll(offline());
            wallet.look();
            robot.awaitText("permissions-stale", "No hospital answers");
            robot.awaitText("status-hospital", "No hospital answers").awaitText("permissions", "Dr. Mei Chen");
            wallet.pictures("home-offline");
            robot.click("nav-words").await("word-6");
            robot.click("nav-home").click("stop-" + permission(wallet)).click("confirm");
            robot.awaitText("notice-sentence", "No hospital answers");
            assertFalse(wallet.network().ledger().permissions().getFirst().isRevoked());
            wallet.network().ledger().recover();
            robot.click("notice-close").click("refresh").awaitGone("permissions-stale");
        }
    }

    @Test
    void a_screen_that_never_could_be_read_says_so_and_offers_to_try_again() {
        try (OpenedWallet wallet = OpenedWallet.connected(Locale.ENGLISH, folder)) {
            wallet.network().ledger().fail("listAccessEvents", offline());
            wallet.restart();
            WindowRobot robot = wallet.robot();
            robot.fill("passphrase", OpenedWallet.PASSPHRASE).click("unlock").click("nav-activity");
            robot.awaitText("events", "No hospital answers");
            wallet.pictures("activity-offline");
            wallet.network().ledger().recover();
            robot.click("events-retry").awaitText("events", "Nothing has happened yet");
        }
    }

    @Test
    void a_refused_permission_says_why_and_gives_nothing() {
        try (OpenedWallet wallet = OpenedWallet.connected(Locale.ENGLISH, folder)) {
            WindowRobot robot = wallet.robot();
            wallet.network()
                    .ledger()
                    .fail("grantPermission", new LedgerRefusalException(LedgerErrorCode.ATTESTATION_LAPSED, "lapsed"));
            robot.click("nav-allow").fill("find-clinician", "1234567893").click("clinician-1234567893");
            robot.click("words-skip").click("allow-template").await("allow-sentence");
            robot.click("allow").awaitText("allow-problem", "verification of this person has run out");
            wallet.pictures("allow-refused");
            assertEquals(List.of(), wallet.network().ledger().permissions());
        }
    }

    @Test
    void a_permission_that_takes_long_is_being_saved_not_failed() {
        try (OpenedWallet wallet = OpenedWallet.connected(Locale.ENGLISH, folder)) {
            WindowRobot robot = wallet.robot();
            wallet.network()
                    .ledger()
                    .fail(
                            "grantPermission",
                            new OperationPendingException("f00dcafe0123456789", new IOException("late")));
            robot.click("nav-allow").fill("find-clinician", "chen").click("clinician-1234567893");
            robot.click("words-skip").click("allow-template").click("allow");
            robot.awaitText("notice-sentence", "This is being saved").await("allow-done");
            robot.awaitAnywhere("It is being saved, and holds as soon as that is done");
            wallet.pictures("allow-pending");
            wallet.network().ledger().recover();
            wallet.restart();
            robot.fill("passphrase", OpenedWallet.PASSPHRASE).click("unlock");
            robot.awaitText("permissions", "Dr. Mei Chen");
            assertEquals(1, wallet.network().ledger().permissions().size());
        }
    }

    @Test
    void a_label_that_fails_a_check_is_said_in_the_record() {
        try (OpenedWallet wallet = OpenedWallet.connected(Locale.ENGLISH, folder)) {
            WindowRobot robot = wallet.robot();
            DocumentEntry entry = addedSummary(wallet);
            wallet.network().store().damage(entry.objects().label().key());
            wallet.look();
            robot.click("nav-record").awaitText("distrust-" + entry.id().hex(), "a check failed");
        }
    }

    @Test
    void a_document_that_fails_a_check_is_hidden_and_cannot_be_confirmed() {
        try (OpenedWallet wallet = OpenedWallet.connected(Locale.ENGLISH, folder)) {
            WindowRobot robot = wallet.robot();
            DocumentEntry entry = addedSummary(wallet);
            wallet.network().store().damage(entry.objects().body().key());
            wallet.look();
            robot.click("nav-record").click("open-" + entry.id().hex());
            robot.awaitText("viewing-problem", "not exactly what was added");
            wallet.pictures("document-refused");
            assertFalse(robot.isSeen("document-confirm"));
            assertTrue(robot.isSeen("viewing-back"));
            robot.click("viewing-back").await("open-" + entry.id().hex());
        }
    }

    @Test
    void a_confirmation_that_the_patient_did_not_sign_is_no_mark() {
        try (OpenedWallet wallet = OpenedWallet.connected(Locale.ENGLISH, folder)) {
            WindowRobot robot = wallet.robot();
            DocumentEntry entry = addedSummary(wallet);
            wallet.network().ledger().add(entry.countersigned(entry.uploaderSignature()));
            wallet.look();
            robot.click("nav-record").awaitText("state-" + entry.id().hex(), "please look and confirm");
        }
    }

    private static SharingException offline() {
        return new LedgerUnavailableException("no peer answers", new IOException("no route"));
    }

    private static DocumentEntry addedSummary(OpenedWallet wallet) {
        return wallet.chen()
                .upload(DocumentCategory.RADIATION_DOSE, "TREATMENT_SUMMARY", "Summary", TrialPdf.titled("Summary"));
    }

    private static String permission(OpenedWallet wallet) {
        return wallet.network().ledger().permissions().getFirst().id().hex();
    }
}
