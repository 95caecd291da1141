// SPDX-License-Identifier: Apache-2.0

package aegle.devnet.process;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does the same with several things at once. */
public final class Together {
    private Together() {}

    /**
     * Do the work with each of them, and return when all is over.
     *
     * @throws IOException of the first that failed, in the list's order
     */
    public static <T> void each(List<T> things, Work<T> work) throws IOException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<T>>();
            for (T thing : things) {
                running.add(threads.submit(() -> {
                    work.with(thing);
                    return thing;
                }));
            }
            for (Future<T> future : running) {
                await(future);
            }
        }
    }

    private static <T> void await(Future<T> future) throws IOException {
        try {
            future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted").initCause(e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException failure -> throw failure;
                case RuntimeException failure -> throw failure;
                case null, default -> throw new IOException("a part of the work failed", e);
            }
        }
    }

    /** What is done with each. */
    @FunctionalInterface
    public interface Work<T> {
        void with(T thing) throws IOException;
    }
}
