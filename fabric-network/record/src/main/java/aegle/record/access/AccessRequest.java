// SPDX-License-Identifier: Apache-2.0

package aegle.record.access;

import aegle.record.Bytes;
import aegle.record.MemberId;
import aegle.record.PatientPseudonym;
import aegle.record.RequestId;
import java.time.Instant;

/**
 * A clinician's request for access.
 *
 * @param sealed who asks for what and why, sealed to PKE_P from the code that the patient handed over (at most 8 KiB)
 */
public record AccessRequest(
        RequestId id,
        PatientPseudonym record,
        MemberId member,
        Bytes sealed,
        Instant time,
        Instant expires,
        RequestStatus status,
        long version) {
    public static final int MAX_SEALED_LENGTH = 8 * 1024;

    public AccessRequest {
        if (sealed.length() == 0 || sealed.length() > MAX_SEALED_LENGTH) {
            throw new IllegalArgumentException("a sealed request has 1 to " + MAX_SEALED_LENGTH + " bytes");
        }
    }

    public AccessRequest answered(RequestStatus answer) {
        return new AccessRequest(id, record, member, sealed, time, expires, answer, version + 1);
    }
}
