// SPDX-License-Identifier: Apache-2.0

package aegle.devnet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import aegle.client.trust.TlsRoot;
import aegle.devnet.material.Certificates;
import io.minio.Signer;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;

/** Tries what one key may do at a store, by URLs signed with it. */
final class KeyTrial implements AutoCloseable {
    static final int DONE = 200;
    static final int DELETED = 204;
    static final int REFUSED = 403;
    private static final String BUCKET = "/" + Consortium.BUCKET;
    private static final int SECONDS = 60;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");

    private final String endpoint;
    private final StoreKey key;
    private final HttpClient http;

    KeyTrial(DevnetLayout layout, NetworkSettings settings, String store, StoreKey key) throws IOException {
        this.endpoint = StoreNodes.endpoint(settings, store);
        this.key = key;
        this.http = HttpClient.newBuilder()
                .sslContext(TlsRoot.of(Certificates.read(TlsFiles.root(layout))).context())
                .build();
    }

    /** What the store answers to a request without content. */
    int answer(String method, String pathAndQuery) throws IOException, InterruptedException {
        return answer(method, pathAndQuery, BodyPublishers.noBody());
    }

    private int put(String object) throws IOException, InterruptedException {
        return answer("PUT", object, BodyPublishers.ofString("content"));
    }

    private int answer(String method, String pathAndQuery, BodyPublisher body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        signed(method, HttpUrl.get(endpoint + pathAndQuery)).uri())
                .method(method, body);
        return http.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    private HttpUrl signed(String method, HttpUrl url) throws IOException {
        var request = new Request.Builder()
                .url(url)
                .method(method, method.equals("PUT") ? RequestBody.create(new byte[0]) : null)
                .header("Host", url.host() + ":" + url.port())
                .header("x-amz-date", ZonedDateTime.now(ZoneOffset.UTC).format(TIME))
                .build();
        try {
            return Signer.presignV4(request, Consortium.REGION, key.access(), key.secret(), SECONDS);
        } catch (MinioException e) {
            throw new IOException(e);
        }
    }

    /** Require that the key puts and gets, and does nothing else. */
    void requireOnlyGetAndPut(String name) throws IOException, InterruptedException {
        String object = BUCKET + "/" + name;
        assertEquals(DONE, put(object), "PUT");
        assertEquals(DONE, answer("GET", object), "GET");
        assertEquals(DONE, answer("HEAD", object), "HEAD");
        assertEquals(REFUSED, answer("DELETE", object), "DELETE");
        assertEquals(REFUSED, answer("GET", BUCKET + "?list-type=2"), "list");
        assertEquals(REFUSED, answer("GET", BUCKET + "?versions="), "list versions");
        assertEquals(REFUSED, answer("GET", object + "?retention="), "read the lock");
        assertEquals(REFUSED, answer("GET", BUCKET + "?policy="), "read the policy");
        assertEquals(REFUSED, answer("PUT", BUCKET + "?policy="), "change the policy");
        assertEquals(REFUSED, answer("PUT", "/another"), "make a bucket");
        assertEquals(DONE, answer("GET", object), "GET afterwards");
    }

    /** Require that the key, which was known before, puts and gets nothing. */
    void requireNothing(String name) throws IOException, InterruptedException {
        String object = BUCKET + "/" + name;
        assertEquals(REFUSED, put(object), "PUT");
        assertEquals(REFUSED, answer("GET", object), "GET");
    }

    /** Require that the key deletes and lists, so that a refusal of another's is the store's and no mistake in asking. */
    void requireDeleteAndList(String name) throws IOException, InterruptedException {
        String object = BUCKET + "/" + name;
        assertEquals(DONE, put(object), "PUT");
        assertEquals(DONE, answer("GET", BUCKET + "?list-type=2"), "list");
        assertEquals(DELETED, answer("DELETE", object), "DELETE");
    }

    @Override
    public void close() {
        http.close();
    }
}
