// SPDX-License-Identifier: Apache-2.0

package aegle.membership.ca;

import aegle.membership.CertificateAuthorityException;
import aegle.membership.CertificateOrder;
import java.io.IOException;
import java.util.regex.Pattern;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;

/** The name that somebody has at a Fabric CA: common name, identity and part of addresses at once, hence of few kinds of characters. */
final class EnrollmentName {
    private static final Pattern USABLE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private EnrollmentName() {}

    static boolean isUsable(String name) {
        return USABLE.matcher(name).matches();
    }

    /** The subject of a user's certificate, as {@link X500Principal#getName()} has it. */
    static String subject(String name) {
        return "CN=" + name + ",OU=client";
    }

    /**
     * Require that the request names exactly the order's name: Fabric CA issues to no other, and takes more of a name over.
     *
     * @throws CertificateAuthorityException otherwise
     */
    static void requireIn(CertificateOrder order) throws CertificateAuthorityException {
        String asked = subjectOf(order);
        if (!isUsable(order.name()) || !asked.equals("CN=" + order.name())) {
            throw new CertificateAuthorityException(
                    "the Fabric CA issues a certificate only to the name in the request, alone: ordered for CN="
                            + order.name(),
                    new IOException("the request's subject has " + asked.length() + " characters"));
        }
    }

    private static String subjectOf(CertificateOrder order) throws CertificateAuthorityException {
        try {
            var request = new PKCS10CertificationRequest(
                    order.request().request().der().toByteArray());
            return new X500Principal(request.getSubject().getEncoded()).getName();
        } catch (IOException | IllegalArgumentException e) {
            throw new CertificateAuthorityException("a certificate request has no readable subject", e);
        }
    }
}
