// SPDX-License-Identifier: Apache-2.0

package aegle.client.store;

import aegle.record.call.StoreCalls;
import aegle.record.metadata.StoredObject;
import io.minio.Http;
import io.minio.PutObjectAPIArgs;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of an object that is to be put: a file that each attempt opens anew, or memory. */
sealed interface Ciphertext {

    long length() throws IOException;

    /** Add these bytes to an upload; close what is returned when it is over. */
    Closeable supply(PutObjectAPIArgs.Builder upload) throws IOException;

    /** Begin the arguments of one PUT. The checksum keeps minio-java from hashing the bytes once more. */
    static PutObjectAPIArgs.Builder upload(String bucket, StoredObject object) {
        var checksum = StoreCalls.checksum(object.digest());
        return PutObjectAPIArgs.builder()
                .bucket(bucket)
                .object(object.key().path())
                .headers(new Http.Headers(checksum.name(), checksum.value()));
    }

    /** Bytes on disk. */
    record OnDisk(Path file) implements Ciphertext {
        @Override
        public long length() throws IOException {
            return Files.size(file);
        }

        @Override
        public Closeable supply(PutObjectAPIArgs.Builder upload) throws IOException {
            var opened = new RandomAccessFile(file.toFile(), "r");
            upload.file(opened, opened.length());
            return opened;
        }
    }

    /** Bytes in memory. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, and not copied because it is only read
    record InMemory(byte[] bytes) implements Ciphertext {
        @Override
        public long length() {
            return bytes.length;
        }

        @Override
        public Closeable supply(PutObjectAPIArgs.Builder upload) {
            upload.data(bytes, bytes.length);
            return () -> {};
        }
    }
}
