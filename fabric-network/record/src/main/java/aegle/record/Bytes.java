// SPDX-License-Identifier: Apache-2.0

package aegle.record;

import java.util.Arrays;
import java.util.HexFormat;

/** An immutable string of bytes with value equality. Public data only: it can neither be wiped nor compared in constant time. */
public final class Bytes {
    private static final Bytes EMPTY = new Bytes(new byte[0]);

    private static final int LONGEST_SHOWN = 32;

    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    public static Bytes of(byte... content) {
        return content.length == 0 ? EMPTY : new Bytes(content.clone());
    }

    public static Bytes ofHex(String hex) {
        return new Bytes(HexFormat.of().parseHex(hex));
    }

    public static Bytes empty() {
        return EMPTY;
    }

    public int length() {
        return content.length;
    }

    public byte[] toByteArray() {
        return content.clone();
    }

    public String hex() {
        return HexFormat.of().formatHex(content);
    }

    /** Returns this value if it has exactly {@code length} bytes, and refuses it otherwise. */
    public Bytes requireLength(int length, String name) {
        if (content.length != length) {
            throw new IllegalArgumentException(name + " has " + content.length + " bytes instead of " + length);
        }
        return this;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes that && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    /** Short values as hex, long ones as their length. */
    @Override
    public String toString() {
        return content.length <= LONGEST_SHOWN ? hex() : content.length + " bytes";
    }
}
