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
 * How much one address may ask for: some at once, then one after each pause. Remembers the last ten thousand addresses, so that it
 * costs little memory whoever asks.
 */
final class RequestBudget {
    private static final int REMEMBERED = 10_000;

    private final Clock clock;
    private final Duration pause;
    private final Duration full;
    private final ReentrantLock turn = new ReentrantLock();
    /** Until when each address has spent its budget ahead. */
    private final Map<InetAddress, Instant> spent = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<InetAddress, Instant> eldest) {
            return size() > REMEMBERED;
        }
    };

    RequestBudget(Clock clock, int atOnce, Duration pause) {
        this.clock = clock;
        this.pause = pause;
        this.full = pause.multipliedBy(atOnce);
    }

    /** For what makes a certificate or an entry: a hundred at once, then one a second. */
    static RequestBudget ofCertificates(Clock clock) {
        return new RequestBudget(clock, 100, Duration.ofSeconds(1));
    }

    /** For what is only asked, again and again by programs that wait: three hundred at once, then ten a second. */
    static RequestBudget ofQuestions(Clock clock) {
        return new RequestBudget(clock, 300, Duration.ofMillis(100));
    }

    void take(InetAddress caller) throws RequestRefusedException {
        turn.lock();
        try {
            Instant now = clock.instant();
            Instant from = spent.getOrDefault(caller, now);
            Instant until = (from.isBefore(now) ? now : from).plus(pause);
            if (until.isAfter(now.plus(full))) {
                throw new RequestRefusedException(RefusalCode.TOO_MANY_REQUESTS, "too many requests from this address");
            }
            spent.put(caller, until);
        } finally {
            turn.unlock();
        }
    }
}
