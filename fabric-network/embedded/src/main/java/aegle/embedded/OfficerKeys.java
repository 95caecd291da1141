// SPDX-License-Identifier: Apache-2.0

package aegle.embedded;

import aegle.crypto.identity.SigningKeyPair;
import aegle.membership.CertificateAuthority;
import aegle.membership.CertificateAuthorityException;
import aegle.membership.CertificateOrder;
import aegle.membership.ProvenRequest;
import aegle.membership.RequestRefusedException;
import aegle.membership.ca.OwnerOnlyFile;
import aegle.record.MspId;
import aegle.record.SigningPublicKey;
import aegle.record.member.Officer;
import aegle.sharing.enrollment.CertificateRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One invented officer of a practice hospital: her key and certificate. Practice officers' keys lie in the network's folder,
 * readable for its owner only; real officers keep theirs themselves.
 *
 * <p>The ledger knows her by her key, which stays; her certificate is made anew whenever it is missing, unreadable or about to end.
 */
public final class OfficerKeys implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OfficerKeys.class);
    private static final Duration RENEWED_BEFORE_END = Duration.ofDays(30);

    private final MspId hospital;
    private final SigningKeyPair key;
    private final X509Certificate certificate;

    private OfficerKeys(MspId hospital, SigningKeyPair key, X509Certificate certificate) {
        this.hospital = hospital;
        this.key = key;
        this.certificate = certificate;
    }

    /** Who gives officers their certificates, and when it is. */
    public record Enrollment(CertificateAuthority authority, Clock clock, SecureRandom random) {}

    /**
     * Open an officer's key and certificate, or make them; a kill at any instant leaves what the next opening completes.
     *
     * @param number tells the officers of one hospital apart
     * @throws IOException if the folder cannot be used, the key in it is damaged, or the authority gives no certificate
     */
    public static OfficerKeys open(Path folder, MspId hospital, int number, Enrollment enrollment) throws IOException {
        SigningKeyPair key = key(keyFile(folder, hospital, number), enrollment.random());
        Path file = certificateFile(folder, hospital, number);
        Optional<X509Certificate> kept = read(file).filter(found -> isGood(found, key, enrollment));
        if (kept.isPresent()) {
            return new OfficerKeys(hospital, key, kept.get());
        }
        LOG.info("An officer of {} gets a new certificate", hospital);
        return new OfficerKeys(hospital, key, enroll(file, hospital, key, enrollment));
    }

    /**
     * Read all officers of a hospital who have been opened there before, in the order of their numbers.
     *
     * @throws IOException if a key or a certificate is damaged
     */
    public static List<OfficerKeys> readAll(Path folder, MspId hospital) throws IOException {
        var officers = new ArrayList<OfficerKeys>();
        for (int number = 1; Files.exists(certificateFile(folder, hospital, number)); number++) {
            Path file = certificateFile(folder, hospital, number);
            var certificate =
                    read(file).orElseThrow(() -> new IOException("the officer's certificate " + file + " is damaged"));
            officers.add(new OfficerKeys(hospital, readKey(keyFile(folder, hospital, number)), certificate));
        }
        return officers;
    }

    private static Path keyFile(Path folder, MspId hospital, int number) {
        return folder.resolve(hospital + "-" + number + ".key");
    }

    private static Path certificateFile(Path folder, MspId hospital, int number) {
        return folder.resolve(hospital + "-" + number + ".der");
    }

    /** An empty file holds no key that anybody could have used: a crash of the disk may leave one. */
    private static SigningKeyPair key(Path file, SecureRandom random) throws IOException {
        if (Files.exists(file) && Files.size(file) > 0) {
            return readKey(file);
        }
        SigningKeyPair key = SigningKeyPair.generate(random);
        byte[] scalar = key.revealScalar();
        try {
            OwnerOnlyFile.write(file, scalar);
            return key;
        } finally {
            Arrays.fill(scalar, (byte) 0);
        }
    }

    private static SigningKeyPair readKey(Path file) throws IOException {
        byte[] scalar = Files.readAllBytes(file);
        try {
            return SigningKeyPair.ofScalar(scalar);
        } catch (IllegalArgumentException e) {
            throw new IOException("the officer's key " + file + " is damaged; bring it back from a backup", e);
        } finally {
            Arrays.fill(scalar, (byte) 0);
        }
    }

    private static Optional<X509Certificate> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            var factory = CertificateFactory.getInstance("X.509");
            byte[] der = Files.readAllBytes(file);
            return Optional.of((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der)));
        } catch (CertificateException e) {
            LOG.warn("The officer's certificate {} is damaged", file, e);
            return Optional.empty();
        }
    }

    private static boolean isGood(X509Certificate certificate, SigningKeyPair key, Enrollment enrollment) {
        try {
            certificate.verify(enrollment.authority().root().getPublicKey());
            return Arrays.equals(certificate.getPublicKey().getEncoded(), key.publicKey())
                    && certificate
                            .getNotAfter()
                            .toInstant()
                            .isAfter(enrollment.clock().instant().plus(RENEWED_BEFORE_END));
        } catch (GeneralSecurityException e) {
            LOG.warn("An officer's certificate is not of this network", e);
            return false;
        }
    }

    private static X509Certificate enroll(Path file, MspId hospital, SigningKeyPair key, Enrollment enrollment)
            throws IOException {
        try {
            var request = ProvenRequest.of(CertificateRequest.of(key));
            X509Certificate certificate = enrollment.authority().issue(CertificateOrder.ofOfficer(hospital, request));
            OwnerOnlyFile.write(file, certificate.getEncoded());
            return certificate;
        } catch (RequestRefusedException | CertificateAuthorityException | CertificateException e) {
            throw new IOException("an officer of " + hospital + " cannot be enrolled", e);
        }
    }

    public MspId hospital() {
        return hospital;
    }

    public SigningKeyPair key() {
        return key;
    }

    public X509Certificate certificate() {
        return certificate;
    }

    /** What the network is founded with. */
    public Officer officer() {
        return new Officer(SigningPublicKey.of(key.publicKey()).digest(), hospital);
    }

    @Override
    public void close() {
        key.close();
    }

    @Override
    public String toString() {
        return "OfficerKeys[secret]";
    }
}
