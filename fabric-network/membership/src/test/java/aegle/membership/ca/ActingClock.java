// SPDX-License-Identifier: Apache-2.0

package aegle.membership.ca;

import aegle.membership.CertificateAuthorityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicBoolean;

/** The system's clock that does something when it is first looked at: what somebody else does at that moment. */
final class ActingClock extends Clock {
    private final Clock clock = Clock.systemUTC();
    private final AtomicBoolean acted = new AtomicBoolean();
    private final Act act;

    ActingClock(Act act) {
        this.act = act;
    }

    boolean hasActed() {
        return acted.get();
    }

    @Override
    public Instant instant() {
        if (!acted.getAndSet(true)) {
            try {
                act.run();
            } catch (CertificateAuthorityException e) {
                throw new IllegalStateException(e);
            }
        }
        return clock.instant();
    }

    @Override
    public ZoneId getZone() {
        return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return clock.withZone(zone);
    }

    /** What somebody else does. */
    interface Act {
        FabricCaAnswer run() throws CertificateAuthorityException;
    }
}
