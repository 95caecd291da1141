// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.enrollment;

import aegle.record.KeyDigest;
import aegle.record.member.Member;
import java.util.Optional;

/**
 * A clinician who waits for her hospital's officers.
 *
 * @param application what she says; once the first officer has proposed her, what the ledger has
 * @param proposed the ledger's word, if an officer has proposed her, or her renewal
 */
public record PendingMember(ClinicianApplication application, Optional<Member> proposed) {

    /** Tells whether that officer may attest her: another one has proposed her. */
    public boolean waitsForAttestationBy(KeyDigest officer) {
        return proposed.filter(member -> !member.attestation().firstOfficer().equals(officer))
                .isPresent();
    }
}
