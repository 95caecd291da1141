// SPDX-License-Identifier: Apache-2.0

package aegle.client.ledger;

import java.time.Duration;

/**
 * How long each stage of a call may take ({@code docs/outcomes.md}).
 *
 * @param commit also how long the outcome of a submit is asked after before it is reported as pending
 */
public record LedgerDeadlines(Duration evaluate, Duration endorse, Duration submit, Duration commit) {

    /** The standard figures. A change of leader among the orderers may take 48 s, hence the last one. */
    public static LedgerDeadlines standard() {
        return new LedgerDeadlines(
                Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(10), Duration.ofSeconds(60));
    }
}
