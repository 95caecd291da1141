// SPDX-License-Identifier: Apache-2.0

package aegle.client.store;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.BufferedSink;
import okio.ForwardingSink;
import okio.Okio;
import okio.Sink;
import org.jspecify.annotations.Nullable;

/** A request body that tells how much of it has left, and stops leaving when its attempt is cancelled. */
final class MeteredBody extends RequestBody {
    private final RequestBody body;
    private final CallHandle handle;

    MeteredBody(RequestBody body, CallHandle handle) {
        this.body = body;
        this.handle = handle;
    }

    @Override
    public @Nullable MediaType contentType() {
        return body.contentType();
    }

    @Override
    public long contentLength() throws IOException {
        return body.contentLength();
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        var metered = Okio.buffer(new Meter(sink));
        body.writeTo(metered);
        metered.flush();
    }

    private final class Meter extends ForwardingSink {
        private long sent;

        private Meter(Sink sink) {
            super(sink);
        }

        @Override
        public void write(Buffer source, long byteCount) throws IOException {
            super.write(source, byteCount);
            sent += byteCount;
            handle.moved(sent);
        }
    }
}
