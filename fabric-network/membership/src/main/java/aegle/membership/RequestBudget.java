// SPDX-License-Identifier: Apache-2.0

package aegle.membership;

import aegle.sharing.enrollment.RefusalCode;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How many certificates and applications one address may ask for: a hundred at once, then one a second. Remembers the last ten
 * thousand addresses, so that it costs little memory whoever asks.
 */
final class RequestBudget {
    private static final int REMEMBERED = 10_000;
    private static final Duration ONE = Duration.ofSeconds(1);
    private static final Duration FULL = ONE.multipliedBy(100);

    private final Clock clock;
    private final ReentrantLock turn = new ReentrantLock();
    /** Until when each address has spent its budget ahead. */
    private final Map<InetAddress, Instant> spent = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<InetAddress, Instant> eldest) {
            return size() > REMEMBERED;
        }
    };

    RequestBudget(Clock clock) {
        this.clock = clock;
    }

    void take(InetAddress caller) throws RequestRefusedException {
        turn.lock();
        try {
            Instant now = clock.instant();
            Instant from = spent.getOrDefault(caller, now);
            Instant until = (from.isBefore(now) ? now : from).plus(ONE);
            if (until.isAfter(now.plus(FULL))) {
                throw new RequestRefusedException(RefusalCode.TOO_MANY_REQUESTS, "too many requests from this address");
            }
            spent.put(caller, until);
        } finally {
            turn.unlock();
        }
    }
}
