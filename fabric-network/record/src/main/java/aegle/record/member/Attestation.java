// SPDX-License-Identifier: Apache-2.0

package aegle.record.member;

import aegle.record.Bytes;
import aegle.record.KeyDigest;
import java.time.Instant;
import java.util.Optional;

/**
 * How a hospital has verified a clinician: two of its officers with different keys, after looking at the licence and at the
 * National Practitioner Data Bank. The report itself stays at the hospital; only its digest is here.
 *
 * @param due when the attestation lapses unless it is renewed
 */
public record Attestation(
        AttestationMethod method,
        Bytes fileDigest,
        Instant due,
        KeyDigest firstOfficer,
        Optional<KeyDigest> secondOfficer) {
    public Attestation {
        fileDigest.requireLength(32, "the digest of the hospital's file");
    }

    public Attestation confirmedBy(KeyDigest officer) {
        return new Attestation(method, fileDigest, due, firstOfficer, Optional.of(officer));
    }

    public boolean hasLapsed(Instant time) {
        return !time.isBefore(due);
    }
}
