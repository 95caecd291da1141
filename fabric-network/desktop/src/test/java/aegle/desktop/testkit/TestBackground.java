// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.testkit;

import aegle.desktop.kit.BackgroundTasks;
import aegle.desktop.kit.UnexpectedFailure;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Background work for tests of view models, without JavaFX's toolkit: one thread plays the window's.
 *
 * <p>Closing fails when something unexpected happened meanwhile.
 */
public final class TestBackground implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final ExecutorService windowThread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("window").factory());
    private final List<UnexpectedFailure> unexpected = new CopyOnWriteArrayList<>();
    private final BackgroundTasks tasks = new BackgroundTasks(windowThread, unexpected::add);

    /** What a view model gets. */
    public BackgroundTasks tasks() {
        return tasks;
    }

    /** Wait until all started work has ended and its handlers have run. */
    public void awaitIdle() {
        try {
            if (!tasks.awaitIdle(LIMIT)) {
                throw new AssertionError("background work did not end within " + LIMIT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** Failures that no use case declares; reading them acknowledges them. */
    public List<UnexpectedFailure> takeUnexpected() {
        List<UnexpectedFailure> taken = List.copyOf(unexpected);
        unexpected.clear();
        return taken;
    }

    @Override
    public void close() {
        tasks.close();
        windowThread.shutdownNow();
        if (!unexpected.isEmpty()) {
            throw new AssertionError(
                    "unexpected: " + unexpected, unexpected.getFirst().cause());
        }
    }
}
