// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import aegle.desktop.testkit.WindowRobot;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody who has no mouse. */
class KeyboardTest {
    private static final int MOST_TABS = 40;

    @TempDir
    Path folder;

    @Test
    void a_clinician_is_allowed_by_keys_alone() {
        try (OpenedWallet wallet = OpenedWallet.connected(Locale.ENGLISH, folder)) {
            WindowRobot robot = wallet.robot();
            robot.press(KeyCode.CONTROL, KeyCode.DIGIT2).await("find-clinician");
            assertEquals("find-clinician", robot.focused());
            for (KeyCode letter : List.of(KeyCode.C, KeyCode.H, KeyCode.E, KeyCode.N)) {
                robot.press(letter);
            }
            robot.await("clinician-1234567893");
            tabTo(robot, "clinician-1234567893");
            robot.press(KeyCode.SPACE).await("words-same");
            robot.press(KeyCode.ENTER).await("category-LABORATORY_RESULTS");
            tabTo(robot, "category-LABORATORY_RESULTS");
            robot.press(KeyCode.SPACE);
            tabTo(robot, "allow-next");
            robot.press(KeyCode.ENTER).await("until-VISIT");
            assertEquals("until-THIRTY_DAYS", robot.focused());
            robot.press(KeyCode.UP);
            tabTo(robot, "allow-next");
            robot.press(KeyCode.ENTER)
                    .awaitText("allow-sentence", "can read your laboratory results, until the end of June 16, 2026");
            robot.press(KeyCode.ENTER).await("allow-done");
            robot.press(KeyCode.ENTER).await("permissions");
            robot.awaitText("permissions", "Dr. Mei Chen");
            assertEquals(1, wallet.network().ledger().permissions().size());
        }
    }

    @Test
    void escape_goes_back_step_by_step() {
        try (OpenedWallet wallet = OpenedWallet.connected(Locale.ENGLISH, folder)) {
            WindowRobot robot = wallet.robot();
            robot.click("nav-allow").fill("find-clinician", "chen").click("clinician-1234567893");
            robot.click("words-same").await("allow-template");
            robot.press(KeyCode.ESCAPE).await("words-same");
            robot.press(KeyCode.ESCAPE).await("find-clinician");
        }
    }

    private static void tabTo(WindowRobot robot, String id) {
        for (int i = 0; i < MOST_TABS && !robot.focused().equals(id); i++) {
            robot.press(KeyCode.TAB);
        }
        assertEquals(id, robot.focused());
    }
}
