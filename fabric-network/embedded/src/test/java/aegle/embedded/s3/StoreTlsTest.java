// SPDX-License-Identifier: Apache-2.0

package aegle.embedded.s3;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import aegle.client.store.S3RecordStore;
import aegle.membership.ca.TlsAuthority;
import aegle.record.call.StoreCalls.StoreUrl;
import aegle.record.call.StoreCalls.StoreUrls;
import aegle.record.metadata.StoredObject;
import aegle.sharing.ConnectionProfile.Store;
import aegle.sharing.RecordStore.Gate;
import aegle.sharing.StoreUnavailableException;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which store a program believes: one whose certificate lies under the root that the profile names for it, and no other. */
class StoreTlsTest {
    private static final byte[] CONTENT = StoreRig.content(3000);
    private static final StoredObject OBJECT = StoreRig.object(CONTENT);
    private static final int OK = 200;

    @TempDir
    private Path folder;

    private final AtomicInteger served = new AtomicInteger();

    @SuppressWarnings("NullAway.Init") // set before each test
    private HttpsServer server;

    @SuppressWarnings("NullAway.Init")
    private String root;

    @BeforeEach
    void serve() throws IOException {
        try (var authority = authority("roots")) {
            root = authority.rootPem();
            server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setHttpsConfigurator(
                    new HttpsConfigurator(authority.issue("127.0.0.1").sslContext()));
        }
        server.createContext("/", exchange -> {
            served.incrementAndGet();
            exchange.sendResponseHeaders(OK, CONTENT.length);
            try (var body = exchange.getResponseBody()) {
                body.write(CONTENT);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void one_under_its_root_is_believed() throws Exception {
        try (var store = client("127.0.0.1", root)) {
            assertArrayEquals(CONTENT, store.get(OBJECT, gate("127.0.0.1")));
        }
        assertEquals(1, served.get());
    }

    @Test
    void one_under_another_root_gets_no_request() throws Exception {
        try (var other = authority("others");
                var store = client("127.0.0.1", other.rootPem())) {
            assertThrows(StoreUnavailableException.class, () -> store.get(OBJECT, gate("127.0.0.1")));
        }
        assertEquals(0, served.get());
    }

    @Test
    void one_whose_certificate_names_another_host_gets_no_request() {
        try (var store = client("localhost", root)) {
            assertThrows(StoreUnavailableException.class, () -> store.get(OBJECT, gate("localhost")));
        }
        assertEquals(0, served.get());
    }

    private TlsAuthority authority(String name) throws IOException {
        return TlsAuthority.open(Files.createDirectories(folder.resolve(name)), Clock.systemUTC(), new SecureRandom());
    }

    private S3RecordStore client(String host, String trusted) {
        return new S3RecordStore(
                List.of(new Store("one", endpoint(host), "eu-central-1", "aegle", trusted)), StoreRig.IMPATIENT);
    }

    private Gate gate(String host) {
        String url = endpoint(host) + "/aegle/" + OBJECT.key().path();
        return () -> new StoreUrls(List.of(new StoreUrl("one", "GET", url, List.of())), Instant.now());
    }

    private String endpoint(String host) {
        return "https://" + host + ":" + server.getAddress().getPort();
    }
}
