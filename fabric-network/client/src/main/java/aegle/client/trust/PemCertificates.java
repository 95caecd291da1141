// SPDX-License-Identifier: Apache-2.0

package aegle.client.trust;

import aegle.record.Bytes;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;

/** Reads certificates, from a connection profile's text and from the wire. */
public final class PemCertificates {
    private PemCertificates() {}

    /** A certificate of the connection profile, which must be one. */
    public static X509Certificate required(String pem) {
        try {
            return parse(pem.getBytes(StandardCharsets.US_ASCII));
        } catch (CertificateException e) {
            throw new IllegalArgumentException("the connection profile names a root that is no certificate", e);
        }
    }

    /** One from the wire. */
    public static X509Certificate parse(Bytes der) throws CertificateException {
        return parse(der.toByteArray());
    }

    private static X509Certificate parse(byte[] encoded) throws CertificateException {
        var factory = CertificateFactory.getInstance("X.509");
        return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(encoded));
    }
}
