// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.enrollment;

import aegle.crypto.identity.SigningKeyPair;
import aegle.record.SigningPublicKey;
import aegle.sharing.MembershipDirectory;
import aegle.sharing.SealedStore;
import aegle.sharing.SharingException;
import java.security.cert.X509Certificate;
import java.time.Clock;

/**
 * How a patient's program gets its certificate: one per pseudonym, with a random name, kept on its own disk. May be repeated after
 * any interruption; asks the service only if there is no certificate, or it is about to expire.
 */
public final class PatientEnrollment {
    private static final String PREFIX = "enrollment/patient/";

    private final MembershipDirectory membership;
    private final EnrollmentMemory memory;

    public PatientEnrollment(MembershipDirectory membership, SealedStore memory, Clock clock) {
        this.membership = membership;
        this.memory = new EnrollmentMemory(memory, clock);
    }

    /**
     * Get the certificate of that pseudonym's key.
     *
     * @throws SharingException if there is none yet and the service does not answer, or refuses
     */
    public X509Certificate enroll(SigningKeyPair key) throws SharingException {
        String name = PREFIX + SigningPublicKey.of(key.publicKey()).digest().hex();
        var kept = memory.certificate(name);
        if (kept.filter(memory::isFresh).isPresent()) {
            return kept.get();
        }
        X509Certificate certificate = membership.enrollPatient(key);
        memory.keep(name, certificate);
        return certificate;
    }
}
