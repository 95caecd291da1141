// SPDX-License-Identifier: Apache-2.0

package aegle.embedded;

import aegle.crypto.identity.SigningKeyPair;
import aegle.membership.CertificateAuthority;
import aegle.membership.CertificateAuthorityException;
import aegle.membership.CertificateOrder;
import aegle.membership.ProvenRequest;
import aegle.membership.RequestRefusedException;
import aegle.record.SigningPublicKey;
import aegle.record.member.Officer;
import aegle.sharing.enrollment.CertificateRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;

/**
 * One invented officer of a practice hospital: her key and certificate. Practice officers' keys lie in the network's folder,
 * readable for its owner only; real officers keep theirs themselves.
 */
public final class OfficerKeys implements AutoCloseable {
    private final PracticeHospital hospital;
    private final SigningKeyPair key;
    private final X509Certificate certificate;

    private OfficerKeys(PracticeHospital hospital, SigningKeyPair key, X509Certificate certificate) {
        this.hospital = hospital;
        this.key = key;
        this.certificate = certificate;
    }

    static OfficerKeys open(
            Path folder, PracticeHospital hospital, int number, CertificateAuthority authority, SecureRandom random)
            throws IOException {
        Path keyFile = folder.resolve(hospital.id() + "-" + number + ".key");
        Path certificateFile = folder.resolve(hospital.id() + "-" + number + ".der");
        SigningKeyPair key = key(keyFile, random);
        if (!Files.exists(certificateFile)) {
            Files.write(certificateFile, enroll(hospital, key, authority, random));
        }
        return new OfficerKeys(hospital, key, parse(Files.readAllBytes(certificateFile)));
    }

    private static SigningKeyPair key(Path file, SecureRandom random) throws IOException {
        if (Files.exists(file)) {
            byte[] scalar = Files.readAllBytes(file);
            try {
                return SigningKeyPair.ofScalar(scalar);
            } finally {
                Arrays.fill(scalar, (byte) 0);
            }
        }
        SigningKeyPair key = SigningKeyPair.generate(random);
        byte[] scalar = key.revealScalar();
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(file, scalar);
            return key;
        } finally {
            Arrays.fill(scalar, (byte) 0);
        }
    }

    private static byte[] enroll(
            PracticeHospital hospital, SigningKeyPair key, CertificateAuthority authority, SecureRandom random)
            throws IOException {
        try {
            ProvenRequest request = ProvenRequest.of(CertificateRequest.of(key));
            return authority
                    .issue(CertificateOrder.ofOfficer(hospital.id(), request, random))
                    .getEncoded();
        } catch (RequestRefusedException | CertificateAuthorityException | CertificateException e) {
            throw new IOException("an officer of " + hospital.id() + " cannot be enrolled", e);
        }
    }

    private static X509Certificate parse(byte[] der) throws IOException {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException e) {
            throw new IOException("an officer's certificate is damaged", e);
        }
    }

    public PracticeHospital hospital() {
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
        return new Officer(SigningPublicKey.of(key.publicKey()).digest(), hospital.id());
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
