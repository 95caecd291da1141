// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.record;

import aegle.crypto.secret.SecretBytes;
import java.security.SecureRandom;

/** The key of a body's outer layer in one generation; alone it opens no plaintext. */
public final class SurfaceKey implements AutoCloseable {
    public static final int LENGTH = 32;

    private final SecretBytes bytes;

    private SurfaceKey(SecretBytes bytes) {
        this.bytes = bytes;
    }

    public static SurfaceKey generate(SecureRandom random) {
        return new SurfaceKey(SecretBytes.random(LENGTH, random, "SurfaceKey"));
    }

    /** Takes a copy of 32 bytes, which the caller still has to wipe. */
    public static SurfaceKey of(byte[] bytes) {
        return new SurfaceKey(SecretBytes.copyOf(bytes, LENGTH, "SurfaceKey"));
    }

    /** Returns a copy for sealing; the caller wipes it. */
    public byte[] reveal() {
        return bytes.reveal();
    }

    SecretBytes secret() {
        return bytes;
    }

    @Override
    public void close() {
        bytes.close();
    }

    @Override
    public String toString() {
        return "SurfaceKey[secret]";
    }
}
