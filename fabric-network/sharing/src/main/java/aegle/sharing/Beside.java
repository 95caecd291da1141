// SPDX-License-Identifier: Apache-2.0

package aegle.sharing;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Something that is done while the caller does something else; whoever no longer wants it closes this.
 *
 * @param <T> what comes of it
 */
public final class Beside<T> implements AutoCloseable {
    private final ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor();
    private final Future<T> outcome;

    /** Begins. */
    public Beside(Work<T> work) {
        outcome = thread.submit(work::done);
    }

    /**
     * Wait for what comes of it.
     *
     * @throws SharingException if the work could not be done
     * @throws CancellationException if this thread is interrupted
     */
    public T await() throws SharingException {
        try {
            return outcome.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case SharingException failure -> throw failure;
                case RuntimeException failure -> throw failure;
                case null, default -> throw new IllegalStateException("what was done beside broke off", e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (CancellationException)
                    new CancellationException("nobody waits for what is done beside").initCause(e);
        }
    }

    /** Breaks off what is still under way, and does not wait for it. */
    @Override
    public void close() {
        thread.shutdownNow();
    }

    /** What is done. */
    @FunctionalInterface
    public interface Work<T> {
        T done() throws SharingException;
    }
}
