// SPDX-License-Identifier: Apache-2.0

package aegle.embedded;

import aegle.crypto.identity.SigningKeyPair;
import aegle.membership.CertificateAuthority;
import aegle.membership.CertificateAuthorityException;
import aegle.membership.CertificateOrder;
import aegle.membership.ProvenRequest;
import aegle.membership.RequestRefusedException;
import aegle.record.MspId;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One invented officer of a practice hospital: her key and certificate. Practice officers' keys lie in the network's folder,
 * readable for its owner only; real officers keep theirs themselves.
 */
public final class OfficerKeys implements AutoCloseable {
    private final MspId hospital;
    private final SigningKeyPair key;
    private final X509Certificate certificate;

    private OfficerKeys(MspId hospital, SigningKeyPair key, X509Certificate certificate) {
        this.hospital = hospital;
        this.key = key;
        this.certificate = certificate;
    }

    /**
     * Read an officer's key and certificate; the first time, make the one and have the other issued.
     *
     * @throws IOException if they cannot be read, or the authority does not issue
     */
    public static OfficerKeys open(
            Path folder, MspId hospital, int number, CertificateAuthority authority, SecureRandom random)
            throws IOException {
        SigningKeyPair key = key(keyFile(folder, hospital, number), random);
        Path certificateFile = certificateFile(folder, hospital, number);
        if (!Files.exists(certificateFile)) {
            Files.write(certificateFile, enroll(hospital, key, authority));
        }
        return new OfficerKeys(hospital, key, parse(Files.readAllBytes(certificateFile)));
    }

    /** Read all officers of a hospital who have been opened there before, in the order of their numbers. */
    public static List<OfficerKeys> readAll(Path folder, MspId hospital) throws IOException {
        var officers = new ArrayList<OfficerKeys>();
        for (int number = 1; Files.exists(certificateFile(folder, hospital, number)); number++) {
            byte[] scalar = Files.readAllBytes(keyFile(folder, hospital, number));
            try {
                X509Certificate certificate = parse(Files.readAllBytes(certificateFile(folder, hospital, number)));
                officers.add(new OfficerKeys(hospital, SigningKeyPair.ofScalar(scalar), certificate));
            } finally {
                Arrays.fill(scalar, (byte) 0);
            }
        }
        return officers;
    }

    private static Path keyFile(Path folder, MspId hospital, int number) {
        return folder.resolve(hospital + "-" + number + ".key");
    }

    private static Path certificateFile(Path folder, MspId hospital, int number) {
        return folder.resolve(hospital + "-" + number + ".der");
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

    private static byte[] enroll(MspId hospital, SigningKeyPair key, CertificateAuthority authority)
            throws IOException {
        try {
            ProvenRequest request = ProvenRequest.of(CertificateRequest.of(key));
            return authority
                    .issue(CertificateOrder.ofOfficer(hospital, request))
                    .getEncoded();
        } catch (RequestRefusedException | CertificateAuthorityException | CertificateException e) {
            throw new IOException("an officer of " + hospital + " cannot be enrolled", e);
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
