// SPDX-License-Identifier: Apache-2.0

package aegle.embedded.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** Objects as files, each on the disk before its upload is acknowledged. */
final class DurableBlobStore extends ForwardingBlobStore {
    private final Path folder;

    DurableBlobStore(Path folder) {
        super(new FilesystemNio2BlobStore(folder.toString()));
        this.folder = folder;
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream content) {
        var response = super.putBlob(request, content);
        Path file = folder.resolve(request.bucket()).resolve(request.key());
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return response;
    }
}
