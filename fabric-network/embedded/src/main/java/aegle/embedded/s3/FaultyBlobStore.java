// SPDX-License-Identifier: Apache-2.0

package aegle.embedded.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** Lets a {@link StoreFault} come between the server and its objects. */
final class FaultyBlobStore extends ForwardingBlobStore {
    private final StoreFault fault;

    FaultyBlobStore(BlobStore objects, StoreFault fault) {
        super(objects);
        this.fault = fault;
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream content) {
        announce(request.key());
        return super.putBlob(request, content);
    }

    @Override
    public HeadObjectResponse blobMetadata(HeadObjectRequest request) {
        announce(request.key());
        return super.blobMetadata(request);
    }

    @Override
    public ResponseInputStream<GetObjectResponse> getBlob(GetObjectRequest request) {
        announce(request.key());
        var stored = super.getBlob(request);
        try {
            return new ResponseInputStream<>(stored.response(), fault.sent(request.key(), stored));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void announce(String key) {
        try {
            fault.arrived(key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
