// SPDX-License-Identifier: Apache-2.0

package aegle.client.store;

import aegle.client.store.AttemptResult.Moved;
import aegle.record.metadata.StoredObject;
import aegle.sharing.RecordStore.Gate;
import aegle.sharing.SharingException;
import java.time.Duration;

/** Puts one object into all stores at once, and gives up on the slower ones a while after the first has taken it. */
final class Upload {
    private final StoredObject object;
    private final Ciphertext content;
    private final Gate gate;
    private final StoreDeadlines deadlines;
    private final Delivery delivery;
    private final Failures failures;
    private final long start = System.nanoTime();
    private long patience = Long.MAX_VALUE;
    private int copies;

    Upload(StoredObject object, Ciphertext content, Gate gate, StoreDeadlines deadlines, Delivery delivery) {
        this.object = object;
        this.content = content;
        this.gate = gate;
        this.deadlines = deadlines;
        this.delivery = delivery;
        this.failures = new Failures(object);
    }

    /** Returns how many of the stores have the object. */
    int into(Iterable<GatedStore> stores, Attempts attempts) throws SharingException {
        stores.forEach(store -> attempts.start(store, handle -> delivery.to(store, object, content, gate, handle)));
        while (attempts.areRunning() && System.nanoTime() - start < patience) {
            attempts.next().ifPresent(ended -> note(ended, attempts));
        }
        attempts.standingStill(Duration.ZERO).forEach(GatedStore::overtaken);
        if (copies == 0) {
            throw failures.verdict();
        }
        attempts.complete();
        return copies;
    }

    /** How one store is given the object. */
    @FunctionalInterface
    interface Delivery {
        AttemptResult to(GatedStore store, StoredObject object, Ciphertext content, Gate gate, CallHandle handle);
    }

    /** Those that stood still lately are given only a moment, enough to show that they are back. */
    private void note(Attempts.Ended ended, Attempts attempts) {
        failures.note(ended.store().id(), ended.result());
        if (ended.result() instanceof Moved) {
            copies++;
            long taken = System.nanoTime() - start;
            Duration grace = attempts.anyReachable() ? deadlines.grace() : deadlines.hedge();
            patience = taken + Math.max(taken, grace.toNanos());
        }
    }
}
