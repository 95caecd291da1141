// SPDX-License-Identifier: Apache-2.0

package aegle.devnet;

import aegle.devnet.material.ConfigurationTemplate;
import aegle.devnet.tool.StoreServer;
import io.minio.SetBucketPolicyArgs;
import io.minio.errors.MinioException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes the contracts' keys known to a store and limits them; each server has its own way ({@code docs/decisions}). */
final class StoreKeyring {
    private static final Set<Integer> DONE = Set.of(HttpURLConnection.HTTP_OK);
    private static final Set<Integer> DONE_OR_UNKNOWN =
            Set.of(HttpURLConnection.HTTP_OK, HttpURLConnection.HTTP_NOT_FOUND);
    private static final byte[] NOTHING = {};
    private static final Set<Integer> DONE_OR_THERE =
            Set.of(HttpURLConnection.HTTP_CREATED, HttpURLConnection.HTTP_CONFLICT);

    private final StoreAdministration store;
    private final List<StoreKey> keys;

    StoreKeyring(StoreAdministration store, List<StoreKey> keys) {
        this.store = store;
        this.keys = keys;
    }

    /**
     * Make them known; those that are known stay so.
     *
     * @throws IOException if the store does not do it
     */
    void admit(StoreServer.Kind kind) throws IOException {
        switch (kind) {
            case MINIO -> admitToMinio();
            case VERSITYGW -> admitToVersity();
        }
    }

    /** MinIO takes users and policies as the archive in which it exports them. */
    private void admitToMinio() throws IOException {
        String policies =
                ConfigurationTemplate.named("store-policy-minio.json").filled(Map.of("bucket", Consortium.BUCKET));
        var archive = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(archive)) {
            put(zip, "policies.json", policies);
            put(zip, "users.json", object(key -> "{\"secretKey\":\"" + key.secret() + "\",\"status\":\"enabled\"}"));
            put(zip, "user_mappings.json", object(_ -> "{\"version\":1,\"policy\":\"contract\"}"));
        }
        store.ask("PUT", "/minio/admin/v3/import-iam", archive.toByteArray(), DONE);
    }

    private static void put(ZipOutputStream zip, String file, String content) throws IOException {
        zip.putNextEntry(new ZipEntry("iam-assets/" + file));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /** Names and secrets are letters, digits, hyphens and underscores, so JSON and XML take them as they are. */
    private String object(Function<StoreKey, String> value) {
        return keys.stream()
                .map(key -> "\"" + key.access() + "\":" + value.apply(key))
                .collect(Collectors.joining(",", "{", "}"));
    }

    /**
     * Let the store know these keys no longer. VersityGW's policy must have been set without them before, which is what counts there.
     *
     * @throws IOException if the store does not do it
     */
    void withdraw(StoreServer.Kind kind) throws IOException {
        for (StoreKey key : keys) {
            switch (kind) {
                case MINIO ->
                    store.ask(
                            "DELETE",
                            "/minio/admin/v3/remove-user?accessKey=" + key.access(),
                            NOTHING,
                            DONE_OR_UNKNOWN);
                case VERSITYGW -> store.ask("PATCH", "/delete-user?access=" + key.access(), NOTHING, DONE_OR_UNKNOWN);
            }
        }
    }

    /** VersityGW's users may do nothing until the bucket's policy names them. */
    private void admitToVersity() throws IOException {
        for (StoreKey key : keys) {
            String account = "<Account><Access>" + key.access() + "</Access><Secret>" + key.secret()
                    + "</Secret><Role>user</Role></Account>";
            store.ask("PATCH", "/create-user", account.getBytes(StandardCharsets.UTF_8), DONE_OR_THERE);
        }
        String names = keys.stream().map(key -> "\"" + key.access() + "\"").collect(Collectors.joining(", "));
        String policy = ConfigurationTemplate.named("store-policy-versitygw.json")
                .filled(Map.of("bucket", Consortium.BUCKET, "keys", names));
        try {
            store.s3()
                    .setBucketPolicy(SetBucketPolicyArgs.builder()
                            .bucket(Consortium.BUCKET)
                            .config(policy)
                            .build());
        } catch (MinioException e) {
            throw new IOException(store + " does not take the bucket's policy", e);
        }
    }
}
