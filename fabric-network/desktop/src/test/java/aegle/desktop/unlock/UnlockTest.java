// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.unlock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.crypto.vault.Argon2Cost;
import aegle.crypto.vault.KeyVault;
import aegle.crypto.vault.KeyVaultFile;
import aegle.crypto.vault.Passphrase;
import aegle.desktop.kit.ActionButton;
import aegle.desktop.testkit.ShownWindow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnlockTest {
    private static final Path SHOTS = Path.of(System.getProperty("aegle.shots", "target/shots"));
    private static final String RIGHT = "lantern orbit velvet march";

    @TempDir
    private Path folder;

    private Path path = Path.of("");
    private final List<KeyVault> opened = new ArrayList<>();

    @BeforeEach
    void create_a_vault() throws IOException {
        path = folder.resolve("vault.aegle");
        try (Passphrase passphrase = Passphrase.of(RIGHT.toCharArray());
                KeyVault vault = file().create(passphrase, Argon2Cost.FLOOR)) {
            vault.put("note", new byte[] {1});
            vault.save();
        }
    }

    @AfterEach
    void close() {
        opened.forEach(KeyVault::close);
    }

    @Test
    void the_right_passphrase_opens_the_vault_and_is_forgotten() throws Exception {
        try (ShownWindow window = ShownWindow.english()) {
            UnlockViewModel model = show(window);
            window.pictures(SHOTS, "unlock");
            window.robot().type("passphrase", RIGHT).press(KeyCode.ENTER);
            window.awaitIdle();

            assertEquals(1, opened.size());
            assertTrue(opened.getFirst().entry("note").isPresent());
            assertEquals("", ShownWindow.onFx(() -> model.passphraseProperty().get()));
        }
    }

    @Test
    void a_wrong_passphrase_is_said_and_the_field_is_ready_to_type_over() throws Exception {
        try (ShownWindow window = ShownWindow.english()) {
            show(window);
            window.robot()
                    .type("passphrase", "lantern orbit velvet april")
                    .click("unlock")
                    .awaitText("passphrase-problem", "That is not the passphrase");
            window.pictures(SHOTS, "unlock-wrong");
            assertEquals("passphrase", window.robot().focused());
            assertFalse(window.robot().isSeen("passphrase-advice"));

            window.robot().type("passphrase", RIGHT).press(KeyCode.ENTER);
            window.awaitIdle();
            assertEquals(1, opened.size());
            assertFalse(window.robot().isSeen("passphrase-problem"));
        }
    }

    @Test
    void a_damaged_file_is_said_differently_and_stays_as_it_is() throws Exception {
        byte[] bytes = Files.readAllBytes(path);
        bytes[bytes.length - 1] ^= 1;
        Files.write(path, bytes);
        try (ShownWindow window = ShownWindow.german()) {
            show(window);
            window.textScale(2);
            window.robot().type("passphrase", RIGHT).press(KeyCode.ENTER).awaitText("passphrase-problem", "beschädigt");
            window.robot().awaitText("passphrase-advice", "Sicherungskopie");
            window.pictures(SHOTS, "unlock-damaged-200-de");

            assertEquals(List.of(), window.clippedTexts());
            assertEquals(List.of(), opened);
            org.junit.jupiter.api.Assertions.assertArrayEquals(bytes, Files.readAllBytes(path));
        }
    }

    @Test
    void a_file_of_a_newer_program_and_a_missing_file_have_their_own_sentences() throws Exception {
        byte[] bytes = Files.readAllBytes(path);
        bytes[8] = 99;
        Files.write(path, bytes);
        try (ShownWindow window = ShownWindow.english()) {
            show(window);
            window.robot().type("passphrase", RIGHT).click("unlock").awaitText("passphrase-problem", "newer version");
            Files.delete(path);
            window.robot().click("unlock").awaitText("passphrase-problem", "cannot be read");
        }
    }

    @Test
    void the_passphrase_can_be_looked_at_and_is_hidden_again_when_the_lock_leaves() throws Exception {
        try (ShownWindow window = ShownWindow.english()) {
            show(window);
            window.robot().type("passphrase", "abc");
            assertEquals(1, fields(window, false));
            window.robot().click("passphrase-reveal");
            assertEquals(0, fields(window, false));
            assertEquals("abc", window.robot().text("passphrase"));

            ShownWindow.onFx(() -> {
                window.shell().uncover();
                return true;
            });
            show(window);
            assertEquals("", window.robot().text("passphrase"));
        }
    }

    @Test
    void the_keyboard_alone_reaches_everything() throws Exception {
        try (ShownWindow window = ShownWindow.english()) {
            window.showView(() -> new UnlockView(
                    model(window),
                    window.messages(),
                    ActionButton.quiet("restore", "_Restore from my recovery kit", () -> {})));
            Set<String> reached = new HashSet<>();
            for (int i = 0; i < 6; i++) {
                reached.add(window.robot().focused());
                window.robot().press(KeyCode.TAB);
            }
            window.robot().focus("restore");
            window.pictures(SHOTS, "unlock-focus");
            assertEquals(Set.of("passphrase", "passphrase-reveal", "unlock", "restore"), reached);
        }
    }

    private static long fields(ShownWindow window, boolean plain) {
        return ShownWindow.onFx(() -> window.robot().stage().getScene().getRoot().lookupAll(".password-field").stream()
                .filter(node -> node.isVisible() != plain)
                .count());
    }

    private UnlockViewModel show(ShownWindow window) {
        UnlockViewModel model = model(window);
        window.showView(() -> new UnlockView(model, window.messages()));
        return model;
    }

    private UnlockViewModel model(ShownWindow window) {
        return new UnlockViewModel(file(), window.background(), window.messages(), opened::add);
    }

    private KeyVaultFile file() {
        return new KeyVaultFile(path, new SecureRandom());
    }
}
