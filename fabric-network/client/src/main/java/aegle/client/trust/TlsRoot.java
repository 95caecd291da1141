// SPDX-License-Identifier: Apache-2.0

package aegle.client.trust;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * The one root that a server's TLS certificate must chain to. No root that the computer or its administrator trusts counts beside
 * it. That the certificate names the server is for the connection to check.
 */
public final class TlsRoot {
    private final X509TrustManager trust;

    private TlsRoot(X509TrustManager trust) {
        this.trust = trust;
    }

    /** Trusts certificates under this one. */
    public static TlsRoot of(X509Certificate root) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry("tls-root", root);
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return new TlsRoot(Arrays.stream(factory.getTrustManagers())
                    .filter(X509TrustManager.class::isInstance)
                    .map(X509TrustManager.class::cast)
                    .findFirst()
                    .orElseThrow());
        } catch (GeneralSecurityException | IOException e) {
            throw withoutTls(e);
        }
    }

    /** What judges a server's certificate, for clients that want it apart from the context. */
    public X509TrustManager trust() {
        return trust;
    }

    /** Makes connections that trust this root; such a client shows no certificate of its own. */
    public SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw withoutTls(e);
        }
    }

    private static IllegalStateException withoutTls(Exception cause) {
        return new IllegalStateException("this Java runtime cannot do TLS", cause);
    }
}
