// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import aegle.client.trust.PemCertificates;
import aegle.client.trust.TlsRoot;
import aegle.record.call.StoreCalls.Header;
import aegle.record.call.StoreCalls.StoreUrl;
import aegle.record.call.StoreCalls.StoreUrls;
import aegle.sharing.ConnectionProfile.Store;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** A store, tried at its door by somebody who has a URL and no program of ours. Answers are HTTP's. */
final class StoreDoor implements AutoCloseable {
    private final HttpClient http;

    StoreDoor(Store store) throws IOException {
        http = store.hasTls()
                ? HttpClient.newBuilder()
                        .sslContext(TlsRoot.of(PemCertificates.required(store.tlsRoot()))
                                .context())
                        .build()
                : HttpClient.newHttpClient();
    }

    int get(StoreUrls urls) throws IOException, InterruptedException {
        return send(urls.urls().getFirst().url(), "GET", BodyPublishers.noBody());
    }

    int head(StoreUrls urls) throws IOException, InterruptedException {
        return send(urls.urls().getFirst().url(), "HEAD", BodyPublishers.noBody());
    }

    /** Put with the headers that the URL asks for. */
    int put(StoreUrl url, byte... content) throws IOException, InterruptedException {
        return send(
                url.url(),
                "PUT",
                BodyPublishers.ofByteArray(content),
                url.headers().toArray(Header[]::new));
    }

    int send(String url, String method, BodyPublisher body, Header... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url)).method(method, body);
        for (Header header : headers) {
            if (!header.name().equals("content-length")) {
                request.header(header.name(), header.value());
            }
        }
        return http.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    @Override
    public void close() {
        http.close();
    }
}
