// SPDX-License-Identifier: Apache-2.0

package aegle.benchmarks;

import aegle.benchmarks.clinic.InventedClinic;
import aegle.benchmarks.contract.DoNothing;
import aegle.benchmarks.contract.SameTraffic;
import aegle.record.AccessId;
import aegle.record.call.Transaction;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.function.Supplier;

/** Whose call is submitted: the hospitals' contract's, or one of two that it is measured beside. */
enum MeasuredCall {
    /** Permits opening a document: the most frequent transaction. */
    CONTRACT,
    /** Asks the peer as much, and decides nothing. */
    TRAFFIC,
    /** Does nothing. */
    EMPTY;

    private static final SecureRandom RANDOM = new SecureRandom();

    /** New calls of this kind, each of them another. */
    Supplier<Transaction<?>> calls(InventedClinic clinic) {
        return switch (this) {
            case CONTRACT -> clinic::opening;
            case TRAFFIC -> () -> new SameTraffic(AccessId.random(RANDOM).value());
            case EMPTY -> DoNothing::new;
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
