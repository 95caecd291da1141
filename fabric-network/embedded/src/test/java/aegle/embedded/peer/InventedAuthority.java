// SPDX-License-Identifier: Apache-2.0
package aegle.embedded.peer;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.hyperledger.fabric.client.identity.Identities;

/** A certificate authority of an invented organization. */
final class InventedAuthority {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final String mspId;
    private final X500Name name;
    private final KeyPair keys;
    private final X509Certificate root;

    InventedAuthority(String mspId) {
        this.mspId = mspId;
        this.name = new X500Name("CN=ca." + mspId);
        this.keys = newKeys("secp256r1");
        this.root = certificate(name, keys, true, Instant.now().minus(Duration.ofDays(2)), Duration.ofDays(30));
    }

    X509Certificate root() {
        return root;
    }

    Member client() {
        return member("CN=anna,OU=client");
    }

    Member member(String subject) {
        return member(subject, Instant.now().minus(Duration.ofHours(1)), Duration.ofDays(1));
    }

    Member member(String subject, Instant from, Duration lifetime) {
        KeyPair own = newKeys("secp256r1");
        return new Member(mspId, certificate(new X500Name(subject), own, false, from, lifetime), own);
    }

    Member memberWithLongKey() {
        KeyPair own = newKeys("secp384r1");
        Instant from = Instant.now().minus(Duration.ofHours(1));
        return new Member(
                mspId, certificate(new X500Name("CN=otto,OU=client"), own, false, from, Duration.ofDays(1)), own);
    }

    /** The authority's own certificate, used as if it were a member's. */
    Member itself() {
        return new Member(mspId, root, keys);
    }

    static KeyPair newKeys(String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve), RANDOM);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Write a server's certificate and key as the PEM files tls.crt and tls.key. */
    void writeServerFiles(Path directory) throws IOException {
        Member server = member("CN=localhost");
        Files.writeString(directory.resolve("tls.crt"), Identities.toPemString(server.certificate()));
        Files.writeString(
                directory.resolve("tls.key"),
                Identities.toPemString(server.keys().getPrivate()));
    }

    @SuppressWarnings("JavaUtilDate") // the builder knows no other time
    private X509Certificate certificate(
            X500Name subject, KeyPair own, boolean authority, Instant from, Duration lifetime) {
        try {
            var builder = new JcaX509v3CertificateBuilder(
                            name,
                            new BigInteger(100, RANDOM),
                            Date.from(from),
                            Date.from(from.plus(lifetime)),
                            subject,
                            own.getPublic())
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(authority))
                    .addExtension(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName[] {
                        new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
                        new GeneralName(GeneralName.dNSName, "localhost")
                    }));
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
            throw new IllegalStateException(e);
        }
    }
}
