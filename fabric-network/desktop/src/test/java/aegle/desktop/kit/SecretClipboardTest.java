// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import aegle.desktop.testkit.ShownWindow;
import java.time.Duration;
import java.util.Map;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.junit.jupiter.api.Test;

class SecretClipboardTest {
    @Test
    void what_was_copied_is_gone_after_its_time() {
        try (ShownWindow window = ShownWindow.english()) {
            SecretClipboard clipboard = new SecretClipboard(window.background(), Duration.ofMillis(300));
            assertEquals("six words", ShownWindow.onFx(() -> {
                clipboard.copy("six words");
                return Clipboard.getSystemClipboard().getString();
            }));
            window.robot()
                    .until(
                            "an empty clipboard",
                            () -> !Clipboard.getSystemClipboard().hasString());
        }
    }

    @Test
    void what_somebody_else_has_copied_since_is_left_alone() {
        try (ShownWindow window = ShownWindow.english()) {
            SecretClipboard clipboard = new SecretClipboard(window.background());
            assertEquals("shopping list", ShownWindow.onFx(() -> {
                clipboard.copy("six words");
                Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, "shopping list"));
                clipboard.close();
                return Clipboard.getSystemClipboard().getString();
            }));
        }
    }

    @Test
    void closing_empties_it_at_once() {
        try (ShownWindow window = ShownWindow.english()) {
            assertFalse(ShownWindow.onFx(() -> {
                try (SecretClipboard clipboard = new SecretClipboard(window.background())) {
                    clipboard.copy("six words");
                }
                return Clipboard.getSystemClipboard().hasString();
            }));
        }
    }
}
