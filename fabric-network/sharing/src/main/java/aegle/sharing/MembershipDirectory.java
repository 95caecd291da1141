// SPDX-License-Identifier: Apache-2.0

package aegle.sharing;

import aegle.crypto.identity.SigningKeyPair;
import aegle.record.MemberId;
import aegle.sharing.enrollment.ClinicianApplication;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** The membership service: it issues certificates, to clinicians only once two officers have attested them on the ledger. Keys never leave their owner: requests carry public keys and proofs. */
public interface MembershipDirectory extends AutoCloseable {

    /**
     * Get a certificate with a random name for one pseudonym.
     *
     * @throws MembershipUnavailableException if the service does not answer
     */
    X509Certificate enrollPatient(SigningKeyPair key) throws SharingException;

    /**
     * Apply to be a clinician. Repeating the same application changes nothing.
     *
     * @throws MembershipRefusalException if the application is not in order
     */
    void apply(ClinicianApplication application, SigningKeyPair key) throws SharingException;

    /** The applicant's certificate, once the ledger says that two officers have attested her; empty until then. */
    Optional<X509Certificate> collectCertificate(MemberId applicant, SigningKeyPair key) throws SharingException;

    /** The applications that wait at an officer's hospital; asked by the officer with her own key and certificate. */
    List<ClinicianApplication> pendingApplications(X509Certificate officer, SigningKeyPair key) throws SharingException;

    /**
     * Check a member's certificate against the pinned membership roots: chain, validity and role.
     *
     * @throws RecordIntegrityException if it is not to be trusted
     */
    void verify(X509Certificate certificate) throws RecordIntegrityException;

    /**
     * Check that a clinician's certificate was issued under a pinned membership root, whether or not it still counts: what she
     * signed while it did stays hers.
     *
     * @throws RecordIntegrityException if it was not
     */
    void verifyOrigin(X509Certificate certificate) throws RecordIntegrityException;

    @Override
    void close();
}
