// SPDX-License-Identifier: Apache-2.0

package aegle.membership;

import aegle.sharing.RecordLedger;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * What the membership service needs to know before it starts.
 *
 * @param dataDirectory where its register lies
 * @param address where it listens; port 0 for any
 * @param ledger the ledger as the service sees it, asked for whenever it is needed; stays the composition root's to close
 */
public record MembershipSettings(
        Path dataDirectory, InetSocketAddress address, Supplier<RecordLedger> ledger, Clock clock) {}
