// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import aegle.desktop.kit.Dates;
import aegle.desktop.kit.Messages;
import aegle.desktop.testkit.ShownWindow;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConnectionStatusTest {
    private static final Path SHOTS = Path.of(System.getProperty("aegle.shots", "target/shots"));
    private static final Instant NOW = Instant.parse("2026-06-03T09:40:00Z");

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

    @Test
    void the_embedded_network_is_called_a_practice_network() {
        ConnectionStatusViewModel model = model(Messages.load(Locale.UK));
        model.show(status(true, Optional.of("St. Anna Hospital"), 2));

        assertEquals(
                "Practice network on this computer", model.networkProperty().get());
        assertEquals("St. Anna Hospital answers", model.hospitalProperty().get());
        assertEquals("Stores reachable: 2 of 2", model.storesProperty().get());
        assertEquals("Last sync today, 09:40", model.lastSyncProperty().get());
        assertFalse(model.storesMissingProperty().get());
    }

    @Test
    void a_real_network_is_called_by_its_name() {
        ConnectionStatusViewModel model = model(Messages.load(Locale.UK));
        model.show(status(false, Optional.of("St. Anna Hospital"), 2));

        assertEquals("Network Oncology North", model.networkProperty().get());
    }

    @Test
    void the_level_follows_hospital_and_stores() {
        assertEquals(
                ConnectionStatus.Level.ALL_WELL,
                status(true, Optional.of("St. Anna"), 2).level());
        assertEquals(
                ConnectionStatus.Level.PARTIAL,
                status(true, Optional.of("St. Anna"), 1).level());
        assertEquals(
                ConnectionStatus.Level.OFFLINE,
                status(true, Optional.empty(), 2).level());
        assertThrows(IllegalArgumentException.class, () -> status(true, Optional.empty(), 3));
    }

    @Test
    void the_line_says_connecting_then_what_is_missing() {
        try (ShownWindow window = ShownWindow.english()) {
            ConnectionStatusViewModel model = model(window.messages());
            window.showView(() -> new StatusLineView(model, window.messages()));
            window.robot().awaitText("status-hospital", "Connecting");
            assertFalse(window.robot().isSeen("status-stores"));

            ShownWindow.onFx(() -> {
                model.show(status(true, Optional.empty(), 0));
                return true;
            });
            window.robot().awaitText("status-hospital", "still works").awaitText("status-stores", "0 of 2");
            window.pictures(SHOTS, "status-offline");
        }
    }

    private ConnectionStatusViewModel model(Messages messages) {
        return new ConnectionStatusViewModel(messages, new Dates(messages, clock));
    }

    private static ConnectionStatus status(boolean practice, Optional<String> hospital, int stores) {
        return new ConnectionStatus("Oncology North", practice, hospital, stores, 2, Optional.of(NOW));
    }
}
