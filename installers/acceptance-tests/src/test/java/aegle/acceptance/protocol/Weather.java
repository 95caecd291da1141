// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import aegle.embedded.peer.CommitFault;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Holds transactions back between gateway and orderers: their submit fails, and they commit when it clears up. */
final class Weather implements CommitFault {
    private final AtomicInteger toHold = new AtomicInteger();
    private final AtomicInteger toLose = new AtomicInteger();
    private final List<CompletableFuture<Void>> held = new CopyOnWriteArrayList<>();

    /** Hold the next transactions back. */
    void hold(int transactions) {
        toHold.set(transactions);
    }

    /** Lose the next transactions for good. */
    void lose(int transactions) {
        toLose.set(transactions);
    }

    int held() {
        return held.size();
    }

    /** From now on everything goes through, and what was held back commits. */
    void clear() {
        toHold.set(0);
        toLose.set(0);
        held.forEach(release -> release.complete(null));
        held.clear();
    }

    @Override
    public Fate fate(String transactionId) {
        if (isOneOf(toLose)) {
            return new Lost();
        } else if (isOneOf(toHold)) {
            var release = new CompletableFuture<Void>();
            held.add(release);
            return new Ghost(release);
        }
        return new Ordered();
    }

    private static boolean isOneOf(AtomicInteger left) {
        return left.getAndUpdate(count -> Math.max(0, count - 1)) > 0;
    }
}
