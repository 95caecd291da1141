// SPDX-License-Identifier: Apache-2.0

package aegle.client.store;

import java.time.Duration;

/**
 * How long stores are waited for ({@code docs/outcomes.md}).
 *
 * @param connect until a connection stands
 * @param idle without a byte in either direction
 * @param answer for a whole call, to which a second per 128 KiB of the object is added
 * @param hedge without progress, after which a read also asks the next store
 * @param grace how long at least a write waits for the other stores once one has taken the object
 */
public record StoreDeadlines(Duration connect, Duration idle, Duration answer, Duration hedge, Duration grace) {
    private static final long BYTES_PER_SECOND = 128L << 10;

    /** The standard figures. */
    public static StoreDeadlines standard() {
        return new StoreDeadlines(
                Duration.ofSeconds(3),
                Duration.ofSeconds(60),
                Duration.ofSeconds(75),
                Duration.ofMillis(400),
                Duration.ofSeconds(2));
    }

    Duration call(long length) {
        return answer.plusSeconds(length / BYTES_PER_SECOND);
    }
}
