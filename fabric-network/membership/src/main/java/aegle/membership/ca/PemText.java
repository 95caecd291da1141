// SPDX-License-Identifier: Apache-2.0

package aegle.membership.ca;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.bouncycastle.util.io.pem.PemWriter;

/** Keys and certificates as text (RFC 7468). */
final class PemText {
    static final String CERTIFICATE = "CERTIFICATE";
    static final String CERTIFICATE_REQUEST = "CERTIFICATE REQUEST";
    static final String PRIVATE_KEY = "PRIVATE KEY";

    private PemText() {}

    static String of(X509Certificate certificate) {
        try {
            return write(CERTIFICATE, certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("the certificate has no encoding", e);
        }
    }

    /** The key as PKCS#8, unencrypted. */
    static String of(PrivateKey key) {
        return write(PRIVATE_KEY, key.getEncoded());
    }

    /** A certificate request (PKCS#10, DER). */
    static String ofRequest(byte[] der) {
        return write(CERTIFICATE_REQUEST, der);
    }

    private static String write(String type, byte[] content) {
        var text = new StringWriter();
        try (var writer = new PemWriter(text)) {
            writer.writeObject(new PemObject(type, content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** The content of each block, by its type. */
    static Map<String, byte[]> read(String text) throws IOException {
        var blocks = new LinkedHashMap<String, byte[]>();
        try (var reader = new PemReader(new StringReader(text))) {
            for (PemObject block = reader.readPemObject(); block != null; block = reader.readPemObject()) {
                blocks.put(block.getType(), block.getContent());
            }
        }
        return blocks;
    }
}
