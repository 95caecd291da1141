// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import aegle.desktop.testkit.WindowRobot;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.DocumentEntry;
import aegle.wallet.trial.TrialPdf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.input.DataFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The patient's private files, and copies outside the wallet. */
class OwnFilesTest {
    @TempDir
    Path folder;

    @TempDir
    Path desk;

    @Test
    void a_file_is_added_viewed_saved_as_a_copy_and_removed() throws IOException {
        try (OpenedWallet wallet = OpenedWallet.connected(Locale.ENGLISH, folder)) {
            WindowRobot robot = wallet.robot();
            Path letter = Files.write(desk.resolve("letter.pdf"), TrialPdf.titled("Letter"));
            wallet.files().next(letter);
            robot.click("nav-files").click("files-add").awaitText("files", "letter.pdf");
            wallet.pictures("files");
            String key = key(wallet);
            robot.click("view-" + key).await("viewer-page-1").click("viewer-back");
            Path copy = desk.resolve("copy.pdf");
            wallet.files().next(copy);
            robot.click("save-" + key).awaitText("question", "not protected");
            wallet.pictures("save-copy");
            robot.click("confirm").awaitText("notice-sentence", "The copy is saved");
            assertArrayEquals(Files.readAllBytes(letter), Files.readAllBytes(copy));
            robot.click("remove-" + key).click("confirm").awaitText("files", "No files yet");
            wallet.pictures("files-empty");
        }
    }

    @Test
    void a_file_that_cannot_be_read_is_refused_by_name_of_the_trouble() {
        try (OpenedWallet wallet = OpenedWallet.connected(Locale.ENGLISH, folder)) {
            wallet.files().next(desk.resolve("gone.pdf"));
            wallet.robot()
                    .click("nav-files")
                    .click("files-add")
                    .awaitText("notice-sentence", "The file cannot be read");
        }
    }

    @Test
    void a_file_that_is_dropped_on_the_window_is_added() throws IOException {
        try (OpenedWallet wallet = OpenedWallet.connected(Locale.ENGLISH, folder)) {
            Path letter = Files.write(desk.resolve("letter.pdf"), TrialPdf.titled("Letter"));
            wallet.robot().click("nav-files").await("files-add");
            wallet.robot().drop(Map.of(DataFormat.FILES, List.of(letter.toFile())), "files-add");
            wallet.robot().awaitText("files", "letter.pdf");
        }
    }

    @Test
    void a_copy_that_is_not_wanted_after_all_is_not_written() {
        try (OpenedWallet wallet = OpenedWallet.connected(Locale.ENGLISH, folder)) {
            WindowRobot robot = wallet.robot();
            DocumentEntry entry = wallet.chen()
                    .upload(
                            DocumentCategory.LABORATORY_RESULTS,
                            "LABORATORY_REPORT",
                            "Blood count",
                            TrialPdf.titled("Blood count"));
            Path copy = desk.resolve("copy.pdf");
            wallet.files().next(copy);
            wallet.look();
            robot.click("nav-record").click("open-" + entry.id().hex()).await("viewer-page-1");
            robot.click("document-save").click("cancel").awaitGone("question");
            assertFalse(Files.exists(copy));
        }
    }

    private static String key(OpenedWallet wallet) {
        return wallet.robot()
                .onFx(() -> wallet.robot().stage().getScene().getRoot().lookup("#files").lookupAll(".card").stream()
                        .map(node -> node.getId().replace("file-", ""))
                        .findFirst()
                        .orElseThrow());
    }
}
