// SPDX-License-Identifier: Apache-2.0

package aegle.membership.ca;

import aegle.crypto.identity.DerSignature;
import aegle.membership.CertificateAuthorityException;
import aegle.membership.CertificateOrder;
import aegle.sharing.enrollment.CertificateAttributes;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1OctetString;

/**
 * Compares an issued certificate with its order, so that a server that is configured otherwise is noticed before anybody works with
 * such a certificate: the order's name, key and attributes and no other names, for signing only, under the root, low-S, valid now
 * and for a year at most.
 */
final class OrderedCertificate {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(5);
    private static final Duration YEAR = Duration.ofDays(366);
    private static final int DIGITAL_SIGNATURE = 0;
    private static final String OTHER_NAMES = "2.5.29.17";

    private final CertificateOrder order;
    private final X509Certificate certificate;

    OrderedCertificate(CertificateOrder order, X509Certificate certificate) {
        this.order = order;
        this.certificate = certificate;
    }

    /**
     * The certificate, if it is as ordered.
     *
     * @throws CertificateAuthorityException otherwise
     */
    X509Certificate requireUnder(X509Certificate root, Instant now) throws CertificateAuthorityException {
        try {
            certificate.verify(root.getPublicKey());
            require(certificate.getIssuerX500Principal().equals(root.getSubjectX500Principal()), "issuer");
            require(DerSignature.isLow(certificate.getSignature()), "form of the signature");
            String subject = certificate.getSubjectX500Principal().getName();
            require(subject.equals(EnrollmentName.subject(order.name())), "subject");
            byte[] key = order.request().key().subjectPublicKeyInfo().toByteArray();
            require(Arrays.equals(certificate.getPublicKey().getEncoded(), key), "key");
            require(certificate.getExtensionValue(OTHER_NAMES) == null, "further names");
            require(isForSigningOnly(), "use");
            require(saysOnlyTheAttributes(), "attributes");
            require(isValidForAYear(now), "validity");
            return certificate;
        } catch (GeneralSecurityException e) {
            throw new CertificateAuthorityException(
                    "the Fabric CA issued another certificate than ordered for CN=" + order.name()
                            + "; its configuration does not fit",
                    e);
        }
    }

    private static void require(boolean asOrdered, String what) throws CertificateException {
        if (!asOrdered) {
            throw new CertificateException("not as ordered: " + what);
        }
    }

    private boolean isForSigningOnly() {
        boolean[] usage = certificate.getKeyUsage();
        if (usage == null || certificate.getBasicConstraints() >= 0) {
            return false;
        }
        for (int use = 0; use < usage.length; use++) {
            if (usage[use] != (use == DIGITAL_SIGNATURE)) {
                return false;
            }
        }
        return true;
    }

    private boolean saysOnlyTheAttributes() {
        byte[] extension = certificate.getExtensionValue(CertificateAttributes.EXTENSION);
        if (extension == null) {
            return false;
        }
        try {
            byte[] said = ASN1OctetString.getInstance(extension).getOctets();
            return JSON.readTree(said).equals(JSON.readTree(order.attributes().toJson()));
        } catch (IOException | IllegalArgumentException _) {
            return false;
        }
    }

    private boolean isValidForAYear(Instant now) {
        Instant from = certificate.getNotBefore().toInstant();
        Instant until = certificate.getNotAfter().toInstant();
        return !from.isAfter(now.plus(CLOCK_DIFFERENCE)) && until.isAfter(now) && !until.isAfter(now.plus(YEAR));
    }
}
