// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.identity;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Locale;

/** Bech32 (BIP 173) without its limit of 90 characters, as age uses it. */
final class Bech32 {
    private static final String ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final int[] GENERATOR = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
    private static final int CHECKSUM_LENGTH = 6;

    private Bech32() {}

    static String encode(String prefix, byte[] bytes) {
        byte[] values = regroup(bytes, 8, 5, true);
        int checksum = checksum(prefix, values, CHECKSUM_LENGTH) ^ 1;
        var text = new StringBuilder(prefix).append('1');
        for (byte value : values) {
            text.append(ALPHABET.charAt(value));
        }
        for (int i = CHECKSUM_LENGTH - 1; i >= 0; i--) {
            text.append(ALPHABET.charAt(checksum >>> (5 * i) & 31));
        }
        return text.toString();
    }

    /** Decode, or refuse with an {@link IllegalArgumentException} that does not repeat the text. */
    static byte[] decode(String prefix, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        boolean oneCase = text.equals(lower) || text.equals(text.toUpperCase(Locale.ROOT));
        int separator = lower.lastIndexOf('1');
        int dataLength = lower.length() - separator - 1;
        if (!oneCase || separator != prefix.length() || !lower.startsWith(prefix) || dataLength < CHECKSUM_LENGTH) {
            throw new IllegalArgumentException("this is no text that begins with " + prefix + "1");
        }
        var values = new byte[dataLength];
        for (int i = 0; i < dataLength; i++) {
            int value = ALPHABET.indexOf(lower.charAt(separator + 1 + i));
            if (value < 0) {
                throw new IllegalArgumentException("the text has a character that Bech32 does not use");
            }
            values[i] = (byte) value;
        }
        if (checksum(prefix, values, 0) != 1) {
            throw new IllegalArgumentException("the text has a typing error");
        }
        return regroup(Arrays.copyOf(values, dataLength - CHECKSUM_LENGTH), 5, 8, false);
    }

    private static int checksum(String prefix, byte[] values, int padding) {
        int sum = 1;
        for (int i = 0; i < prefix.length(); i++) {
            sum = step(sum, prefix.charAt(i) >>> 5);
        }
        sum = step(sum, 0);
        for (int i = 0; i < prefix.length(); i++) {
            sum = step(sum, prefix.charAt(i) & 31);
        }
        for (byte value : values) {
            sum = step(sum, value);
        }
        for (int i = 0; i < padding; i++) {
            sum = step(sum, 0);
        }
        return sum;
    }

    private static int step(int sum, int value) {
        int top = sum >>> 25;
        int next = (sum & 0x1ffffff) << 5 ^ value;
        for (int i = 0; i < GENERATOR.length; i++) {
            next ^= (top >>> i & 1) == 1 ? GENERATOR[i] : 0;
        }
        return next;
    }

    private static byte[] regroup(byte[] from, int fromBits, int toBits, boolean pad) {
        var to = new ByteArrayOutputStream();
        int held = 0;
        int bits = 0;
        for (byte value : from) {
            held = (held << fromBits | (value & (1 << fromBits) - 1)) & 0xfff;
            bits += fromBits;
            while (bits >= toBits) {
                bits -= toBits;
                to.write(held >>> bits & (1 << toBits) - 1);
            }
        }
        int rest = held & (1 << bits) - 1;
        if (pad && bits > 0) {
            to.write(rest << (toBits - bits));
        } else if (!pad && (bits >= fromBits || rest != 0)) {
            throw new IllegalArgumentException("the text has a wrong padding");
        }
        return to.toByteArray();
    }
}
