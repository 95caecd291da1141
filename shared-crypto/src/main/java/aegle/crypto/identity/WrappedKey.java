// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.identity;

import aegle.crypto.Octets;

/**
 * A key wrapped to one {@link EncryptionRecipient} with HPKE.
 *
 * @param encapsulation the X-Wing ciphertext, 1120 bytes
 * @param ciphertext the key under ChaCha20-Poly1305, 16 bytes longer than the key
 */
public record WrappedKey(Octets encapsulation, Octets ciphertext) {
    public WrappedKey {
        if (encapsulation.length() != EncryptionRecipient.ENCAPSULATION_LENGTH) {
            throw new IllegalArgumentException("an X-Wing encapsulation has 1120 bytes");
        }
    }

    static WrappedKey of(byte[] encapsulation, byte[] ciphertext) {
        return new WrappedKey(Octets.of(encapsulation), Octets.of(ciphertext));
    }
}
