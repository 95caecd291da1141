// SPDX-License-Identifier: Apache-2.0

package aegle.record.command;

import aegle.record.Bytes;
import aegle.record.SigningPublicKey;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Arrays;

/**
 * A signature with its algorithm in front: {@code 0x01 ‖ r ‖ s}, ECDSA P-256 with SHA-256, low-S ({@code docs/encoding.md}).
 *
 * <p>The tag leaves room for Ed25519 (0x02) and ML-DSA-65 (0x03); both are refused today.
 */
public record TaggedSignature(Bytes value) {
    public static final byte ECDSA_P256 = 0x01;
    private static final int COORDINATE = 32;
    private static final BigInteger HALF_ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16).shiftRight(1);

    public TaggedSignature {
        if (value.length() == 0 || value.toByteArray()[0] != ECDSA_P256) {
            throw new UnknownSignatureAlgorithmException();
        }
        value.requireLength(1 + 2 * COORDINATE, "TaggedSignature");
    }

    public static TaggedSignature of(byte... taggedSignature) {
        return new TaggedSignature(Bytes.of(taggedSignature));
    }

    /** Tells whether this is {@code key}'s signature over {@code message}; false also for high-S and for points off the curve. */
    public boolean verifies(SigningPublicKey key, byte... message) {
        byte[] bytes = value.toByteArray();
        var s = new BigInteger(1, Arrays.copyOfRange(bytes, 1 + COORDINATE, bytes.length));
        if (s.compareTo(HALF_ORDER) > 0) {
            return false;
        }
        try {
            var engine = Signature.getInstance("SHA256withECDSAinP1363Format");
            engine.initVerify(key.toPublicKey());
            engine.update(message);
            return engine.verify(bytes, 1, 2 * COORDINATE);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
