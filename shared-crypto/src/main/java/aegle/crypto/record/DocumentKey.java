// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.record;

import aegle.crypto.secret.SecretBytes;
import java.security.SecureRandom;

/** The key of one document's body [DEK], drawn by its uploader; it lies in the envelope only. */
public final class DocumentKey implements AutoCloseable {
    public static final int LENGTH = 32;

    private final SecretBytes bytes;

    private DocumentKey(SecretBytes bytes) {
        this.bytes = bytes;
    }

    public static DocumentKey generate(SecureRandom random) {
        return new DocumentKey(SecretBytes.random(LENGTH, random, "DocumentKey"));
    }

    /** Takes a copy of 32 bytes, which the caller still has to wipe. */
    public static DocumentKey of(byte[] bytes) {
        return new DocumentKey(SecretBytes.copyOf(bytes, LENGTH, "DocumentKey"));
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
        return "DocumentKey[secret]";
    }
}
