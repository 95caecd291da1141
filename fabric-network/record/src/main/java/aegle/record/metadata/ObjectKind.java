// SPDX-License-Identifier: Apache-2.0

package aegle.record.metadata;

/** What an object in the store is, with the length that the gate allows for it ({@code contract/docs/rules.md}). */
public enum ObjectKind {
    BODY("o/", ".b", 257L << 20),
    ENVELOPE("o/", ".e", 64L << 10),
    LABEL("o/", ".l", 16L << 10),
    GRANT("g/", "", 1L << 20),
    RECOVERY_SNAPSHOT("k/", "", 1L << 20),
    PRIVATE_BODY("p/", ".b", 257L << 20),
    PRIVATE_ENVELOPE("p/", ".e", 64L << 10),
    PRIVATE_LABEL("p/", ".l", 16L << 10);

    private final String prefix;
    private final String suffix;
    private final long maxLength;

    ObjectKind(String prefix, String suffix, long maxLength) {
        this.prefix = prefix;
        this.suffix = suffix;
        this.maxLength = maxLength;
    }

    public String prefix() {
        return prefix;
    }

    public String suffix() {
        return suffix;
    }

    /** The largest object of this kind, in bytes of ciphertext. */
    public long maxLength() {
        return maxLength;
    }
}
