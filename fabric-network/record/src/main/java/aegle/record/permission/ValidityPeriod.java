// SPDX-License-Identifier: Apache-2.0

package aegle.record.permission;

import java.time.Instant;

/** From when to when a permission counts, by the ledger's time: {@code from} inclusive, {@code to} exclusive. */
public record ValidityPeriod(Instant from, Instant to) {
    public ValidityPeriod {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a permission ends after it begins");
        }
    }

    public boolean isBefore(Instant time) {
        return !time.isBefore(to);
    }

    public boolean isAfter(Instant time) {
        return time.isBefore(from);
    }

    public boolean contains(Instant time) {
        return !isBefore(time) && !isAfter(time);
    }
}
