// SPDX-License-Identifier: Apache-2.0

package aegle.client.store;

import aegle.client.store.AttemptResult.Moved;
import aegle.record.metadata.StoredObject;
import aegle.sharing.RecordStore.Gate;
import aegle.sharing.SharingException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.function.Supplier;

/**
 * Gets one object from whichever store serves the ledger's bytes first: from one, then from the next as soon as all that were asked
 * have failed or stand still.
 */
final class Download<L extends Landing> {
    private final StoredObject object;
    private final Supplier<L> landings;
    private final Gate gate;
    private final Duration hedge;
    private final Failures failures;
    private final Map<GatedStore, L> landed = new HashMap<>();

    Download(StoredObject object, Supplier<L> landings, Gate gate, Duration hedge) {
        this.object = object;
        this.landings = landings;
        this.gate = gate;
        this.hedge = hedge;
        this.failures = new Failures(object);
    }

    L from(Queue<GatedStore> untried, Attempts attempts) throws SharingException {
        while (attempts.areRunning() || !untried.isEmpty()) {
            if (!untried.isEmpty() && attempts.allStandStill(hedge)) {
                start(untried.remove(), attempts);
            }
            var ended = attempts.next();
            if (ended.isPresent() && ended.get().result() instanceof Moved) {
                attempts.standingStill(hedge).forEach(GatedStore::overtaken);
                attempts.complete();
                return take(ended.get().store());
            } else if (ended.isPresent()) {
                note(ended.get());
            }
        }
        throw failures.verdict();
    }

    /** What has landed beside the winner. */
    Collection<L> leftovers() {
        return landed.values();
    }

    private void start(GatedStore store, Attempts attempts) {
        L landing = landings.get();
        landed.put(store, landing);
        attempts.start(store, handle -> {
            var result = store.get(object, landing, gate, handle);
            if (!(result instanceof Moved)) {
                landing.discard();
            }
            return result;
        });
    }

    private L take(GatedStore store) {
        L landing = landed.remove(store);
        if (landing == null) {
            throw new IllegalStateException("store " + store.id() + " was never asked");
        }
        return landing;
    }

    private void note(Attempts.Ended ended) throws SharingException {
        failures.note(ended.store().id(), ended.result());
        var refusal = failures.refusal();
        if (refusal.isPresent()) {
            throw refusal.get();
        }
    }
}
