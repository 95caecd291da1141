// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.vectors;

import java.nio.ByteBuffer;
import java.security.SecureRandom;

/** Gives out the bytes it was given, so that a vector comes out the same every time. */
final class FixedRandom extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final transient ByteBuffer bytes;

    FixedRandom(byte[]... parts) {
        bytes = ByteBuffer.wrap(HmacHkdf.joined(parts));
    }

    @Override
    public void nextBytes(byte[] target) {
        bytes.get(target);
    }
}
