// SPDX-License-Identifier: Apache-2.0

package aegle.client.store;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;

/** The handle on one attempt's HTTP calls: ends them from another thread, and knows when bytes last moved. */
final class CallHandle {
    private final AtomicReference<@Nullable Call> current = new AtomicReference<>();
    private final AtomicLong lastMove = new AtomicLong(System.nanoTime());
    private final LongConsumer listener;
    private volatile boolean cancelled;

    /** A handle whose listener hears how many bytes of the object have been moved. */
    CallHandle(LongConsumer listener) {
        this.listener = listener;
    }

    void begin(Call call) throws IOException {
        current.set(call);
        requireAlive();
    }

    void moved(long bytes) throws IOException {
        lastMove.set(System.nanoTime());
        listener.accept(bytes);
        requireAlive();
    }

    long nanosSinceLastMove() {
        return System.nanoTime() - lastMove.get();
    }

    boolean isCancelled() {
        return cancelled;
    }

    void cancel() {
        cancelled = true;
        Call call = current.get();
        if (call != null) {
            call.cancel();
        }
    }

    private void requireAlive() throws IOException {
        if (cancelled) {
            throw new IOException("cancelled");
        }
    }
}
