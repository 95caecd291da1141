// SPDX-License-Identifier: Apache-2.0

package aegle.membership.ca;

import aegle.crypto.identity.SigningKeyPair;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Map;
import org.bouncycastle.util.BigIntegers;

/** A P-256 key and its certificate, both in one file that only its owner may read. The key lies there unencrypted. */
final class CertifiedKey implements AutoCloseable {
    private final SigningKeyPair key;
    private final X509Certificate certificate;

    /** Closing closes the key. */
    CertifiedKey(SigningKeyPair key, X509Certificate certificate) {
        this.key = key;
        this.certificate = certificate;
    }

    /**
     * Read both.
     *
     * @throws IOException if the file cannot be read, or holds something else
     */
    static CertifiedKey read(Path file) throws IOException {
        Map<String, byte[]> blocks = PemText.read(Files.readString(file));
        byte[] key = blocks.get(PemText.PRIVATE_KEY);
        byte[] certificate = blocks.get(PemText.CERTIFICATE);
        if (key == null || certificate == null) {
            throw new IOException(file + " does not hold a key and its certificate");
        }
        try {
            var factory = CertificateFactory.getInstance("X.509");
            return new CertifiedKey(
                    readKey(key), (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(certificate)));
        } catch (GeneralSecurityException e) {
            throw new IOException(file + " does not hold a P-256 key and its certificate", e);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static SigningKeyPair readKey(byte[] encoded) throws GeneralSecurityException {
        var key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        if (!(key instanceof ECPrivateKey pair)) {
            throw new GeneralSecurityException("not an EC key");
        }
        byte[] scalar = BigIntegers.asUnsignedByteArray(SigningKeyPair.SCALAR_LENGTH, pair.getS());
        try {
            return SigningKeyPair.ofScalar(scalar);
        } finally {
            Arrays.fill(scalar, (byte) 0);
        }
    }

    void write(Path file) throws IOException {
        String content = PemText.of(key.privateKey()) + PemText.of(certificate);
        OwnerOnlyFile.write(file, content.getBytes(StandardCharsets.US_ASCII));
    }

    SigningKeyPair key() {
        return key;
    }

    X509Certificate certificate() {
        return certificate;
    }

    @Override
    public void close() {
        key.close();
    }

    @Override
    public String toString() {
        return "CertifiedKey[secret]";
    }
}
