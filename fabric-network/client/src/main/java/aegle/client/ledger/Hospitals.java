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
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.client.GatewayException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The hospitals' peers in the profile's order, the own hospital's first; those that have just failed stand back. */
final class Hospitals implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Hospitals.class);
    private static final int ROUNDS = 4;
    private static final Duration BETWEEN_ROUNDS = Duration.ofMillis(1500);
    private static final int ATTEMPTS_TO_AGREE = 6;
    private static final Duration AFTER_DISAGREEMENT = Duration.ofMillis(100);

    private final List<HospitalPeer> peers;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile String answering = "";

    Hospitals(List<HospitalPeer> peers) {
        this.peers = List.copyOf(peers);
    }

    List<HospitalPeer> inOrder() {
        return peers.stream()
                .sorted(Comparator.comparing(HospitalPeer::isAvoided))
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
     * @throws LedgerRefusalException if the contract refuses
     * @throws LedgerUnavailableException if nobody could answer
     */
    <T> T ask(Question<T> question) throws SharingException {
        for (int round = 1; ; round++) {
            boolean worthWaiting = false;
            GatewayException last = null;
            for (HospitalPeer peer : inOrder()) {
                try {
                    T answer = agreed(peer, question);
                    answered(peer);
                    return answer;
                } catch (GatewayException e) {
                    worthWaiting |= note(peer, e);
                    last = e;
                }
            }
            if (!worthWaiting || round == ROUNDS) {
                throw unavailable(worthWaiting, last);
            }
            pause(BETWEEN_ROUNDS);
        }
    }

    /** Asks one peer, and again while the others are not where it is: blocks do not reach all of them at the same moment. */
    private <T> T agreed(HospitalPeer peer, Question<T> question) throws GatewayException {
        for (int attempt = 1; ; attempt++) {
            try {
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

    private boolean note(HospitalPeer peer, GatewayException error) throws LedgerRefusalException {
        requireNotInterrupted();
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

    /** What a peer is asked. */
    @FunctionalInterface
    interface Question<T> {
        T of(HospitalPeer peer) throws GatewayException;
    }
}
