// SPDX-License-Identifier: Apache-2.0

package aegle.client.store;

import aegle.record.metadata.StoredObject;
import aegle.sharing.TransferProgress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** The attempts to move one object, side by side; closing ends those that still run and waits a moment for them to go. */
final class Attempts implements AutoCloseable {
    private static final Duration TICK = Duration.ofMillis(20);
    private static final Duration FAREWELL = Duration.ofSeconds(1);

    private final StoredObject object;
    private final TransferProgress progress;
    private final Executor threads;
    private final AtomicLong furthest = new AtomicLong();
    private final List<Running> running = new ArrayList<>();
    private final BlockingQueue<Ended> ended = new LinkedBlockingQueue<>();

    Attempts(StoredObject object, TransferProgress progress, Executor threads) {
        this.object = object;
        this.progress = progress;
        this.threads = threads;
    }

    void start(GatedStore store, Function<CallHandle, AttemptResult> attempt) {
        var handle = new CallHandle(this::moved);
        var started = new Running(store, handle);
        running.add(started);
        var _ = CompletableFuture.supplyAsync(() -> attempt.apply(handle), threads)
                .exceptionally(Attempts::brokenOff)
                .thenAccept(result -> ended.add(new Ended(started, result)));
    }

    /** An attempt that broke off is over like any other, or it would be waited for without end. */
    private static AttemptResult brokenOff(Throwable cause) {
        return new AttemptResult.Failed(StoreFailure.of(cause));
    }

    /**
     * Wait for a moment until one has ended.
     *
     * @throws CancellationException if the transfer shall end, or this thread
     */
    Optional<Ended> next() {
        if (progress.isCancelled()) {
            throw new CancellationException("the transfer was cancelled");
        }
        try {
            var next = Optional.ofNullable(ended.poll(TICK.toMillis(), TimeUnit.MILLISECONDS));
            next.ifPresent(end -> running.remove(end.attempt()));
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (CancellationException) new CancellationException("interrupted").initCause(e);
        }
    }

    boolean areRunning() {
        return !running.isEmpty();
    }

    /** Tells whether there is still an attempt with a store that was well the last time. */
    boolean anyReachable() {
        return running.stream().anyMatch(attempt -> attempt.store().isReachable());
    }

    boolean allStandStill(Duration patience) {
        return standingStill(patience).size() == running.size();
    }

    /** The stores whose attempts have stood still for that long. */
    List<GatedStore> standingStill(Duration patience) {
        return running.stream()
                .filter(attempt -> attempt.handle().nanosSinceLastMove() >= patience.toNanos())
                .map(Running::store)
                .toList();
    }

    void complete() {
        progress.moved(object.length(), object.length());
    }

    @Override
    public void close() {
        running.forEach(attempt -> attempt.handle().cancel());
        long end = System.nanoTime() + FAREWELL.toNanos();
        try {
            while (!running.isEmpty() && System.nanoTime() < end) {
                Ended gone = ended.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (gone != null) {
                    running.remove(gone.attempt());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void moved(long bytes) {
        if (furthest.getAndAccumulate(bytes, Math::max) < bytes) {
            progress.moved(Math.min(bytes, object.length()), object.length());
        }
    }

    /** An attempt that has begun. */
    record Running(GatedStore store, CallHandle handle) {}

    /** An attempt that is over. */
    record Ended(Running attempt, AttemptResult result) {
        GatedStore store() {
            return attempt.store();
        }
    }
}
