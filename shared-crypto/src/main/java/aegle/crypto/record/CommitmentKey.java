// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.record;

import aegle.crypto.Digest;
import aegle.crypto.OpaqueId;
import aegle.crypto.secret.KeyDerivation;
import aegle.crypto.secret.SecretBytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/**
 * The blinding r of one document's commitment C, which stands on the ledger ({@code docs/commitment.md}).
 *
 * <p>C is hiding, since r is secret: nobody can test a guessed document against it. C is binding, since r has a fixed
 * length: no second document opens it. A reader who does not check C after decryption can be shown another document.
 */
public final class CommitmentKey implements AutoCloseable {
    public static final int LENGTH = 32;

    private static final byte[] LABEL = "aegle/commit/v1\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SHA_256 = {0};

    private final SecretBytes bytes;

    private CommitmentKey(SecretBytes bytes) {
        this.bytes = bytes;
    }

    public static CommitmentKey generate(SecureRandom random) {
        return new CommitmentKey(SecretBytes.random(LENGTH, random, "CommitmentKey"));
    }

    /** Takes a copy of 32 bytes, which the caller still has to wipe. */
    public static CommitmentKey of(byte[] bytes) {
        return new CommitmentKey(SecretBytes.copyOf(bytes, LENGTH, "CommitmentKey"));
    }

    /** Returns C for the document with this number on the ledger and this content. */
    public Digest commit(OpaqueId documentId, ContentDigest content) {
        byte[] length =
                ByteBuffer.allocate(Long.BYTES).putLong(content.length()).array();
        return Digest.of(KeyDerivation.hmac(
                bytes,
                LABEL,
                documentId.bytes(),
                SHA_256,
                length,
                content.sha256().bytes()));
    }

    /** Returns a copy for sealing; the caller wipes it. */
    public byte[] reveal() {
        return bytes.reveal();
    }

    @Override
    public void close() {
        bytes.close();
    }

    @Override
    public String toString() {
        return "CommitmentKey[secret]";
    }
}
