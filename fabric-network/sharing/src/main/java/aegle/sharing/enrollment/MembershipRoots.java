// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.enrollment;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The roots that certificates of the network's users must chain to. Users' certificates lie directly under a root.
 *
 * <p>Says nothing about revocation, nor about what the ledger makes of a certificate's holder.
 */
public record MembershipRoots(List<X509Certificate> roots) {
    public MembershipRoots {
        roots = List.copyOf(roots);
        if (roots.isEmpty()) {
            throw new IllegalArgumentException("there must be a membership root");
        }
    }

    /** Tells whether a root has issued the certificate (RFC 5280), to a user, and it is valid at that time. */
    public boolean vouchFor(X509Certificate certificate, Instant time) {
        if (certificate.getBasicConstraints() >= 0) {
            return false;
        }
        try {
            var anchors =
                    roots.stream().map(root -> new TrustAnchor(root, null)).collect(Collectors.toUnmodifiableSet());
            var parameters = new PKIXParameters(anchors);
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(time));
            var path = CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate));
            CertPathValidator.getInstance("PKIX").validate(path, parameters);
            return true;
        } catch (GeneralSecurityException _) {
            return false;
        }
    }
}
