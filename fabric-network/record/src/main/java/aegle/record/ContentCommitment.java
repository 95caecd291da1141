// SPDX-License-Identifier: Apache-2.0

package aegle.record;

/**
 * The blinded commitment to a document's plaintext ({@code shared-crypto/docs/commitment.md}). Nobody without its blinding
 * value can test a guess against it.
 */
public record ContentCommitment(Bytes value) {
    public static final int LENGTH = 32;

    public ContentCommitment {
        value.requireLength(LENGTH, "ContentCommitment");
    }

    public static ContentCommitment of(byte... bytes) {
        return new ContentCommitment(Bytes.of(bytes));
    }

    public static ContentCommitment ofHex(String hex) {
        return new ContentCommitment(Bytes.ofHex(hex));
    }

    public String hex() {
        return value.hex();
    }

    @Override
    public String toString() {
        return hex();
    }
}
