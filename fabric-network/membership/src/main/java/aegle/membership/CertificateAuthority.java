// SPDX-License-Identifier: Apache-2.0

package aegle.membership;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;

/**
 * Whoever signs the certificates of the network's users: Fabric CA on the real network, an issuer inside the process on the
 * embedded one. It signs what it is told; who gets a certificate is the membership service's decision.
 */
public interface CertificateAuthority {

    /** The root that the certificates lie under. */
    X509Certificate root();

    /**
     * Issue a certificate: the order's name, role and key, and nothing else of the request.
     *
     * @throws CertificateAuthorityException if the authority does not answer, or refuses
     */
    X509Certificate issue(CertificateOrder order) throws CertificateAuthorityException;

    /**
     * Revoke a certificate for good. Repeating it changes nothing.
     *
     * @throws CertificateAuthorityException if the authority does not answer, or refuses
     */
    void revoke(X509Certificate certificate) throws CertificateAuthorityException;

    /** Tells whether the certificate was revoked. Quick and from any thread. */
    boolean isRevoked(X509Certificate certificate);

    /**
     * The list of revoked certificates, signed by the root.
     *
     * @throws CertificateAuthorityException if the authority does not answer
     */
    X509CRL revocations() throws CertificateAuthorityException;
}
