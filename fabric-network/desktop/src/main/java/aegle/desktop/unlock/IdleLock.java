// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.unlock;

import aegle.desktop.kit.BackgroundTasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javafx.scene.input.InputEvent;
import javafx.stage.Window;
import javafx.util.Subscription;

/**
 * Locks a program in which nobody has touched a key or the mouse for a while, also over the computer's sleep.
 *
 * <p>It only calls back; the program covers its window and closes the vault, and so keeps its place. After locking it
 * is at rest until {@link #resume}. On the window's thread. A clock that is set back starts the time anew.
 */
public final class IdleLock implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    private final Clock clock;
    private final Runnable lock;
    private Duration limit;
    private Instant lastActivity;
    private boolean watching = true;
    private Subscription looking = Subscription.EMPTY;

    /** Call {@code lock} after {@code limit} without activity. */
    public IdleLock(Clock clock, Duration limit, Runnable lock) {
        this.clock = clock;
        this.limit = limit;
        this.lock = lock;
        this.lastActivity = clock.instant();
    }

    /** Take every event of a window as activity and look at the clock every two seconds. */
    public void watch(Window window, BackgroundTasks background) {
        window.addEventFilter(InputEvent.ANY, event -> active());
        looking = background.every("look for activity", LOOK_EVERY, this::look);
    }

    /** Note that somebody is there. */
    public void active() {
        lastActivity = clock.instant();
    }

    /** Lock if nobody has been there for long enough. */
    public void look() {
        Instant now = clock.instant();
        if (now.isBefore(lastActivity)) {
            lastActivity = now;
        }
        if (watching && !Duration.between(lastActivity, now).minus(limit).isNegative()) {
            watching = false;
            lock.run();
        }
    }

    /** Start anew after unlocking. */
    public void resume() {
        active();
        watching = true;
    }

    /** Change how long it waits. */
    public void setLimit(Duration newLimit) {
        limit = newLimit;
        active();
    }

    @Override
    public void close() {
        looking.unsubscribe();
    }
}
