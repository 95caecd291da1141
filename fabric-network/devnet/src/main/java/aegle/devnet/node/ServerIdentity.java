// SPDX-License-Identifier: Apache-2.0

package aegle.devnet.node;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A server's TLS certificate and key from the PEM files that an administrator has put there: the certificate first, its
 * intermediates behind it; the key as unencrypted PKCS#8, EC.
 */
final class ServerIdentity {
    private static final char[] NO_PASSWORD = new char[0];

    private final Certificate[] chain;
    private final PrivateKey key;

    private ServerIdentity(Certificate[] chain, PrivateKey key) {
        this.chain = chain;
        this.key = key;
    }

    static ServerIdentity read(Path certificate, Path key) throws IOException {
        try (InputStream stream = Files.newInputStream(certificate)) {
            Certificate[] chain = CertificateFactory.getInstance("X.509")
                    .generateCertificates(stream)
                    .toArray(Certificate[]::new);
            String encoded = Files.readString(key).replaceAll("-----[A-Z ]+-----|\\s", "");
            return new ServerIdentity(
                    chain,
                    KeyFactory.getInstance("EC")
                            .generatePrivate(
                                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(encoded))));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException(certificate + " and " + key + " are no certificate and EC key", e);
        }
    }

    SSLContext context() throws IOException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, NO_PASSWORD);
            store.setKeyEntry("server", key, NO_PASSWORD, chain);
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, NO_PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("key and certificate of this server do not go together", e);
        }
    }

    @Override
    public String toString() {
        return "ServerIdentity[secret]";
    }
}
