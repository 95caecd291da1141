// SPDX-License-Identifier: Apache-2.0

package aegle.embedded.s3;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import aegle.record.call.StoreCalls.StoreUrl;
import aegle.record.metadata.StoredObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a signed URL enforces at the embedded store ({@code contract/docs/rules.md}), asked with the JDK's client. */
class EmbeddedStoreTest {
    private static final StoreKeyPair KEYS = new StoreKeyPair("gate", "invented-for-this-test");

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void objects_survive_a_restart_and_cannot_be_replaced() throws Exception {
        byte[] content = StoreRig.content(3000);
        var object = StoreRig.object(content);
        try (var store = start()) {
            assertEquals(200, put(signer(store).put(object), content));
        }
        try (var store = start()) {
            assertArrayEquals(content, get(signer(store).get(object.key())).body());
            assertEquals(412, put(signer(store).put(object), content));
        }
    }

    @Test
    void a_write_is_bound_to_bytes_length_key_and_method() throws Exception {
        byte[] content = StoreRig.content(3000);
        var object = StoreRig.object(content);
        var other = StoreRig.object(content);
        try (var store = start()) {
            StoreUrl url = signer(store).put(object);

            assertEquals(400, put(url, StoreRig.content(3000)));
            assertEquals(403, put(url, StoreRig.content(3001)));
            assertEquals(403, put(new StoreUrl(url.store(), "PUT", url.url(), List.of()), content));
            assertEquals(403, put(atKeyOf(other, object, url), content));
            assertEquals(403, get(url).statusCode());
            assertEquals(404, get(signer(store).get(object.key())).statusCode());
        }
    }

    @Test
    void nobody_enters_without_a_signature_or_with_an_expired_or_foreign_one() throws Exception {
        byte[] content = StoreRig.content(3000);
        var object = StoreRig.object(content);
        try (var store = start()) {
            put(signer(store).put(object), content);
            var good = signer(store).get(object.key());
            var expired =
                    signer(store).sign("GET", object.key(), Instant.now().minus(Duration.ofSeconds(61)), List.of());
            var foreign = new HandSigner("store", store, new StoreKeyPair("gate", "another")).get(object.key());

            assertEquals(200, get(good).statusCode());
            assertEquals(
                    403,
                    get(new StoreUrl("store", "GET", good.url().replaceFirst("\\?.*", ""), List.of()))
                            .statusCode());
            assertEquals(403, get(expired).statusCode());
            assertEquals(403, get(foreign).statusCode());
        }
    }

    @Test
    void exactly_one_of_eight_uploads_at_once_wins() throws Exception {
        byte[] content = StoreRig.content(200_000);
        var object = StoreRig.object(content);
        try (var store = start()) {
            StoreUrl url = signer(store).put(object);
            List<CompletableFuture<HttpResponse<Void>>> uploads = Stream.generate(() -> http.sendAsync(
                            request(url, BodyPublishers.ofByteArray(content)), BodyHandlers.discarding()))
                    .limit(8)
                    .toList();

            List<Integer> answers = uploads.stream()
                    .map(upload -> upload.join().statusCode())
                    .sorted()
                    .toList();

            assertEquals(List.of(200, 412, 412, 412, 412, 412, 412, 412), answers);
        }
    }

    private EmbeddedStore start() throws IOException {
        return EmbeddedStore.start(new StoreSettings(folder, 0, "aegle", KEYS));
    }

    private static HandSigner signer(EmbeddedStore store) {
        return new HandSigner("store", store, KEYS);
    }

    private static StoreUrl atKeyOf(StoredObject other, StoredObject object, StoreUrl url) {
        String moved = url.url().replace(object.key().path(), other.key().path());
        return new StoreUrl(url.store(), url.method(), moved, url.headers());
    }

    private int put(StoreUrl url, byte[] content) throws IOException, InterruptedException {
        return http.send(request(url, BodyPublishers.ofByteArray(content)), BodyHandlers.discarding())
                .statusCode();
    }

    private HttpResponse<byte[]> get(StoreUrl url) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(url.url())).build(), BodyHandlers.ofByteArray());
    }

    private static HttpRequest request(StoreUrl url, BodyPublisher body) {
        var request = HttpRequest.newBuilder(URI.create(url.url())).method(url.method(), body);
        url.headers().stream()
                .filter(header -> !header.name().equals("content-length"))
                .forEach(header -> request.header(header.name(), header.value()));
        return request.build();
    }
}
