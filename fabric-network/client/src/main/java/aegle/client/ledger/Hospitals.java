// SPDX-License-Identifier: Apache-2.0

package aegle.client.ledger;

import aegle.client.ledger.Diagnosis.HospitalsDisagree;
import aegle.client.ledger.Diagnosis.HospitalsMissing;
import aegle.client.ledger.Diagnosis.PeerUnusable;
import aegle.client.ledger.Diagnosis.Refused;
import aegle.sharing.LedgerRefusalException;
import aegle.sharing.LedgerUnavailableException;
import aegle.sharing.SharingException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.hyperledger.fabric.client.CommitStatusException;
import org.hyperledger.fabric.client.GatewayException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hospitals' peers in the profile's order, the own hospital's first; those that have just failed or were silent stand back.
 *
 * <p>Whoever has seen a transaction of hers committed is never answered by a peer that lacks it, as long as another one has it.
 */
final class Hospitals implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Hospitals.class);
    private static final int ROUNDS = 4;
    private static final Duration BETWEEN_ROUNDS = Duration.ofMillis(1500);
    private static final int ATTEMPTS_TO_AGREE = 6;
    private static final Duration AFTER_DISAGREEMENT = Duration.ofMillis(100);
    private static final Duration CATCHING_UP = Duration.ofSeconds(2);
    private static final Duration FOREVER = Duration.ofDays(1);

    private final List<HospitalPeer> peers;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicReference<Committed> lastWritten = new AtomicReference<>(Committed.NOTHING);
    private volatile String answering = "";
    private volatile Consumer<HospitalPeer> whenSilent = _ -> {};

    Hospitals(List<HospitalPeer> peers) {
        this.peers = List.copyOf(peers);
    }

    /** Have somebody hear of each peer that did not answer in time. */
    void onSilence(Consumer<HospitalPeer> listener) {
        whenSilent = listener;
    }

    List<HospitalPeer> inOrder() {
        long now = System.nanoTime();
        return peers.stream()
                .sorted(Comparator.comparingLong(peer -> peer.nanosAvoidedFrom(now)))
                .toList();
    }

    String answering() {
        return answering;
    }

    void answered(HospitalPeer peer) {
        answering = peer.hospital();
    }

    /**
     * Ask one peer after the other, and all of them again after a while if hospitals are missing. Only for what leaves no trace.
     *
     * @param patience with a silent peer, until the next one is asked too
     * @param silence hears of each that was silent so long
     * @throws LedgerRefusalException if the contract refuses
     * @throws LedgerUnavailableException if nobody could answer
     */
    <T> T ask(Duration patience, Question<T> question, Consumer<HospitalPeer> silence) throws SharingException {
        for (int round = 1; ; round++) {
            var troubles = new Troubles(silence);
            Optional<T> answer = first(patience, peer -> agreed(peer, question), troubles);
            if (answer.isPresent()) {
                return answer.get();
            }
            if (!troubles.worthWaiting || round == ROUNDS) {
                throw unavailable(troubles.worthWaiting, troubles.last);
            }
            pause(BETWEEN_ROUNDS);
        }
    }

    /**
     * Put a question to one peer, and also to the next whenever all those asked have failed or one was silent for so long.
     *
     * @return the first answer; nothing if all have failed
     * @throws CancellationException if this thread is interrupted
     */
    <T> Optional<T> first(Duration patience, Question<T> question, Listener listener) throws SharingException {
        var untried = new ArrayDeque<>(inOrder());
        try (var inquiry = new Inquiry<>(question)) {
            while (!untried.isEmpty() || !inquiry.silent().isEmpty()) {
                if (!untried.isEmpty()) {
                    inquiry.put(untried.remove());
                }
                var reply = inquiry.next(untried.isEmpty() ? FOREVER : patience);
                if (reply.isEmpty()) {
                    inquiry.silent().forEach(listener::silent);
                    continue;
                }
                try {
                    T answer = reply.get().said().get();
                    answered(reply.get().peer());
                    return Optional.of(answer);
                } catch (GatewayException e) {
                    listener.failed(reply.get().peer(), e);
                }
            }
        }
        return Optional.empty();
    }

    /** Ask a peer last for a while that should have answered at once. */
    void avoid(HospitalPeer silent) {
        LOG.warn("{} is silent", silent.hospital());
        silent.failed();
        whenSilent.accept(silent);
    }

    /** Remember a transaction of this program's own that is on the ledger, for {@link #ask}. */
    void written(Committed transaction) {
        lastWritten.accumulateAndGet(transaction, Committed::later);
    }

    /** Asks one peer, and again while the others are not where it is: blocks do not reach all of them at the same moment. */
    private <T> T agreed(HospitalPeer peer, Question<T> question) throws GatewayException {
        for (int attempt = 1; ; attempt++) {
            try {
                catchUp(peer);
                return question.of(peer);
            } catch (GatewayException e) {
                requireNotInterrupted();
                if (attempt == ATTEMPTS_TO_AGREE || !(Diagnosis.of(e) instanceof HospitalsDisagree)) {
                    throw e;
                }
                LOG.debug("{} and other hospitals disagree", peer.hospital(), e);
                pause(AFTER_DISAGREEMENT.multipliedBy(attempt));
            }
        }
    }

    /** Waits a little until a peer has the last own transaction: it might answer as if that had never happened. */
    private void catchUp(HospitalPeer peer) {
        Committed last = lastWritten.get();
        if (!peer.hasReached(last)) {
            try {
                peer.awaitCommit(last.transactionId(), CATCHING_UP);
            } catch (CommitStatusException e) {
                requireNotInterrupted();
                LOG.debug("{} lags behind", peer.hospital(), e);
            }
        }
    }

    /**
     * Let time pass: {@code about} as long as that, at random, so that two who were in each other's way do not meet again.
     *
     * @throws CancellationException if this thread is interrupted or the ledger closed
     */
    void pause(Duration about) {
        long nanos = about.toNanos();
        try {
            if (closed.await(
                    ThreadLocalRandom.current().nextLong(nanos / 2, nanos + nanos / 2), TimeUnit.NANOSECONDS)) {
                throw new CancellationException("the ledger was closed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (CancellationException) new CancellationException("interrupted").initCause(e);
        }
    }

    /** Stop if somebody has asked this thread to; gRPC itself only fails the call. */
    static void requireNotInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted");
        }
    }

    boolean isClosed() {
        return closed.getCount() == 0;
    }

    @Override
    public void close() {
        closed.countDown();
        peers.forEach(HospitalPeer::close);
    }

    /** Tells whether it may be different in a second or two. */
    private boolean note(HospitalPeer peer, GatewayException error) throws LedgerRefusalException {
        return switch (Diagnosis.of(error)) {
            case Refused(var code, var message) -> {
                answered(peer);
                throw new LedgerRefusalException(code, message);
            }
            case HospitalsDisagree(var byOthers) -> {
                answered(peer);
                if (byOthers.isPresent()) {
                    throw new LedgerRefusalException(
                            byOthers.get().code(), byOthers.get().message());
                }
                LOG.warn("{} and other hospitals come to different results", peer.hospital());
                yield true;
            }
            case PeerUnusable(var message) -> {
                LOG.warn("{} cannot be used: {}", peer.hospital(), message);
                peer.failed();
                yield false;
            }
            case HospitalsMissing(var message) -> {
                LOG.warn("{} finds too few hospitals: {}", peer.hospital(), message);
                answered(peer);
                yield true;
            }
        };
    }

    private LedgerUnavailableException unavailable(boolean hospitalsMissing, @Nullable GatewayException last) {
        String message = hospitalsMissing ? "too few hospitals answer to decide" : "no hospital answers";
        return new LedgerUnavailableException(message, last == null ? new CancellationException(message) : last);
    }

    /** Hears of those who were asked and did not answer. */
    @FunctionalInterface
    interface Listener {
        void failed(HospitalPeer peer, GatewayException error) throws SharingException;

        default void silent(HospitalPeer peer) {}
    }

    /** What keeps peers from answering. */
    private final class Troubles implements Listener {
        private final Consumer<HospitalPeer> silence;
        private boolean worthWaiting;
        private @Nullable GatewayException last;

        Troubles(Consumer<HospitalPeer> silence) {
            this.silence = silence;
        }

        @Override
        public void failed(HospitalPeer peer, GatewayException error) throws LedgerRefusalException {
            worthWaiting |= note(peer, error);
            last = error;
        }

        @Override
        public void silent(HospitalPeer peer) {
            silence.accept(peer);
        }
    }

    /** What a peer is asked. */
    @FunctionalInterface
    interface Question<T> {
        T of(HospitalPeer peer) throws GatewayException;
    }
}
