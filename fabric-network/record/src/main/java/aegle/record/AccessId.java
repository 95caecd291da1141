// SPDX-License-Identifier: Apache-2.0

package aegle.record;

import java.security.SecureRandom;

/** The number of one look at a document, chosen at random by whoever looks. */
public record AccessId(Bytes value) {
    public static final int LENGTH = 16;

    public AccessId {
        value.requireLength(LENGTH, "AccessId");
    }

    public static AccessId of(byte... bytes) {
        return new AccessId(Bytes.of(bytes));
    }

    public static AccessId ofHex(String hex) {
        return new AccessId(Bytes.ofHex(hex));
    }

    public static AccessId random(SecureRandom random) {
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
