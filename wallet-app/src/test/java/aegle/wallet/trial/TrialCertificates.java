// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.trial;

import aegle.crypto.identity.SigningKeyPair;
import java.math.BigInteger;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;

/** Certificates that their holders have signed themselves. */
final class TrialCertificates {
    private TrialCertificates() {}

    static X509Certificate of(SigningKeyPair key, Instant now) {
        var name = new org.bouncycastle.asn1.x500.X500Name("CN=trial");
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
}
