// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.unlock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import aegle.desktop.kit.FxView;
import aegle.desktop.kit.Page;
import aegle.desktop.testkit.ShownWindow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Parent;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class IdleLockTest {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-06-03T09:00:00Z"));
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    private final AtomicInteger locked = new AtomicInteger();
    private final IdleLock idle = new IdleLock(clock, LIMIT, locked::incrementAndGet);

    @Test
    void it_locks_once_after_the_limit_and_not_before() {
        pass(LIMIT.minusSeconds(1));
        idle.look();
        assertEquals(0, locked.get());

        pass(Duration.ofSeconds(1));
        idle.look();
        idle.look();
        assertEquals(1, locked.get());
    }

    @Test
    void activity_starts_the_time_anew() {
        pass(LIMIT.minusSeconds(1));
        idle.active();
        pass(LIMIT.minusSeconds(1));
        idle.look();

        assertEquals(0, locked.get());
    }

    @Test
    void after_unlocking_it_locks_again() {
        pass(LIMIT);
        idle.look();
        idle.resume();
        idle.look();
        assertEquals(1, locked.get());
        pass(LIMIT);
        idle.look();
        assertEquals(2, locked.get());
    }

    @Test
    void a_clock_that_was_set_back_does_not_keep_it_open_for_longer_than_the_limit() {
        pass(Duration.ofHours(-3));
        idle.look();
        pass(LIMIT);
        idle.look();

        assertEquals(1, locked.get());
    }

    @Test
    void a_key_in_the_window_is_activity() {
        try (ShownWindow window = ShownWindow.english()) {
            Page page = ShownWindow.onFx(() -> new Page("Anything").add(new TextField()));
            window.showView(() -> new FxView() {
                @Override
                public Parent root() {
                    return page;
                }
            });
            ShownWindow.onFx(() -> {
                idle.watch(window.robot().stage(), window.background());
                return true;
            });
            pass(LIMIT.minusSeconds(1));
            window.robot().press(KeyCode.A);
            pass(Duration.ofSeconds(2));
            ShownWindow.onFx(() -> {
                idle.look();
                return true;
            });
            assertEquals(0, locked.get());

            pass(LIMIT);
            window.robot().until("the lock", () -> locked.get() == 1);
            idle.close();
        }
    }

    private void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }
}
