// SPDX-License-Identifier: Apache-2.0

package aegle.client.ledger;

import aegle.client.ledger.Hospitals.Question;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.client.GatewayException;

/** One question, put to peers side by side; closing breaks off what is still under way. */
final class Inquiry<T> implements AutoCloseable {
    private final Question<T> question;
    private final BlockingQueue<Reply<T>> replies = new LinkedBlockingQueue<>();
    private final Map<HospitalPeer, Thread> underWay = new HashMap<>();

    Inquiry(Question<T> question) {
        this.question = question;
    }

    void put(HospitalPeer peer) {
        underWay.put(peer, Thread.startVirtualThread(() -> replies.add(reply(peer))));
    }

    private Reply<T> reply(HospitalPeer peer) {
        try {
            T answer = question.of(peer);
            return new Reply<>(peer, () -> answer);
        } catch (GatewayException e) {
            return new Reply<>(peer, () -> {
                throw e;
            });
        } catch (RuntimeException e) {
            return new Reply<>(peer, () -> {
                throw e;
            });
        }
    }

    /** Those that have not replied yet. */
    Set<HospitalPeer> silent() {
        return Set.copyOf(underWay.keySet());
    }

    /**
     * Wait for the next reply, but not longer than that.
     *
     * @throws CancellationException if this thread is interrupted
     */
    Optional<Reply<T>> next(Duration patience) {
        try {
            var reply = Optional.ofNullable(replies.poll(patience.toNanos(), TimeUnit.NANOSECONDS));
            reply.ifPresent(heard -> underWay.remove(heard.peer()));
            return reply;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (CancellationException) new CancellationException("interrupted").initCause(e);
        }
    }

    @Override
    public void close() {
        underWay.values().forEach(Thread::interrupt);
    }

    /** What one peer said. */
    record Reply<T>(HospitalPeer peer, Answer<T> said) {}

    /** An answer, or the failure that came instead. */
    @FunctionalInterface
    interface Answer<T> {
        T get() throws GatewayException;
    }
}
