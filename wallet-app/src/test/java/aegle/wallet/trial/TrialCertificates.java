// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.trial;

import aegle.crypto.identity.SigningKeyPair;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** Certificates that their holders have signed themselves. */
final class TrialCertificates {
    private TrialCertificates() {}

    static X509Certificate of(SigningKeyPair key, String commonName, Instant now) {
        var name = new org.bouncycastle.asn1.x500.X500Name("CN=" + commonName);
        var builder = new org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder(
                name,
                BigInteger.ONE,
                java.util.Date.from(now.minus(Duration.ofDays(1))),
                java.util.Date.from(now.plus(Duration.ofDays(365))),
                name,
                key.jdkPublicKey());
        try {
            var signer = new org.bouncycastle.operator.jcajce.JcaContentSignerBuilder("SHA256withECDSA")
                    .build(key.privateKey());
            return new org.bouncycastle.cert.jcajce.JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (CertificateException | org.bouncycastle.operator.OperatorCreationException e) {
            throw new IllegalStateException("a certificate for tests", e);
        }
    }

    /** A root of its own, as PEM. */
    static String root(Instant now) {
        try (var key = SigningKeyPair.generate(new SecureRandom())) {
            String der = Base64.getMimeEncoder(64, new byte[] {'\n'})
                    .encodeToString(of(key, "root", now).getEncoded());
            return "-----BEGIN CERTIFICATE-----\n" + der + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateException e) {
            throw new IllegalStateException("a certificate for tests", e);
        }
    }
}
