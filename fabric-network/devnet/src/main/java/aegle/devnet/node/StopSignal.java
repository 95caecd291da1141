// SPDX-License-Identifier: Apache-2.0

package aegle.devnet.node;

import java.util.concurrent.CountDownLatch;

/** Lets a process serve until it is asked to end (SIGTERM), and close what it has opened before it does. */
final class StopSignal implements AutoCloseable {
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    StopSignal() {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            asked.countDown();
            awaitQuietly(closed);
        }));
    }

    void await() throws InterruptedException {
        asked.await();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Everything is closed; the process may end. */
    @Override
    public void close() {
        closed.countDown();
    }
}
