// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.secret;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Secret bytes that are overwritten when closed; afterwards every use is an {@link IllegalStateException}. The garbage
 * collector may have moved copies before, so closing shortens the life of a secret and does not prove its end.
 */
public final class SecretBytes implements AutoCloseable {
    private final byte[] bytes;
    private final String name;
    private boolean closed;

    private SecretBytes(byte[] bytes, String name) {
        this.bytes = bytes;
        this.name = name;
    }

    /** Copies {@code bytes}, which the caller still has to wipe. */
    public static SecretBytes copyOf(byte[] bytes, int length, String name) {
        if (bytes.length != length) {
            throw new IllegalArgumentException(name + " has " + length + " bytes, not " + bytes.length);
        }
        return new SecretBytes(bytes.clone(), name);
    }

    public static SecretBytes random(int length, SecureRandom random, String name) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return new SecretBytes(bytes, name);
    }

    /** Returns a copy, which the caller wipes. */
    public synchronized byte[] reveal() {
        if (closed) {
            throw new IllegalStateException(name + " is closed");
        }
        return bytes.clone();
    }

    public boolean sameAs(SecretBytes other) {
        byte[] mine = reveal();
        byte[] theirs = other.reveal();
        try {
            return MessageDigest.isEqual(mine, theirs);
        } finally {
            Arrays.fill(mine, (byte) 0);
            Arrays.fill(theirs, (byte) 0);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public String toString() {
        return name + "[secret]";
    }
}
