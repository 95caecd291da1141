// SPDX-License-Identifier: Apache-2.0

package aegle.benchmarks.cipher;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The JDK's AES-256-GCM alone, as fast as one thread has it: from memory to memory, a new nonce for each mebibyte. */
public final class RawCipher {
    private static final int TAG_LENGTH = 16;

    /** The JDK compiles the fast path after thousands of calls, not bytes. */
    private static final int PIECE = 1 << 16;

    private final Cipher gcm;
    private final SecretKeySpec key = new SecretKeySpec(new byte[32], "AES");
    private final byte[] sealed;
    private int nonce;

    /** Makes a cipher for at most so many bytes at once. */
    public RawCipher(int most) {
        try {
            this.gcm = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime lacks AES-GCM", e);
        }
        this.sealed = new byte[most + TAG_LENGTH];
    }

    /** Seals the first bytes of an array, and keeps nothing. */
    public void seal(byte[] bytes, int length) {
        try {
            byte[] numbered = ByteBuffer.allocate(12).putInt(nonce++).array();
            gcm.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(8 * TAG_LENGTH, numbered));
            int from = 0;
            int to = 0;
            for (; length - from > PIECE; from += PIECE) {
                to += gcm.update(bytes, from, PIECE, sealed, to);
            }
            gcm.doFinal(bytes, from, length - from, sealed, to);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM could not seal", e);
        }
    }
}
