// SPDX-License-Identifier: Apache-2.0

package aegle.devnet;

import io.minio.BucketExistsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.SetObjectLockConfigurationArgs;
import io.minio.errors.MinioException;
import io.minio.messages.ObjectLockConfiguration;
import io.minio.messages.ObjectLockConfiguration.RetentionDurationDays;
import io.minio.messages.RetentionMode;
import java.io.IOException;

/**
 * The bucket of a store: versioned and, in governance mode, locked, so that an overwritten or deleted object can be brought back. An
 * administrator may still delete: rotation and erasure must.
 */
final class StoreBucket {
    private static final int LOCKED_DAYS = 30;

    private StoreBucket() {}

    /**
     * Make the bucket, unless it is there.
     *
     * @throws IOException if the store does not do it
     */
    static void make(StoreAdministration store) throws IOException {
        try {
            make(store.s3());
        } catch (MinioException e) {
            throw new IOException(store + " does not make the bucket", e);
        }
    }

    private static void make(MinioClient client) throws MinioException {
        if (!client.bucketExists(
                BucketExistsArgs.builder().bucket(Consortium.BUCKET).build())) {
            client.makeBucket(MakeBucketArgs.builder()
                    .bucket(Consortium.BUCKET)
                    .objectLock(true)
                    .build());
        }
        client.setObjectLockConfiguration(SetObjectLockConfigurationArgs.builder()
                .bucket(Consortium.BUCKET)
                .config(new ObjectLockConfiguration(RetentionMode.GOVERNANCE, new RetentionDurationDays(LOCKED_DAYS)))
                .build());
    }
}
