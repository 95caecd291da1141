// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The real time, and as much as a test puts it forward. */
final class MovableClock extends Clock {
    private volatile Duration ahead = Duration.ZERO;

    void put(Duration forward) {
        ahead = forward;
    }

    @Override
    public Instant instant() {
        return Participants.CLOCK.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return Participants.CLOCK.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("a test needs one zone");
    }
}
