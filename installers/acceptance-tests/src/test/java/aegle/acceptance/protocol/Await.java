// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Asks again and again until something holds, up to a limit. */
final class Await {
    private static final long BETWEEN_MILLIS = 50;

    private Await() {}

    static void until(Duration limit, String what, Condition condition) throws Exception {
        var never = new CountDownLatch(1);
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                fail("not within " + limit + ": " + what);
            }
            var _ = never.await(BETWEEN_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** What is waited for. */
    @FunctionalInterface
    interface Condition {
        boolean holds() throws Exception;
    }
}
