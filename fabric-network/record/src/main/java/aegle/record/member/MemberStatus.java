// SPDX-License-Identifier: Apache-2.0

package aegle.record.member;

/** A clinician's way through verification: one officer proposes, another attests, the clinician's own certificate confirms. */
public enum MemberStatus {
    PROPOSED,
    ATTESTED,
    ACTIVE,
    REVOKED
}
