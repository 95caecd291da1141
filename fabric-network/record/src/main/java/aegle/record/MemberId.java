// SPDX-License-Identifier: Apache-2.0

package aegle.record;

import java.security.SecureRandom;

/** A clinician's number on the ledger, chosen at random by the clinician.s program when it applies. */
public record MemberId(Bytes value) {
    public static final int LENGTH = 16;

    public MemberId {
        value.requireLength(LENGTH, "MemberId");
    }

    public static MemberId of(byte... bytes) {
        return new MemberId(Bytes.of(bytes));
    }

    public static MemberId ofHex(String hex) {
        return new MemberId(Bytes.ofHex(hex));
    }

    public static MemberId random(SecureRandom random) {
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
