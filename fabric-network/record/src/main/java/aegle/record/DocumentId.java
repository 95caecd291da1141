// SPDX-License-Identifier: Apache-2.0

package aegle.record;

import java.security.SecureRandom;

/** A document's number on the ledger, chosen at random by its uploader. */
public record DocumentId(Bytes value) {
    public static final int LENGTH = 16;

    public DocumentId {
        value.requireLength(LENGTH, "DocumentId");
    }

    public static DocumentId of(byte... bytes) {
        return new DocumentId(Bytes.of(bytes));
    }

    public static DocumentId ofHex(String hex) {
        return new DocumentId(Bytes.ofHex(hex));
    }

    public static DocumentId random(SecureRandom random) {
        var bytes = new byte[LENGTH];
        random.nextBytes(bytes);
        return of(bytes);
    }

    public String hex() {
        return value.hex();
    }

    @Override
    public String toString() {
        return hex();
    }
}
