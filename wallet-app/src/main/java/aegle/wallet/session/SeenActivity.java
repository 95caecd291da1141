// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.session;

import aegle.record.access.DenialCount;
import aegle.record.member.Member;
import java.util.List;

/** Everything that happened in the record, newest first, and the refusals that are only counted. */
public record SeenActivity(List<SeenEvent> events, List<CountedRefusals> refusals) {
    public SeenActivity {
        events = List.copyOf(events);
        refusals = List.copyOf(refusals);
    }

    /** How often a clinician was refused within one hour. */
    public record CountedRefusals(DenialCount count, Member clinician) {}
}
