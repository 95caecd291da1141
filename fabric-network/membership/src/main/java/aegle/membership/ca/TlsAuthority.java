// SPDX-License-Identifier: Apache-2.0

package aegle.membership.ca;

import aegle.crypto.identity.SigningKeyPair;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.util.IPAddress;

/**
 * The issuer of servers' TLS certificates for the embedded network; another root than the users', so that no server's certificate
 * ever passes for a user's. Its key lies unencrypted in {@code tls-root.pem}, which only its owner may read.
 */
public final class TlsAuthority implements AutoCloseable {
    private static final Duration VALIDITY = Duration.ofDays(365);

    private final RootAuthority root;
    private final SecureRandom random;

    private TlsAuthority(RootAuthority root, SecureRandom random) {
        this.root = root;
        this.random = random;
    }

    /**
     * Open the authority; the first time, make its root.
     *
     * @throws IOException if the folder cannot be read or written, or the root in it is damaged
     */
    public static TlsAuthority open(Path folder, Clock clock, SecureRandom random) throws IOException {
        X500Name name = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.CN, "Aegle TLS root")
                .build();
        return new TlsAuthority(RootAuthority.open(folder.resolve("tls-root.pem"), name, clock, random), random);
    }

    public X509Certificate root() {
        return root.certificate();
    }

    /** The root's certificate as a connection profile has it. */
    public String rootPem() {
        return PemText.of(root.certificate());
    }

    /**
     * Make a key and its certificate, valid for a year; a server asks for new ones whenever it starts.
     *
     * @param hosts names and IP addresses under which the server is reached, such as {@code localhost} and {@code 127.0.0.1}
     */
    public ServerCredentials issue(String... hosts) {
        if (hosts.length == 0) {
            throw new IllegalArgumentException("a server has a name");
        }
        try (SigningKeyPair key = SigningKeyPair.generate(random)) {
            X500Name subject = new X500NameBuilder(BCStyle.INSTANCE)
                    .addRDN(BCStyle.CN, hosts[0])
                    .build();
            var names = new GeneralNames(
                    Arrays.stream(hosts).map(TlsAuthority::name).toArray(GeneralName[]::new));
            X509Certificate certificate = root.issue(
                    subject,
                    SubjectPublicKeyInfo.getInstance(key.publicKey()),
                    VALIDITY,
                    Extension.create(Extension.subjectAlternativeName, false, names),
                    Extension.create(
                            Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth)));
            return new ServerCredentials(certificate, key.privateKey());
        } catch (IOException e) {
            throw new IllegalStateException("a certificate cannot be written", e);
        }
    }

    private static GeneralName name(String host) {
        return new GeneralName(IPAddress.isValid(host) ? GeneralName.iPAddress : GeneralName.dNSName, host);
    }

    @Override
    public void close() {
        root.close();
    }
}
