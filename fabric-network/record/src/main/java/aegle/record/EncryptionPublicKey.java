// SPDX-License-Identifier: Apache-2.0

package aegle.record;

/** PKE of the paper: a raw X-Wing public key (1216 bytes), to which grants, envelopes and requests are sealed. */
public record EncryptionPublicKey(Bytes value) {
    public static final int LENGTH = 1216;

    public EncryptionPublicKey {
        value.requireLength(LENGTH, "EncryptionPublicKey");
    }

    public static EncryptionPublicKey of(byte... bytes) {
        return new EncryptionPublicKey(Bytes.of(bytes));
    }
}
