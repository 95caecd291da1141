// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BackgroundTasksTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final ExecutorService windowThread =
            Executors.newSingleThreadExecutor(run -> new Thread(run, "the window"));
    private final List<UnexpectedFailure> unexpected = new CopyOnWriteArrayList<>();
    private final BackgroundTasks background = new BackgroundTasks(windowThread, unexpected::add);
    private final List<String> heard = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        background.close();
        windowThread.shutdownNow();
    }

    @Test
    void a_value_reaches_the_window_thread_and_the_work_runs_on_another() throws InterruptedException {
        background
                .run("ask", () -> Thread.currentThread().getName())
                .onSuccess(worker ->
                        heard.add(worker + " → " + Thread.currentThread().getName()))
                .andFinally(() -> heard.add("end"))
                .start();

        assertTrue(background.awaitIdle(LIMIT));
        assertEquals(List.of("aegle-work-1 → the window", "end"), heard);
    }

    @Test
    void a_typed_failure_reaches_its_handler_and_nobody_else() throws InterruptedException {
        background
                .perform("send", () -> {
                    throw new IOException("store is down");
                })
                .onDone(() -> heard.add("done"))
                .onFailure(failure -> heard.add(failure.getMessage()))
                .andFinally(() -> heard.add("end"))
                .start();

        assertTrue(background.awaitIdle(LIMIT));
        assertEquals(List.of("store is down", "end"), heard);
        assertEquals(List.of(), unexpected);
    }

    @Test
    void a_programming_mistake_is_reported_once_with_an_id_and_still_ends_the_work() throws InterruptedException {
        for (int i = 0; i < 2; i++) {
            background
                    .run("count", () -> Integer.parseInt("seven"))
                    .onSuccess(number -> heard.add("counted"))
                    .andFinally(() -> heard.add("end"))
                    .start();
        }

        assertTrue(background.awaitIdle(LIMIT));
        assertEquals(List.of("end", "end"), heard);
        assertEquals(2, unexpected.size());
        assertEquals("count", unexpected.getFirst().what());
        assertTrue(unexpected.getFirst().id().matches("[0-9A-F]{4}-[0-9A-F]{4}"));
        assertEquals(unexpected.getFirst().id(), unexpected.getLast().id());
    }

    @Test
    void mistakes_at_different_places_have_different_ids() {
        assertNotEquals(
                UnexpectedFailure.of("a", new IllegalStateException("x")).id(),
                UnexpectedFailure.of("a", new IllegalStateException("x")).id());
    }

    @Test
    void a_typed_failure_without_a_handler_is_unexpected() throws InterruptedException {
        background
                .perform("send", () -> {
                    throw new IOException("store is down");
                })
                .start();

        assertTrue(background.awaitIdle(LIMIT));
        assertEquals(1, unexpected.size());
    }

    @Test
    void a_handler_that_fails_is_unexpected_and_the_work_still_ends() throws InterruptedException {
        background
                .run("ask", () -> 7)
                .onSuccess(seven -> {
                    throw new IllegalStateException("handler");
                })
                .andFinally(() -> heard.add("end"))
                .start();

        assertTrue(background.awaitIdle(LIMIT));
        assertEquals(List.of("end"), heard);
        assertEquals(1, unexpected.size());
    }

    @Test
    void progress_arrives_in_order_and_the_last_one_always_arrives() throws InterruptedException {
        List<Long> seen = new CopyOnWriteArrayList<>();
        CountDownLatch listening = new CountDownLatch(1);
        RunningWork work = background
                .run("upload", report -> {
                    listening.await();
                    IntStream.rangeClosed(1, 1000).forEach(done -> report.progress(done, 1000));
                    return "sent";
                })
                .start();
        work.progressProperty().subscribe(progress -> seen.add(progress.done()));
        listening.countDown();

        assertTrue(background.awaitIdle(LIMIT));
        assertEquals(seen.stream().sorted().toList(), seen);
        assertEquals(1000, seen.getLast());
        assertEquals(1, work.progressProperty().get().fraction());
        assertFalse(work.runningProperty().get());
    }

    @Test
    void cancelling_interrupts_the_work_and_is_no_failure() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        RunningWork work = background
                .run("wait", () -> {
                    started.countDown();
                    return new CountDownLatch(1).await(1, TimeUnit.HOURS);
                })
                .onSuccess(never -> heard.add("done"))
                .onCancelled(() -> heard.add("cancelled"))
                .andFinally(() -> heard.add("end"))
                .start();
        started.await();

        work.cancel();

        assertTrue(background.awaitIdle(LIMIT));
        assertEquals(List.of("cancelled", "end"), heard);
        assertEquals(List.of(), unexpected);
    }

    @Test
    void work_that_was_cancelled_before_its_turn_never_runs() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        for (int i = 0; i < 4; i++) {
            background.perform("occupy", release::await).start();
        }
        RunningWork waiting = background
                .perform("late", () -> heard.add("ran"))
                .onCancelled(() -> heard.add("cancelled"))
                .start();

        waiting.cancel();
        release.countDown();

        assertTrue(background.awaitIdle(LIMIT));
        assertEquals(List.of("cancelled"), heard);
    }

    @Test
    void a_watch_is_not_waited_for_and_ends_when_closed() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        background
                .watch("events", () -> {
                    started.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } finally {
                        ended.countDown();
                    }
                })
                .start();
        started.await();

        assertTrue(background.awaitIdle(LIMIT));
        assertFalse(background.busyProperty().get());
        background.close();
        assertTrue(ended.await(20, TimeUnit.SECONDS));
    }

    @Test
    void nothing_starts_after_closing() throws InterruptedException {
        background.close();

        background.perform("late", () -> heard.add("ran")).start();

        assertTrue(background.awaitIdle(LIMIT));
        assertEquals(List.of(), heard);
    }

    @Test
    void something_scheduled_happens_unless_it_is_unsubscribed() throws InterruptedException {
        CountDownLatch happened = new CountDownLatch(1);
        background
                .after("never", Duration.ofMillis(1), () -> heard.add("never"))
                .unsubscribe();
        background.after("soon", Duration.ofMillis(20), happened::countDown);

        assertTrue(happened.await(20, TimeUnit.SECONDS));
        assertEquals(List.of(), heard);
    }
}
