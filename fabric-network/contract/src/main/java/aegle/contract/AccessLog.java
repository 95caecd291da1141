// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import aegle.record.access.AccessEvent;
import aegle.record.access.DenialCount;
import java.time.temporal.ChronoUnit;

/**
 * What the patient sees of who looked, uploaded or was refused. Written by the contract alone; from the fourth refusal of a
 * member in a record within an hour the patient sees only a number grow.
 */
final class AccessLog {
    private AccessLog() {}

    /** Writes an event down and lists it. */
    static void write(AccessEvent event, Invocation invocation) {
        keep(event, invocation);
        invocation.ledger().mark(LedgerKey.accessTime(event));
        invocation.announce(event.record().value());
    }

    /** Writes an event down without listing it, so that the same call sent again finds its first answer. */
    static void keep(AccessEvent event, Invocation invocation) {
        invocation.ledger().put(LedgerKey.accessEvent(event.record(), event.member(), event.id()), event);
    }

    /** Counts a refusal, and tells whether it is one that is listed. */
    static boolean countDenial(AccessEvent denial, Invocation invocation) {
        var hour = denial.time().truncatedTo(ChronoUnit.HOURS);
        LedgerKey key = LedgerKey.denialsOf(denial.record(), denial.member(), hour);
        int count = 1
                + invocation
                        .ledger()
                        .find(DenialCount.class, key)
                        .map(DenialCount::count)
                        .orElse(0);
        invocation.ledger().put(key, new DenialCount(denial.record(), denial.member(), hour, count));
        invocation.announce(denial.record().value());
        return count <= DenialCount.WRITTEN_OUT;
    }
}
