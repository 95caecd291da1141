// SPDX-License-Identifier: Apache-2.0

package aegle.record;

import java.security.SecureRandom;

/** The random name under which the objects of one document generation lie in the store; unrelated to the document's number. */
public record ObjectName(Bytes value) {
    public static final int LENGTH = 16;

    public ObjectName {
        value.requireLength(LENGTH, "ObjectName");
    }

    public static ObjectName of(byte... bytes) {
        return new ObjectName(Bytes.of(bytes));
    }

    public static ObjectName ofHex(String hex) {
        return new ObjectName(Bytes.ofHex(hex));
    }

    public static ObjectName random(SecureRandom random) {
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
