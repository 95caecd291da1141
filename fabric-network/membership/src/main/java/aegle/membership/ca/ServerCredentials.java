// SPDX-License-Identifier: Apache-2.0

package aegle.membership.ca;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A server's TLS key and certificate. The JDK's key cannot be wiped; it lives as long as the server. */
public final class ServerCredentials {
    private static final char[] NO_PASSWORD = new char[0];

    private final X509Certificate certificate;
    private final PrivateKey key;

    ServerCredentials(X509Certificate certificate, PrivateKey key) {
        this.certificate = certificate;
        this.key = key;
    }

    public X509Certificate certificate() {
        return certificate;
    }

    /** For servers that speak TLS through the JDK. */
    public SSLContext sslContext() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, NO_PASSWORD);
            store.setKeyEntry("server", key, NO_PASSWORD, new Certificate[] {certificate});
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, NO_PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("this Java runtime cannot serve TLS with P-256", e);
        }
    }

    /**
     * Write both as PEM files, the key (PKCS#8, unencrypted) readable for its owner only, for servers that want files.
     *
     * @throws IOException if they cannot be written
     */
    public void write(Path certificateFile, Path keyFile) throws IOException {
        OwnerOnlyFile.write(keyFile, PemText.of(key).getBytes(StandardCharsets.US_ASCII));
        OwnerOnlyFile.write(certificateFile, PemText.of(certificate).getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
        return "ServerCredentials[secret]";
    }
}
