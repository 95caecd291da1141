// SPDX-License-Identifier: Apache-2.0

package aegle.record;

import java.security.SecureRandom;

/** A permission's number, also the name of its sealed grant; chosen at random by the record's owner. */
public record PermissionId(Bytes value) {
    public static final int LENGTH = 16;

    public PermissionId {
        value.requireLength(LENGTH, "PermissionId");
    }

    public static PermissionId of(byte... bytes) {
        return new PermissionId(Bytes.of(bytes));
    }

    public static PermissionId ofHex(String hex) {
        return new PermissionId(Bytes.ofHex(hex));
    }

    public static PermissionId random(SecureRandom random) {
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
