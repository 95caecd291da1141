// SPDX-License-Identifier: Apache-2.0

package aegle.record;

/** SHA-256 of an object as it lies in the store. */
public record CiphertextDigest(Bytes value) {
    public static final int LENGTH = 32;

    public CiphertextDigest {
        value.requireLength(LENGTH, "CiphertextDigest");
    }

    public static CiphertextDigest of(byte... bytes) {
        return new CiphertextDigest(Bytes.of(bytes));
    }

    public static CiphertextDigest ofHex(String hex) {
        return new CiphertextDigest(Bytes.ofHex(hex));
    }

    public String hex() {
        return value.hex();
    }

    @Override
    public String toString() {
        return hex();
    }
}
