// SPDX-License-Identifier: Apache-2.0

package aegle.client.ledger;

import aegle.crypto.Digest;
import aegle.record.PatientPseudonym;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.client.ChaincodeEvent;
import org.hyperledger.fabric.client.CloseableIterator;
import org.hyperledger.fabric.client.GatewayRuntimeException;
import org.hyperledger.fabric.client.InMemoryCheckpointer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes the contract's hints on to whoever watches a record: one stream of events, read by one daemon thread from the first
 * subscription on, and reopened after the last event that was seen.
 *
 * <p>Events name a record by two bytes of its digest, so hints may be meant for another one. Whenever the stream begins without an
 * event to begin after, every subscriber is told shortly afterwards, because something may have happened meanwhile. Nothing that goes
 * wrong with one stream ends the watch.
 */
final class ChangeWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeWatch.class);
    private static final int BUCKET_LENGTH = 2;
    private static final int LONGEST_PAUSE_SECONDS = 10;
    private static final int SETTLING_SECONDS = 2;

    private final Hospitals hospitals;
    private final Set<Subscription> subscriptions = ConcurrentHashMap.newKeySet();
    private final InMemoryCheckpointer lastSeen = new InMemoryCheckpointer();
    private final Executor later = CompletableFuture.delayedExecutor(SETTLING_SECONDS, TimeUnit.SECONDS);
    private @Nullable Thread watcher;
    private volatile @Nullable HospitalPeer read;
    private volatile @Nullable CloseableIterator<ChaincodeEvent> stream;

    ChangeWatch(Hospitals hospitals) {
        this.hospitals = hospitals;
        hospitals.onSilence(this::leave);
    }

    AutoCloseable subscribe(PatientPseudonym record, Runnable hint) {
        byte[] digest = Digest.sha256Of(record.value().toByteArray()).bytes();
        var subscription = new Subscription(Arrays.copyOf(digest, BUCKET_LENGTH), hint);
        subscriptions.add(subscription);
        watchFromNowOn();
        return () -> subscriptions.remove(subscription);
    }

    /** Ends the stream. The hospitals must be closed first, so that it is not opened again. */
    @Override
    public void close() {
        subscriptions.clear();
        var open = stream;
        if (open != null) {
            open.close();
        }
    }

    /** A peer that answers nothing sends no events either, and its connection does not show it for minutes. */
    private void leave(HospitalPeer silent) {
        var open = stream;
        if (open != null && silent.equals(read)) {
            open.close();
        }
    }

    private synchronized void watchFromNowOn() {
        if (watcher == null) {
            watcher = Thread.ofPlatform().daemon().name("aegle-ledger-events").start(this::watch);
        }
    }

    private void watch() {
        int failures = 0;
        try {
            while (!hospitals.isClosed()) {
                var peers = hospitals.inOrder();
                failures = read(peers.get(failures % peers.size())) ? 1 : failures + 1;
                hospitals.pause(Duration.ofSeconds(Math.min(failures, LONGEST_PAUSE_SECONDS)));
            }
        } catch (CancellationException e) {
            LOG.debug("the watch over the ledger ends", e);
        }
    }

    /** Returns whether there was any event before the stream ended. */
    private boolean read(HospitalPeer peer) {
        boolean any = false;
        try (var events = peer.events(lastSeen)) {
            read = peer;
            stream = events;
            if (lastSeen.getBlockNumber().isEmpty()) {
                later.execute(() -> subscriptions.forEach(Subscription::tell));
            }
            while (!hospitals.isClosed() && events.hasNext()) {
                var event = events.next();
                any = true;
                lastSeen.checkpointChaincodeEvent(event);
                subscriptions.stream()
                        .filter(subscription -> subscription.isMeantBy(event.getPayload()))
                        .forEach(Subscription::tell);
            }
        } catch (GatewayRuntimeException e) {
            LOG.debug("{} ends the stream of events", peer.hospital(), e);
        } catch (RuntimeException e) {
            if (!hospitals.isClosed()) {
                LOG.error("the stream of events of {} failed; it is opened again", peer.hospital(), e);
            }
        }
        return any;
    }

    /** Somebody who wants to hear of a record; two of them are never the same. */
    private static final class Subscription {
        private final byte[] bucket;
        private final Runnable hint;

        private Subscription(byte[] bucket, Runnable hint) {
            this.bucket = bucket;
            this.hint = hint;
        }

        private boolean isMeantBy(byte[] payload) {
            return Arrays.equals(payload, bucket);
        }

        private void tell() {
            try {
                hint.run();
            } catch (RuntimeException e) {
                LOG.error("a listener failed on a hint", e);
            }
        }
    }
}
