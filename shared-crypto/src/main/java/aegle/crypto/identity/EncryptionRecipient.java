// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.identity;

import java.util.Arrays;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;

/**
 * A public key that things are sealed to [PKE, or a category's recipient]: X-Wing (ML-KEM-768 and X25519), 1216 bytes.
 * It proves nothing about its owner; a signed statement does.
 */
public final class EncryptionRecipient {
    public static final int LENGTH = 1216;
    /** Length of an X-Wing encapsulation. */
    public static final int ENCAPSULATION_LENGTH = 1120;

    private static final String TEXT_PREFIX = "age1pq";

    private final byte[] bytes;

    private EncryptionRecipient(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Takes the raw public key, or refuses one that is not an X-Wing public key. */
    public static EncryptionRecipient of(byte... bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("an X-Wing public key has " + LENGTH + " bytes, not " + bytes.length);
        }
        suite().deserializePublicKey(bytes);
        return new EncryptionRecipient(bytes.clone());
    }

    /** Reads {@code age1pq1…}. */
    public static EncryptionRecipient ofText(String text) {
        return of(Bech32.decode(TEXT_PREFIX, text));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** Returns {@code age1pq1…} for screen and paper. */
    public String text() {
        return Bech32.encode(TEXT_PREFIX, bytes);
    }

    /** Wrap {@code key} with HPKE in base mode (RFC 9180), empty associated data. Does not prove who wrapped it. */
    public WrappedKey wrap(byte[] key, byte[] info) {
        var suite = suite();
        var context = suite.setupBaseS(suite.deserializePublicKey(bytes), info);
        try {
            return WrappedKey.of(context.getEncapsulation(), context.seal(new byte[0], key));
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("ChaCha20-Poly1305 could not seal", e);
        }
    }

    static HPKE suite() {
        return new HPKE(HPKE.mode_base, HPKE.kem_X_WING, HPKE.kdf_HKDF_SHA256, HPKE.aead_CHACHA20_POLY1305);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EncryptionRecipient that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return text();
    }
}
