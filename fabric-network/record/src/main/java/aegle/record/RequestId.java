// SPDX-License-Identifier: Apache-2.0

package aegle.record;

import java.security.SecureRandom;

/** The number of a clinician's request for access, chosen at random by the clinician. */
public record RequestId(Bytes value) {
    public static final int LENGTH = 16;

    public RequestId {
        value.requireLength(LENGTH, "RequestId");
    }

    public static RequestId of(byte... bytes) {
        return new RequestId(Bytes.of(bytes));
    }

    public static RequestId ofHex(String hex) {
        return new RequestId(Bytes.ofHex(hex));
    }

    public static RequestId random(SecureRandom random) {
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
