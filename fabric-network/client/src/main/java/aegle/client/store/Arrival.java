// SPDX-License-Identifier: Apache-2.0

package aegle.client.store;

import aegle.client.store.AttemptResult.Moved;
import aegle.client.store.AttemptResult.OtherBytes;
import aegle.crypto.Digest;
import aegle.record.metadata.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;

/** Takes in what a store serves and compares it with the ledger's length and SHA-256 on the way. */
final class Arrival {
    private static final int BUFFER = 64 << 10;

    private final StoredObject object;
    private final CallHandle handle;

    Arrival(StoredObject object, CallHandle handle) {
        this.object = object;
        this.handle = handle;
    }

    AttemptResult of(InputStream served, Landing landing) throws IOException {
        MessageDigest digest = Digest.newSha256();
        long arrived = 0;
        try (var kept = new Keeping(landing)) {
            var buffer = new byte[BUFFER];
            for (int n = served.read(buffer); n >= 0; n = served.read(buffer)) {
                arrived += n;
                if (arrived > object.length()) {
                    return new OtherBytes();
                }
                digest.update(buffer, 0, n);
                kept.write(buffer, n);
                handle.moved(arrived);
            }
        }
        boolean same = arrived == object.length()
                && MessageDigest.isEqual(
                        digest.digest(), object.digest().value().toByteArray());
        return same ? new Moved() : new OtherBytes();
    }

    /** The landing's stream, whose failures are our own and not the store's. */
    private static final class Keeping implements AutoCloseable {
        private final OutputStream out;

        Keeping(Landing landing) throws KeepingException {
            try {
                out = landing.open();
            } catch (IOException e) {
                throw new KeepingException(e);
            }
        }

        void write(byte[] buffer, int length) throws KeepingException {
            try {
                out.write(buffer, 0, length);
            } catch (IOException e) {
                throw new KeepingException(e);
            }
        }

        @Override
        public void close() throws KeepingException {
            try {
                out.close();
            } catch (IOException e) {
                throw new KeepingException(e);
            }
        }
    }
}
