// SPDX-License-Identifier: Apache-2.0

package aegle.benchmarks.store;

import aegle.sharing.ConnectionProfile;
import io.minio.GetObjectArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.errors.MinioException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** The first store of an embedded network through minio-java alone, with the store's own key: no gate, no ledger, nothing sealed. */
public final class BareStore {
    private final MinioClient minio;
    private final String bucket;

    private BareStore(MinioClient minio, String bucket) {
        this.minio = minio;
        this.bucket = bucket;
    }

    /**
     * The store of a network.
     *
     * @param settings the network's own, in which it keeps the stores' keys
     */
    public static BareStore of(ConnectionProfile.Store store, Path settings) throws IOException {
        var keys = new Properties();
        try (Reader reader = Files.newBufferedReader(settings)) {
            keys.load(reader);
        }
        var minio = MinioClient.builder()
                .endpoint(store.endpoint())
                .region(store.region())
                .credentials(keys.getProperty(store.id() + ".access-key"), keys.getProperty(store.id() + ".secret-key"))
                .build();
        return new BareStore(minio, store.bucket());
    }

    /** Put an object. */
    public void put(String name, byte[] content) throws IOException {
        try {
            minio.putObject(PutObjectArgs.builder().bucket(bucket).object(name).stream(
                            new ByteArrayInputStream(content), (long) content.length, -1L)
                    .build());
        } catch (MinioException e) {
            throw new IOException("the bare store takes nothing", e);
        }
    }

    /** Get an object. */
    public byte[] get(String name) throws IOException {
        try (var got = minio.getObject(
                GetObjectArgs.builder().bucket(bucket).object(name).build())) {
            return got.readAllBytes();
        } catch (MinioException e) {
            throw new IOException("the bare store gives nothing", e);
        }
    }
}
