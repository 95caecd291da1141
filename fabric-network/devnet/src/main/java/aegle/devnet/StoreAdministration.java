// SPDX-License-Identifier: Apache-2.0

package aegle.devnet;

import aegle.client.trust.TlsRoot;
import aegle.devnet.material.Certificates;
import io.minio.MinioClient;
import io.minio.Signer;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;

/** A store, spoken to as its administrator. */
final class StoreAdministration implements AutoCloseable {
    private static final long SECONDS = 30;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");

    private final String endpoint;
    private final StoreKey administrator;
    // a client of its own: minio-java's would parse every certificate of this computer
    private final OkHttpClient http;

    private StoreAdministration(String endpoint, StoreKey administrator, OkHttpClient http) {
        this.endpoint = endpoint;
        this.administrator = administrator;
        this.http = http;
    }

    static StoreAdministration of(DevnetLayout layout, NetworkSettings settings, String store) throws IOException {
        var root = TlsRoot.of(Certificates.read(TlsFiles.root(layout)));
        var http = new OkHttpClient.Builder()
                .callTimeout(SECONDS, TimeUnit.SECONDS)
                .sslSocketFactory(root.context().getSocketFactory(), root.trust())
                .build();
        return new StoreAdministration(
                StoreNodes.endpoint(settings, store), StoreKey.ofAdministrator(settings, store), http);
    }

    /** For what every S3 server can do. */
    MinioClient s3() {
        return MinioClient.builder()
                .endpoint(endpoint)
                .region(Consortium.REGION)
                .credentials(administrator.access(), administrator.secret())
                .httpClient(http, false)
                .build();
    }

    /**
     * Ask for something of the server's own.
     *
     * @param taken the answers that mean that it is done, or was before
     * @throws IOException with another answer, or none
     */
    void ask(String method, String path, byte[] body, Set<Integer> taken) throws IOException {
        var url = HttpUrl.get(endpoint + path);
        String digest = sha256(body);
        var request = new Request.Builder()
                .url(url)
                .method(method, RequestBody.create(body))
                .header("Host", url.host() + ":" + url.port())
                .header("x-amz-content-sha256", digest)
                .header("x-amz-date", ZonedDateTime.now(ZoneOffset.UTC).format(TIME))
                .build();
        try (var answer = http.newCall(signed(request, digest)).execute()) {
            if (!taken.contains(answer.code())) {
                throw new IOException(endpoint + path + " answers " + answer.code());
            }
        }
    }

    private Request signed(Request request, String digest) throws IOException {
        try {
            return Signer.signV4S3(request, Consortium.REGION, administrator.access(), administrator.secret(), digest);
        } catch (MinioException e) {
            throw new IOException("the request cannot be signed", e);
        }
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public void close() {
        http.connectionPool().evictAll();
        http.dispatcher().executorService().shutdown();
    }

    @Override
    public String toString() {
        return "StoreAdministration[" + endpoint + "]";
    }
}
