// SPDX-License-Identifier: Apache-2.0

package aegle.record.access;

import aegle.record.MemberId;
import aegle.record.PatientPseudonym;
import java.time.Instant;

/** How often a member was refused in a record within one hour. From the fourth refusal on only this number grows. */
public record DenialCount(PatientPseudonym record, MemberId member, Instant hour, int count) {
    /** So many refusals an hour are written out as events. */
    public static final int WRITTEN_OUT = 3;
}
