// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.record;

import aegle.crypto.DecryptionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.spec.GCMParameterSpec;

/** The 40 bytes before the first segment: their length, a salt of 32 bytes, a nonce prefix of 7. */
final class StreamHeader {
    static final int LENGTH = 40;

    private static final int SALT_LENGTH = 32;
    private static final int NONCE_PREFIX_LENGTH = 7;
    private static final int NONCE_LENGTH = 12;
    private static final int TAG_BITS = 128;

    private final byte[] salt;
    private final byte[] noncePrefix;

    private StreamHeader(byte[] salt, byte[] noncePrefix) {
        this.salt = salt;
        this.noncePrefix = noncePrefix;
    }

    static StreamHeader random(SecureRandom random) {
        var salt = new byte[SALT_LENGTH];
        var noncePrefix = new byte[NONCE_PREFIX_LENGTH];
        random.nextBytes(salt);
        random.nextBytes(noncePrefix);
        return new StreamHeader(salt, noncePrefix);
    }

    static StreamHeader read(InputStream body) throws IOException, DecryptionException {
        byte[] bytes = body.readNBytes(LENGTH);
        if (bytes.length != LENGTH || bytes[0] != LENGTH) {
            throw new DecryptionException();
        }
        return new StreamHeader(
                Arrays.copyOfRange(bytes, 1, 1 + SALT_LENGTH), Arrays.copyOfRange(bytes, 1 + SALT_LENGTH, LENGTH));
    }

    byte[] bytes() {
        return ByteBuffer.allocate(LENGTH)
                .put((byte) LENGTH)
                .put(salt)
                .put(noncePrefix)
                .array();
    }

    byte[] streamKey(BodyLayer layer) {
        return layer.streamKey(salt);
    }

    GCMParameterSpec nonce(int index, boolean last) {
        byte[] nonce = ByteBuffer.allocate(NONCE_LENGTH)
                .put(noncePrefix)
                .putInt(index)
                .put((byte) (last ? 1 : 0))
                .array();
        return new GCMParameterSpec(TAG_BITS, nonce);
    }
}
