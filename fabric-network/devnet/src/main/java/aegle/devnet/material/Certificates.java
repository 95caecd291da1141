// SPDX-License-Identifier: Apache-2.0

package aegle.devnet.material;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;

/** Certificates in PEM files. */
public final class Certificates {
    private static final int LINE = 64;

    private Certificates() {}

    /** The certificate as PEM (RFC 7468). */
    public static String text(X509Certificate certificate) {
        try {
            String base64 = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
            return "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("the certificate has no encoding", e);
        }
    }

    /**
     * Read the first one in a file.
     *
     * @throws IOException if there is none
     */
    public static X509Certificate read(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(stream);
        } catch (CertificateException e) {
            throw new IOException(file + " holds no certificate", e);
        }
    }
}
