// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.record;

import aegle.crypto.OpaqueId;
import aegle.crypto.secret.KeyDerivation;
import aegle.crypto.secret.SecretBytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * One layer of a body: its key, and the associated data that binds it to its place ({@code docs/body.md}). It uses the
 * key it was made from, so close that one only afterwards.
 */
public final class BodyLayer {
    private static final byte[] BODY = "aegle/body/v1\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SURFACE = "aegle/surface/v1\0".getBytes(StandardCharsets.US_ASCII);
    private static final int LARGEST_LAYER_GROWTH = 8192;

    private final SecretBytes key;
    private final byte[] associatedData;
    private final long maximumPlaintextLength;

    private BodyLayer(SecretBytes key, byte[] associatedData, long maximumPlaintextLength) {
        this.key = key;
        this.associatedData = associatedData;
        this.maximumPlaintextLength = maximumPlaintextLength;
    }

    /** The inner layer, which every document has. */
    public static BodyLayer document(DocumentKey key, OpaqueId fid) {
        byte[] data = ByteBuffer.allocate(BODY.length + OpaqueId.LENGTH)
                .put(BODY)
                .put(fid.bytes())
                .array();
        return new BodyLayer(key.secret(), data, RecordCipher.MAXIMUM_DOCUMENT_LENGTH);
    }

    /** The outer layer of generation 1 and later, around the whole inner body. */
    public static BodyLayer surface(SurfaceKey key, OpaqueId fid, int generation) {
        if (generation < 1) {
            throw new IllegalArgumentException("generation 0 has no surface layer");
        }
        byte[] data = ByteBuffer.allocate(SURFACE.length + OpaqueId.LENGTH + Integer.BYTES)
                .put(SURFACE)
                .put(fid.bytes())
                .putInt(generation)
                .array();
        return new BodyLayer(key.secret(), data, RecordCipher.MAXIMUM_DOCUMENT_LENGTH + LARGEST_LAYER_GROWTH);
    }

    byte[] streamKey(byte[] salt) {
        return KeyDerivation.hkdf(key, salt, associatedData);
    }

    long maximumPlaintextLength() {
        return maximumPlaintextLength;
    }

    @Override
    public String toString() {
        return "BodyLayer[secret]";
    }
}
