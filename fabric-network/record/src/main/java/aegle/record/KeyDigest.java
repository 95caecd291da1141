// SPDX-License-Identifier: Apache-2.0

package aegle.record;

/** SHA-256 of a public key's SubjectPublicKeyInfo: how certificates and ledger members are matched. */
public record KeyDigest(Bytes value) {
    public static final int LENGTH = 32;

    public KeyDigest {
        value.requireLength(LENGTH, "KeyDigest");
    }

    public static KeyDigest of(byte... bytes) {
        return new KeyDigest(Bytes.of(bytes));
    }

    public static KeyDigest ofHex(String hex) {
        return new KeyDigest(Bytes.ofHex(hex));
    }

    public String hex() {
        return value.hex();
    }

    @Override
    public String toString() {
        return hex();
    }
}
