// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.desktop.testkit.WindowRobot;
import aegle.record.PermissionId;
import aegle.record.RequestId;
import aegle.record.access.RequestStatus;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.DocumentEntry;
import aegle.record.permission.Permission;
import aegle.record.permission.Right;
import aegle.sharing.LedgerUnavailableException;
import aegle.sharing.request.RequestedAccess;
import aegle.wallet.trial.TrialPdf;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answering requests, and changing what was given. */
class AnsweringTest {
    @TempDir
    Path folder;

    @Test
    void a_request_is_allowed_as_asked_through_the_sentence() {
        try (OpenedWallet wallet = OpenedWallet.connected(Locale.ENGLISH, folder)) {
            WindowRobot robot = wallet.robot();
            RequestId request = asked(wallet);
            robot.click("nav-home").await("need-requests").click("need-requests");
            robot.awaitText("request-" + request.hex(), "for 14 days");
            wallet.pictures("requests");
            robot.click("allow-" + request.hex())
                    .awaitText("allow-sentence", "Steinbrenner can read your laboratory results")
                    .awaitText("allow-sentence", "until the end of June 29, 2026");
            robot.click("allow").await("allow-done");
            assertEquals(RequestStatus.ALLOWED, status(wallet, request));
            Permission given = wallet.network().ledger().permissions().getFirst();
            assertEquals(
                    Set.of(DocumentCategory.LABORATORY_RESULTS), given.scope().categories());
            robot.click("allow-done").click("nav-requests").awaitText("requests", "Nobody asks");
            wallet.pictures("requests-empty");
        }
    }

    @Test
    void a_request_that_was_allowed_is_not_allowed_twice_when_the_answer_cannot_be_sent() {
        try (OpenedWallet wallet = OpenedWallet.connected(Locale.ENGLISH, folder)) {
            WindowRobot robot = wallet.robot();
            RequestId request = asked(wallet);
            wallet.network()
                    .ledger()
                    .fail("answerRequest", new LedgerUnavailableException("no peer answers", new IOException("gone")));
            robot.click("nav-requests").click("allow-" + request.hex());
            robot.click("allow").await("allow-done");
            robot.click("allow-done").click("nav-requests").awaitText("requests", "Nobody asks");
            assertEquals(1, wallet.network().ledger().permissions().size());
            assertEquals(RequestStatus.OPEN, status(wallet, request));

            wallet.network().ledger().recover();
            wallet.restart();
            robot.fill("passphrase", OpenedWallet.PASSPHRASE).click("unlock").click("nav-requests");
            robot.awaitText("requests", "Nobody asks");
            robot.until("an answer", () -> status(wallet, request) == RequestStatus.ALLOWED);
            assertEquals(1, wallet.network().ledger().permissions().size());
        }
    }

    @Test
    void a_request_waits_again_when_nothing_was_allowed() {
        try (OpenedWallet wallet = OpenedWallet.connected(Locale.ENGLISH, folder)) {
            WindowRobot robot = wallet.robot();
            RequestId request = asked(wallet);
            wallet.network()
                    .ledger()
                    .fail(
                            "grantPermission",
                            new LedgerUnavailableException("no peer answers", new IOException("gone")));
            robot.click("nav-requests").click("allow-" + request.hex());
            robot.click("allow").awaitText("allow-problem", "Nothing was changed");
            wallet.network().ledger().recover();
            robot.click("nav-requests").await("allow-" + request.hex());
            assertEquals(List.of(), wallet.network().ledger().permissions());
        }
    }

    @Test
    void a_request_is_allowed_in_part() {
        try (OpenedWallet wallet = OpenedWallet.connected(Locale.ENGLISH, folder)) {
            WindowRobot robot = wallet.robot();
            RequestId request = asked(wallet);
            robot.click("nav-requests").click("allow-less-" + request.hex()).click("category-LABORATORY_RESULTS");
            robot.click("category-RADIATION_DOSE")
                    .click("allow-next")
                    .click("until-VISIT")
                    .click("allow-next");
            robot.awaitText("allow-sentence", "radiation dose, until the end of June 16, 2026");
            robot.click("allow").await("allow-done");
            assertEquals(RequestStatus.ALLOWED, status(wallet, request));
        }
    }

    @Test
    void a_request_is_declined_after_asking_once() {
        try (OpenedWallet wallet = OpenedWallet.connected(Locale.ENGLISH, folder)) {
            WindowRobot robot = wallet.robot();
            RequestId request = asked(wallet);
            robot.click("nav-requests").click("decline-" + request.hex()).click("confirm");
            robot.awaitText("requests", "Nobody asks");
            assertEquals(RequestStatus.DECLINED, status(wallet, request));
            assertEquals(List.of(), wallet.network().ledger().permissions());
        }
    }

    @Test
    void a_permission_is_changed_to_single_documents_and_the_keys_move_on() {
        try (OpenedWallet wallet = OpenedWallet.connected(Locale.ENGLISH, folder)) {
            WindowRobot robot = wallet.robot();
            wallet.allowChen();
            DocumentEntry entry = wallet.chen()
                    .upload(
                            DocumentCategory.RADIATION_DOSE,
                            "TREATMENT_SUMMARY",
                            "Summary",
                            TrialPdf.titled("Summary"));
            PermissionId permission =
                    wallet.network().ledger().permissions().getFirst().id();
            robot.click("allow-done").click("refresh").await("need-documents");
            robot.click("change-" + permission.hex())
                    .click("just-these")
                    .click("pick-" + entry.id().hex());
            wallet.pictures("change-just-these");
            robot.click("allow-next").click("allow-next");
            robot.awaitText("allow-sentence", "one document that you picked, until the end of December 16, 2026");
            robot.click("allow").await("allow-done");
            Permission changed = wallet.network().ledger().permissions().getFirst();
            assertEquals(List.of(entry.id()), changed.scope().documents());
            assertEquals(Set.of(Right.READ), changed.scope().rights());
            assertTrue(wallet.network()
                            .ledger()
                            .categoryKey(DocumentCategory.LABORATORY_RESULTS)
                            .epoch()
                    > 0);
        }
    }

    private static RequestId asked(OpenedWallet wallet) {
        RequestId id = wallet.okafor()
                .ask(
                        wallet.handOverCode(),
                        new RequestedAccess(
                                wallet.okafor().member().id(),
                                Set.of(Right.READ),
                                Set.of(DocumentCategory.LABORATORY_RESULTS),
                                14,
                                "Second opinion before your surgery on Friday."))
                .id();
        wallet.network().ledger().hint();
        return id;
    }

    private static RequestStatus status(OpenedWallet wallet, RequestId request) {
        return wallet.network().ledger().request(request).orElseThrow().status();
    }
}
