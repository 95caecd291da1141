// SPDX-License-Identifier: Apache-2.0

package aegle.crypto;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

/** A number of 16 bytes that means nothing by itself: fid, document, permission, member, study. Hex in JSON and paths. */
public final class OpaqueId {
    public static final int LENGTH = 16;

    private final byte[] bytes;

    private OpaqueId(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("an id has " + LENGTH + " bytes, not " + bytes.length);
        }
        this.bytes = bytes;
    }

    public static OpaqueId of(byte... bytes) {
        return new OpaqueId(bytes.clone());
    }

    public static OpaqueId ofHex(String hex) {
        return new OpaqueId(HexFormat.of().parseHex(hex));
    }

    public static OpaqueId random(SecureRandom random) {
        var bytes = new byte[LENGTH];
        random.nextBytes(bytes);
        return new OpaqueId(bytes);
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OpaqueId that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
