// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.unlock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.crypto.vault.Argon2Cost;
import aegle.crypto.vault.KeyVault;
import aegle.crypto.vault.KeyVaultFile;
import aegle.crypto.vault.Passphrase;
import aegle.desktop.kit.StepBar;
import aegle.desktop.testkit.ShownWindow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CreateVaultTest {
    private static final Path SHOTS = Path.of(System.getProperty("aegle.shots", "target/shots"));
    private static final String GOOD = "lantern orbit velvet march";

    @TempDir
    private Path folder;

    private final List<KeyVault> created = new ArrayList<>();

    @AfterEach
    void close() {
        created.forEach(KeyVault::close);
    }

    @Test
    void the_same_passphrase_twice_creates_a_vault_that_it_opens() throws Exception {
        KeyVaultFile file = file("vault.aegle");
        try (ShownWindow window = ShownWindow.english()) {
            show(window, file);
            window.pictures(SHOTS, "create");
            window.robot().type("new-passphrase", GOOD).awaitText("strength-sentence", "centuries");
            window.robot().type("repeated-passphrase", GOOD);
            window.pictures(SHOTS, "create-strong");
            window.robot().press(KeyCode.ENTER);
            window.awaitIdle();
        }

        assertEquals(1, created.size());
        try (Passphrase passphrase = Passphrase.of(GOOD.toCharArray());
                KeyVault vault = file.unlock(passphrase)) {
            assertFalse(vault.isLocked());
        }
    }

    @Test
    void a_passphrase_that_is_guessed_within_hours_is_refused_in_words() throws Exception {
        KeyVaultFile file = file("vault.aegle");
        try (ShownWindow window = ShownWindow.english()) {
            show(window, file);
            window.robot().type("new-passphrase", "Sommer2026").type("repeated-passphrase", "Sommer2026");
            window.robot().click("create").awaitText("new-passphrase-problem", "Add another word");
            window.pictures(SHOTS, "create-weak");
            window.awaitIdle();
            assertEquals("new-passphrase", window.robot().focused());
        }
        assertFalse(file.exists());
        assertEquals(List.of(), created);
    }

    @Test
    void two_different_passphrases_create_nothing() throws Exception {
        KeyVaultFile file = file("vault.aegle");
        try (ShownWindow window = ShownWindow.german()) {
            show(window, file);
            window.textScale(2);
            window.robot().type("new-passphrase", GOOD).type("repeated-passphrase", "lantern orbit velvet mars");
            window.robot().press(KeyCode.ENTER).awaitText("repeated-passphrase-problem", "noch nicht");
            window.pictures(SHOTS, "create-differs-200-de");
            window.awaitIdle();
            assertEquals(List.of(), window.clippedTexts());
            assertTrue(ShownWindow.onFx(() -> window.robot()
                            .stage()
                            .getScene()
                            .lookup("#strength")
                            .getLayoutBounds()
                            .getHeight()
                    > 10));
        }
        assertFalse(file.exists());
    }

    @Test
    void a_folder_that_cannot_be_written_is_said() throws Exception {
        Path inTheWay = folder.resolve("file");
        Files.writeString(inTheWay, "a file, not a folder");
        try (ShownWindow window = ShownWindow.english()) {
            show(window, new KeyVaultFile(inTheWay.resolve("vault.aegle"), new SecureRandom()));
            window.robot().type("new-passphrase", GOOD).type("repeated-passphrase", GOOD);
            window.robot().click("create").awaitText("create-problem", "cannot be saved");
            window.awaitIdle();
        }
        assertEquals(List.of(), created);
    }

    @Test
    void guess_time_grows_from_a_common_word_to_four_words() {
        assertFalse(GuessTime.of("password").isEnough());
        assertFalse(GuessTime.of("qwertz123").isEnough());
        assertTrue(GuessTime.of(GOOD).isEnough());
        assertTrue(GuessTime.of("lantern orbit").seconds() < GuessTime.of(GOOD).seconds());
        assertTrue(GuessTime.of("x".repeat(5000)).seconds() < 3600);
        assertEquals(1, new GuessTime(1e15).fraction());
    }

    private void show(ShownWindow window, KeyVaultFile file) {
        CreateVaultViewModel model = new CreateVaultViewModel(
                file, () -> Argon2Cost.FLOOR, window.background(), window.messages(), created::add);
        window.showView(() -> new CreateVaultView(
                model, window.messages(), List.of(new StepBar(1, 4, "Passphrase", window.messages()))));
    }

    private KeyVaultFile file(String name) {
        return new KeyVaultFile(folder.resolve(name), new SecureRandom());
    }
}
