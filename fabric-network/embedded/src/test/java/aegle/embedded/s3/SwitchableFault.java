// SPDX-License-Identifier: Apache-2.0

package aegle.embedded.s3;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;

/** A fault that a test turns on and off. */
final class SwitchableFault implements StoreFault {
    private final CountDownLatch thaw = new CountDownLatch(1);
    private volatile Kind kind = Kind.NONE;

    void suffer(Kind kind) {
        this.kind = kind;
    }

    /** Let the requests go that were frozen. */
    void end() {
        kind = Kind.NONE;
        thaw.countDown();
    }

    @Override
    public void arrived(String key) throws IOException {
        if (kind == Kind.FAILING) {
            throw new IOException("invented failure");
        } else if (kind == Kind.FROZEN) {
            try {
                thaw.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }
    }

    @Override
    public InputStream sent(String key, InputStream stored) {
        return kind == Kind.LYING ? new FirstByteFlipped(stored) : stored;
    }

    enum Kind {
        NONE,
        FAILING,
        FROZEN,
        LYING
    }

    private static final class FirstByteFlipped extends FilterInputStream {
        private boolean flipped;

        private FirstByteFlipped(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            if (flipped || value < 0) {
                return value;
            }
            flipped = true;
            return value ^ 1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            if (n > 0 && !flipped) {
                flipped = true;
                buffer[offset] ^= 1;
            }
            return n;
        }
    }
}
