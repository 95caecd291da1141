// SPDX-License-Identifier: Apache-2.0

package aegle.membership.ca;

import aegle.crypto.identity.SigningKeyPair;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Map;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.bc.BcX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;

/**
 * A root: its key, made at the first start, and its certificate, both in one file that only its owner may read. The key lies there
 * unencrypted.
 */
final class RootAuthority implements AutoCloseable {
    private static final Duration ROOT_VALIDITY = Duration.ofDays(20 * 365L);
    private static final Duration LIST_VALIDITY = Duration.ofDays(7);
    /** Clocks of other machines may be a little behind. */
    private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(5);

    private static final int SERIAL_BITS = 159;

    private final CertifiedKey root;
    private final Clock clock;
    private final SecureRandom random;

    private RootAuthority(CertifiedKey root, Clock clock, SecureRandom random) {
        this.root = root;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Read the root, or make it.
     *
     * @throws IOException if the file cannot be read or written, or holds something else
     */
    static RootAuthority open(Path file, X500Name name, Clock clock, SecureRandom random) throws IOException {
        if (!Files.exists(file)) {
            create(file, name, clock, random);
        }
        return new RootAuthority(CertifiedKey.read(file), clock, random);
    }

    private static void create(Path file, X500Name name, Clock clock, SecureRandom random) throws IOException {
        try (SigningKeyPair key = SigningKeyPair.generate(random)) {
            var publicKey = SubjectPublicKeyInfo.getInstance(key.publicKey());
            Instant now = clock.instant();
            var builder = builder(name, name, publicKey, new Frame(now, now.plus(ROOT_VALIDITY), serial(random)));
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            builder.addExtension(Extension.subjectKeyIdentifier, false, keyIds().createSubjectKeyIdentifier(publicKey));
            new CertifiedKey(key, sign(builder, key)).write(file);
        }
    }

    private static X509Certificate readCertificate(byte[] der) throws CertificateException {
        var factory = CertificateFactory.getInstance("X.509");
        return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der));
    }

    X509Certificate certificate() {
        return root.certificate();
    }

    /** Issue a certificate for signing, not for issuing others, that ends no later than the root. */
    X509Certificate issue(
            X500Name subject, SubjectPublicKeyInfo publicKey, Duration validity, Extension... extensions) {
        try {
            X509CertificateHolder issuer = new JcaX509CertificateHolder(root.certificate());
            Instant now = clock.instant();
            Instant end = root.certificate().getNotAfter().toInstant();
            Instant until = now.plus(validity).isBefore(end) ? now.plus(validity) : end;
            var builder = builder(issuer.getSubject(), subject, publicKey, new Frame(now, until, serial(random)));
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            builder.addExtension(Extension.subjectKeyIdentifier, false, keyIds().createSubjectKeyIdentifier(publicKey));
            builder.addExtension(
                    Extension.authorityKeyIdentifier, false, keyIds().createAuthorityKeyIdentifier(issuer));
            for (Extension extension : extensions) {
                builder.addExtension(extension);
            }
            return sign(builder, root.key());
        } catch (IOException | CertificateException e) {
            throw new IllegalStateException("a certificate cannot be written", e);
        }
    }

    /** A list of revoked certificates as of now. */
    X509CRL revocationList(Map<BigInteger, Instant> revoked) {
        try {
            X509CertificateHolder issuer = new JcaX509CertificateHolder(root.certificate());
            Instant now = clock.instant();
            var builder = new X509v2CRLBuilder(issuer.getSubject(), Date.from(now));
            builder.setNextUpdate(Date.from(now.plus(LIST_VALIDITY)));
            builder.addExtension(
                    Extension.authorityKeyIdentifier, false, keyIds().createAuthorityKeyIdentifier(issuer));
            builder.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(now.toEpochMilli())));
            revoked.forEach(
                    (serial, time) -> builder.addCRLEntry(serial, Date.from(time), CRLReason.privilegeWithdrawn));
            byte[] encoded = builder.build(new LowSignature(root.key())).getEncoded();
            return (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(encoded));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("a revocation list cannot be written", e);
        }
    }

    private static BcX509ExtensionUtils keyIds() {
        return new BcX509ExtensionUtils();
    }

    private record Frame(Instant from, Instant until, BigInteger serial) {}

    private static X509v3CertificateBuilder builder(
            X500Name issuer, X500Name subject, SubjectPublicKeyInfo publicKey, Frame frame) {
        return new X509v3CertificateBuilder(
                issuer,
                frame.serial(),
                Date.from(frame.from().minus(CLOCK_DIFFERENCE).truncatedTo(ChronoUnit.SECONDS)),
                Date.from(frame.until().truncatedTo(ChronoUnit.SECONDS)),
                subject,
                publicKey);
    }

    private static X509Certificate sign(X509v3CertificateBuilder builder, SigningKeyPair key) throws IOException {
        try {
            return readCertificate(builder.build(new LowSignature(key)).getEncoded());
        } catch (CertificateException e) {
            throw new IOException("the certificate cannot be read back", e);
        }
    }

    /** A positive random number of at most 20 octets (RFC 5280, 4.1.2.2). */
    private static BigInteger serial(SecureRandom random) {
        return new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS - 1);
    }

    @Override
    public void close() {
        root.close();
    }
}
