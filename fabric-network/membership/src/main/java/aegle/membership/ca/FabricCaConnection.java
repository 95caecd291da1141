// SPDX-License-Identifier: Apache-2.0

package aegle.membership.ca;

import aegle.membership.CertificateAuthorityException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;

/**
 * Calls to a Fabric CA server over TLS, which trusts the configured TLS root and no other. Each call has a deadline, which holds for
 * the last byte of the answer; each answer is bounded.
 */
final class FabricCaConnection implements AutoCloseable {
    private static final long MAX_ANSWER = 16L << 20;

    private final HttpClient http;
    private final URI address;
    private final Duration deadline;
    private final JsonMapper json = new JsonMapper();

    FabricCaConnection(FabricCaSettings settings, Duration deadline) {
        this.address = settings.address();
        this.deadline = deadline;
        this.http = HttpClient.newBuilder()
                .sslContext(trustingOnly(settings.tlsRoot()))
                .connectTimeout(deadline)
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    private static SSLContext trustingOnly(X509Certificate tlsRoot) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry("tls-root", tlsRoot);
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("this Java runtime cannot do TLS", e);
        }
    }

    /** Make a call that says nothing about who is asking. */
    FabricCaAnswer send(FabricCaCall call) throws CertificateAuthorityException {
        return send(request(call));
    }

    /**
     * Make a call.
     *
     * @param authorization the header's value; a secret
     * @throws CertificateAuthorityException if the server does not answer in time, or not in its own language
     */
    FabricCaAnswer send(FabricCaCall call, String authorization) throws CertificateAuthorityException {
        return send(request(call).header("Authorization", authorization));
    }

    private HttpRequest.Builder request(FabricCaCall call) {
        return HttpRequest.newBuilder(address.resolve(call.path()))
                .header("Content-Type", "application/json")
                .method(call.method(), BodyPublishers.ofByteArray(call.body()));
    }

    private FabricCaAnswer send(HttpRequest.Builder request) throws CertificateAuthorityException {
        var pending = http.sendAsync(request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_ANSWER));
        try {
            HttpResponse<byte[]> response = pending.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
            return new FabricCaAnswer(response.statusCode(), json.readTree(response.body()));
        } catch (TimeoutException e) {
            throw failure("does not answer within " + deadline.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof SSLException cause
                    ? failure("cannot be trusted: TLS with the configured root fails", cause)
                    : failure("does not answer", e.getCause() instanceof IOException cause ? cause : e);
        } catch (IOException e) {
            throw failure("answers in a way that is not Fabric CA's", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure("was not waited for", e);
        } finally {
            pending.cancel(true);
        }
    }

    private CertificateAuthorityException failure(String what, Exception cause) {
        return new CertificateAuthorityException("the Fabric CA server at " + address + " " + what, cause);
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }
}
