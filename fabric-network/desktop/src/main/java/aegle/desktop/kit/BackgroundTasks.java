// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.kit;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.util.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs use cases away from the window's thread and brings their results back to it: the only place with threads.
 *
 * <pre>{@code
 * background.run("upload a document", () -> upload.upload(file))
 *         .onSuccess(model::added)
 *         .onFailure(failure -> notices.show(texts.of(failure)))
 *         .andFinally(() -> busy.set(false))
 *         .start();
 * }</pre>
 *
 * <p>Handlers run on the window's thread, never two at once, and each piece of work ends in exactly one of success,
 * failure, cancelled or unexpected, then {@code andFinally}. A checked exception of the use case is its failure;
 * anything unchecked, also one thrown by a handler, is unexpected: it is logged with an id and goes to the one
 * consumer given here. At most four pieces of work run at a time, the others wait; watches have a thread each.
 */
public final class BackgroundTasks implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundTasks.class);
    private static final int POOL_SIZE = 4;

    private final Executor windowThread;
    private final Consumer<UnexpectedFailure> unexpected;
    private final ExecutorService pool = passingThreads();
    private final ExecutorService watchers = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("aegle-watch-", 1).factory());
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("aegle-clockwork").factory());
    private final Set<RunningWork> running = ConcurrentHashMap.newKeySet();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final Object idleness = new Object();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);

    /**
     * Create tasks that report on any thread of the caller's choice.
     *
     * @param windowThread runs the handlers one after the other; {@code Runnable::run} for tests without a toolkit
     * @param unexpected told, on that thread, of every failure that no use case declares
     */
    public BackgroundTasks(Executor windowThread, Consumer<UnexpectedFailure> unexpected) {
        this.windowThread = windowThread;
        this.unexpected = unexpected;
    }

    /** Create tasks that report on the JavaFX thread. */
    public static BackgroundTasks forWindows(Consumer<UnexpectedFailure> unexpected) {
        return new BackgroundTasks(Platform::runLater, unexpected);
    }

    /** Prepare a use case; {@link Work#start} starts it. {@code what} names it in the log: no names, no contents. */
    public <T, E extends Exception> Work<T, E> run(String what, UseCase<T, E> useCase) {
        return new Work<>(this, what, report -> useCase.call(), false);
    }

    /** Prepare a use case that tells its progress. */
    public <T, E extends Exception> Work<T, E> run(String what, MeasuredUseCase<T, E> useCase) {
        return new Work<>(this, what, useCase, false);
    }

    /** Prepare a use case that yields nothing. */
    public <E extends Exception> Work<Completed, E> perform(String what, Action<E> action) {
        return new Work<>(this, what, report -> completed(action), false);
    }

    /**
     * Prepare a loop that blocks until something happens and ends when cancelled or closed, such as reading events.
     * It has a thread of its own and counts neither as busy nor against idleness.
     */
    public <E extends Exception> Work<Completed, E> watch(String what, Action<E> loop) {
        return new Work<>(this, what, report -> completed(loop), true);
    }

    /** Run something on the window's thread; for the rare news that no use case yields, such as a ledger event. */
    public void onWindowThread(Runnable news) {
        deliver("news", news, () -> {});
    }

    /** Run something on the window's thread once, after a delay, unless unsubscribed before. */
    public Subscription after(String what, Duration delay, Runnable then) {
        return scheduled(what, then, run -> clockwork.schedule(run, delay.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Run something on the window's thread again and again until unsubscribed. */
    public Subscription every(String what, Duration period, Runnable then) {
        long millis = period.toMillis();
        return scheduled(
                what, then, run -> clockwork.scheduleWithFixedDelay(run, millis, millis, TimeUnit.MILLISECONDS));
    }

    /** Whether any work is going on that closing would interrupt; changes on the window's thread. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /**
     * Wait until all started work has ended and its handlers have run; never call it on the window's thread.
     *
     * @return false if that took longer than {@code limit}
     */
    public boolean awaitIdle(Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        synchronized (idleness) {
            while (inFlight.get() > 0 && !pool.isShutdown()) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                TimeUnit.NANOSECONDS.timedWait(idleness, left);
            }
            return true;
        }
    }

    /** Report every exception that escapes from an event handler of the calling thread like other unexpected ones. */
    public void guardThisThread() {
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> report("handle an event", failure));
    }

    /** Cancel what runs and end all threads; handlers that have not run yet never will. */
    @Override
    public void close() {
        running.forEach(RunningWork::cancel);
        pool.shutdownNow();
        watchers.shutdownNow();
        clockwork.shutdownNow();
    }

    <T, E extends Exception> RunningWork start(Work<T, E> work) {
        RunningWork run = new RunningWork(news -> deliver(work.what(), news, () -> {}));
        running.add(run);
        if (!work.isWatch()) {
            counted(1);
        }
        try {
            (work.isWatch() ? watchers : pool).execute(() -> finish(work, run, outcome(work, run)));
        } catch (RejectedExecutionException _) {
            ended(work, run);
        }
        return run;
    }

    /** Runs the use case and says what its end means for the window. */
    @SuppressWarnings("unchecked") // a checked exception that leaves a use case is its E
    private <T, E extends Exception> Runnable outcome(Work<T, E> work, RunningWork run) {
        try {
            run.entered();
            T value = work.useCase().call(run);
            return () -> work.succeeded(value);
        } catch (InterruptedException _) {
            return work::cancelled;
        } catch (RuntimeException | Error e) {
            return run.isCancelled() ? work::cancelled : () -> report(work.what(), e);
        } catch (Exception e) {
            if (run.isCancelled()) {
                return work::cancelled;
            }
            return () -> {
                if (!work.failed((E) e)) {
                    report(work.what(), e);
                }
            };
        } finally {
            run.left();
        }
    }

    private <T, E extends Exception> void finish(Work<T, E> work, RunningWork run, Runnable outcome) {
        Runnable both = () -> {
            run.ended();
            guarded(work.what(), outcome);
            guarded(work.what(), work::ended);
        };
        deliver(work.what(), both, () -> ended(work, run));
    }

    private void ended(Work<?, ?> work, RunningWork run) {
        running.remove(run);
        if (!work.isWatch()) {
            counted(-1);
        }
    }

    private void counted(int difference) {
        inFlight.addAndGet(difference);
        deliver("busy", () -> busy.set(inFlight.get() > 0), () -> {});
        synchronized (idleness) {
            idleness.notifyAll();
        }
    }

    private void deliver(String what, Runnable news, Runnable then) {
        try {
            windowThread.execute(() -> {
                try {
                    if (!pool.isShutdown()) {
                        guarded(what, news);
                    }
                } finally {
                    then.run();
                }
            });
        } catch (RejectedExecutionException _) {
            then.run(); // the window went first
        }
    }

    private void guarded(String what, Runnable handler) {
        try {
            handler.run();
        } catch (RuntimeException | Error e) {
            report(what, e);
        }
    }

    private void report(String what, Throwable cause) {
        UnexpectedFailure failure = UnexpectedFailure.of(what, cause);
        LOG.error("{}: unexpected failure during: {}", failure.id(), what, cause);
        unexpected.accept(failure);
    }

    private Subscription scheduled(String what, Runnable then, Schedule schedule) {
        AtomicBoolean wanted = new AtomicBoolean(true);
        Runnable ifWanted = () -> {
            if (wanted.get()) {
                then.run();
            }
        };
        ScheduledFuture<?> future = schedule.begin(() -> deliver(what, ifWanted, () -> {}));
        return () -> {
            wanted.set(false);
            future.cancel(false);
        };
    }

    /** Threads that end soon without work: while one lives, Java keeps the last file's name and the like for it. */
    private static ExecutorService passingThreads() {
        var threads = new ThreadPoolExecutor(
                POOL_SIZE,
                POOL_SIZE,
                1,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("aegle-work-", 1).factory());
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    private static <E extends Exception> Completed completed(Action<E> action) throws E, InterruptedException {
        action.perform();
        return Completed.COMPLETED;
    }

    private interface Schedule {
        ScheduledFuture<?> begin(Runnable run);
    }
}
