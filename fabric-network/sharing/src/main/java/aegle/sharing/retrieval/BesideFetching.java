// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.retrieval;

import aegle.sharing.SharingException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A small object that is fetched while the caller fetches another one; whoever no longer wants it closes this. */
final class BesideFetching implements AutoCloseable {
    private final ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor();
    private final Future<byte[]> object;

    BesideFetching(CachedReading.Fetch fetch) {
        object = thread.submit(fetch::fetch);
    }

    /**
     * Wait for the object.
     *
     * @throws SharingException if it could not be fetched
     * @throws CancellationException if this thread is interrupted
     */
    byte[] await() throws SharingException {
        try {
            return object.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case SharingException failure -> throw failure;
                case RuntimeException failure -> throw failure;
                case null, default -> throw new IllegalStateException("fetching broke off", e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (CancellationException) new CancellationException("nobody waits for the document").initCause(e);
        }
    }

    /** Breaks off what is still under way, and does not wait for it. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
