// SPDX-License-Identifier: Apache-2.0
package aegle.desktop.connection;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known about the network at one moment.
 *
 * @param networkName its name for people; not shown for the practice network
 * @param practice whether it is the embedded one, on this computer
 * @param hospital the hospital whose peer answers; empty when none does
 * @param storesReachable how many stores answer
 * @param storesConfigured how many stores there are
 * @param lastSync when this program last learned everything new
 */
public record ConnectionStatus(
        String networkName,
        boolean practice,
        Optional<String> hospital,
        int storesReachable,
        int storesConfigured,
        Optional<Instant> lastSync) {

    /** How much of the network works. */
    public enum Level {
        ALL_WELL,
        PARTIAL,
        OFFLINE
    }

    /** Refuses more stores that answer than there are. */
    public ConnectionStatus {
        if (storesReachable < 0 || storesReachable > storesConfigured) {
            throw new IllegalArgumentException("stores: " + storesReachable + " of " + storesConfigured);
        }
    }

    /** Says how much works: offline without a hospital, partial without some of the stores. */
    public Level level() {
        if (hospital.isEmpty()) {
            return Level.OFFLINE;
        }
        return storesReachable < storesConfigured ? Level.PARTIAL : Level.ALL_WELL;
    }
}
