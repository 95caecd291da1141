// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import aegle.client.trust.PemCertificates;
import aegle.crypto.identity.SigningKeyPair;
import aegle.sharing.enrollment.CertificateAttributes;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority that signs whatever it is asked for: the membership root's key in wrong hands, or one of its own. */
final class CorruptAuthority {
    private static final String ALGORITHM = "SHA256withECDSA";

    private final X509Certificate root;
    private final PrivateKey key;

    private CorruptAuthority(X509Certificate root, PrivateKey key) {
        this.root = root;
        this.key = key;
    }

    /** With the key of the root that the network trusts, found among its authority's files. */
    static CorruptAuthority inside(Participants participants) throws IOException {
        var root = PemCertificates.required(
                participants.network().profile().membershipRoots().getFirst());
        try (Stream<Path> files = Files.walk(participants.networkFolder())) {
            PrivateKey key = files.filter(CorruptAuthority::isKeyFile)
                    .flatMap(file -> key(file).stream())
                    .filter(candidate -> belongsTo(root.getPublicKey(), candidate))
                    .findFirst()
                    .orElseThrow(() -> new IOException("the membership root's key is not found"));
            return new CorruptAuthority(root, key);
        }
    }

    /** With a root of the same name and another key. */
    static CorruptAuthority like(CorruptAuthority other) throws GeneralSecurityException {
        KeyPair own = keys();
        var name = new JcaX509CertificateHolder(other.root).getSubject();
        Instant now = Instant.now();
        var self = new CorruptAuthority(other.root, own.getPrivate());
        var builder = new JcaX509v3CertificateBuilder(
                name,
                BigInteger.ONE,
                Date.from(now.minus(Duration.ofDays(1))),
                Date.from(now.plus(Duration.ofDays(300))),
                name,
                own.getPublic());
        return new CorruptAuthority(self.signed(builder, own.getPublic(), true), own.getPrivate());
    }

    static KeyPair keys() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    /** A certificate that looks like those of the membership service, with this name and role, good until tomorrow. */
    X509Certificate issue(String name, String role, SigningKeyPair holder) throws GeneralSecurityException {
        return issue(name, role, holder, beginning(), Instant.now().plus(Duration.ofDays(1)));
    }

    /** When its root begins. Fabric judges a certificate as of its own first second, in which the root must be good already. */
    Instant beginning() {
        return root.getNotBefore().toInstant();
    }

    X509Certificate issue(String name, String role, SigningKeyPair holder, Instant from, Instant until)
            throws GeneralSecurityException {
        var builder = new JcaX509v3CertificateBuilder(
                new JcaX509CertificateHolder(root).getSubject(),
                new BigInteger(127, Participants.RANDOM),
                Date.from(from),
                Date.from(until),
                new X500Name("OU=client,CN=" + name),
                holder.jdkPublicKey());
        try {
            builder.addExtension(
                    new ASN1ObjectIdentifier(CertificateAttributes.EXTENSION),
                    false,
                    ("{\"attrs\":{\"role\":\"" + role + "\"}}").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return signed(builder, holder.jdkPublicKey(), false);
    }

    private X509Certificate signed(JcaX509v3CertificateBuilder builder, PublicKey holder, boolean isRoot)
            throws GeneralSecurityException {
        try {
            var ids = new JcaX509ExtensionUtils();
            builder.addExtension(
                    Extension.basicConstraints, true, isRoot ? new BasicConstraints(0) : new BasicConstraints(false));
            builder.addExtension(
                    Extension.keyUsage,
                    true,
                    new KeyUsage(isRoot ? KeyUsage.keyCertSign | KeyUsage.cRLSign : KeyUsage.digitalSignature));
            builder.addExtension(Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(holder));
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    ids.createAuthorityKeyIdentifier(isRoot ? holder : root.getPublicKey()));
            X509Certificate certificate;
            do {
                certificate = new JcaX509CertificateConverter()
                        .getCertificate(builder.build(new JcaContentSignerBuilder(ALGORITHM).build(key)));
            } while (!isLow(certificate));
            return certificate;
        } catch (IOException | OperatorCreationException e) {
            throw new GeneralSecurityException("a certificate cannot be written", e);
        }
    }

    /** Fabric takes no signature of the upper half. */
    private static boolean isLow(X509Certificate certificate) {
        BigInteger s = ASN1Integer.getInstance(
                        ASN1Sequence.getInstance(certificate.getSignature()).getObjectAt(1))
                .getValue();
        var order = ((ECPublicKey) certificate.getPublicKey()).getParams().getOrder();
        return s.compareTo(order.shiftRight(1)) <= 0;
    }

    private static boolean isKeyFile(Path file) {
        String name = String.valueOf(file.getFileName());
        return Files.isRegularFile(file) && (name.endsWith("_sk") || name.endsWith(".pem"));
    }

    private static Optional<PrivateKey> key(Path file) {
        try (var pem = new PEMParser(new StringReader(Files.readString(file)))) {
            for (Object part = pem.readObject(); part != null; part = pem.readObject()) {
                if (part instanceof PrivateKeyInfo || part instanceof PEMKeyPair) {
                    var info = part instanceof PEMKeyPair pair ? pair.getPrivateKeyInfo() : (PrivateKeyInfo) part;
                    return Optional.of(new JcaPEMKeyConverter().getPrivateKey(info));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean belongsTo(PublicKey trusted, PrivateKey candidate) {
        try {
            byte[] message = "whose key is this?".getBytes(StandardCharsets.US_ASCII);
            var signing = Signature.getInstance(ALGORITHM);
            signing.initSign(candidate);
            signing.update(message);
            byte[] signature = signing.sign();
            var verifying = Signature.getInstance(ALGORITHM);
            verifying.initVerify(trusted);
            verifying.update(message);
            return verifying.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
