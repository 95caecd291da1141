// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import aegle.sharing.SharingException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** What one user does again and again, until it is ended: when it worked, how long it took, and what went wrong. */
final class Routine {
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration FAREWELL = Duration.ofMinutes(3);

    private final String user;
    private final Function<SharingException, String> shown;
    private final Step step;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Map<String, Integer> errors = new TreeMap<>();
    private final TreeSet<String> texts = new TreeSet<>();
    private final Thread thread;
    private long last;
    private int done;
    private long longestGap;
    private long longestCall;

    private Routine(String user, Function<SharingException, String> shown, Step step) {
        this.user = user;
        this.shown = shown;
        this.step = step;
        this.last = System.nanoTime();
        this.thread = Thread.ofPlatform().name("routine-" + user).unstarted(this::run);
    }

    /** Begin; {@code shown} is what the user's program says of a failure. */
    static Routine begin(String user, Function<SharingException, String> shown, Step step) {
        var routine = new Routine(user, shown, step);
        routine.thread.start();
        return routine;
    }

    synchronized int done() {
        return done;
    }

    /** End after the step under way. */
    Experience end() throws InterruptedException {
        ended.countDown();
        if (!thread.join(FAREWELL)) {
            noteError(System.nanoTime(), "CallWithoutEnd", "");
            thread.interrupt();
        }
        return experience();
    }

    private synchronized Experience experience() {
        return new Experience(
                user,
                done,
                Duration.ofNanos(Math.max(longestGap, System.nanoTime() - last)),
                Duration.ofNanos(longestCall),
                Map.copyOf(errors),
                new TreeSet<>(texts));
    }

    private void run() {
        try {
            do {
                take();
            } while (!ended.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void take() {
        long begun = System.nanoTime();
        try {
            if (step.take()) {
                noteSuccess(begun);
            }
        } catch (SharingException e) {
            noteError(begun, e.getClass().getSimpleName(), shown.apply(e));
        } catch (RuntimeException e) {
            noteError(begun, Experience.UNTYPED + e.getClass().getName(), String.valueOf(e.getMessage()));
        }
    }

    private synchronized void noteSuccess(long begun) {
        long now = System.nanoTime();
        done++;
        longestGap = Math.max(longestGap, now - last);
        longestCall = Math.max(longestCall, now - begun);
        last = now;
    }

    private synchronized void noteError(long begun, String type, String text) {
        longestCall = Math.max(longestCall, System.nanoTime() - begun);
        errors.merge(type, 1, Integer::sum);
        texts.add(text);
    }

    /** Tells whether there was something to do, and it worked. */
    @FunctionalInterface
    interface Step {
        boolean take() throws SharingException;
    }
}
