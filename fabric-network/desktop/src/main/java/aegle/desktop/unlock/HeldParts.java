// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.unlock;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keys, memory and connections that are closed together, the last one first, each also when another one cannot be.
 *
 * <pre>{@code
 * try (var parts = new HeldParts()) {
 *     SealedStore memory = parts.hold(open(file), SealedStore::close);
 *     RecordLedger ledger = parts.hold(connect(), RecordLedger::close);   // fails: the memory is closed again
 *     return new Session(memory, ledger, parts.handOver());
 * }
 * }</pre>
 */
public final class HeldParts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HeldParts.class);

    private final Deque<Runnable> closings = new ArrayDeque<>();

    /** Close this part too. */
    public <T> T hold(T part, Consumer<T> closing) {
        closings.push(() -> closing.accept(part));
        return part;
    }

    /** Give everything to a new holder; closing this one closes nothing any more. */
    public HeldParts handOver() {
        var next = new HeldParts();
        next.closings.addAll(closings);
        closings.clear();
        return next;
    }

    @Override
    public void close() {
        while (!closings.isEmpty()) {
            try {
                closings.pop().run();
            } catch (RuntimeException e) {
                LOG.warn("a part of the session was not closed in order", e);
            }
        }
    }

    @Override
    public String toString() {
        return "HeldParts[secret]";
    }
}
