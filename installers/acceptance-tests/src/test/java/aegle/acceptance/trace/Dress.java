// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.trace;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** How bytes may lie somewhere. */
public enum Dress {
    PLAIN {
        @Override
        public byte[] worn(byte... bytes) {
            return bytes.clone();
        }
    },
    UTF_16_BIG {
        @Override
        public byte[] worn(byte... bytes) {
            return letters(bytes).getBytes(StandardCharsets.UTF_16BE);
        }
    },
    UTF_16_LITTLE {
        @Override
        public byte[] worn(byte... bytes) {
            return letters(bytes).getBytes(StandardCharsets.UTF_16LE);
        }
    },
    BASE64 {
        @Override
        public byte[] worn(byte... bytes) {
            return Base64.getEncoder().encode(bytes);
        }

        // by where the bytes begin within three; what depends on the bytes around them is cut off
        @Override
        List<byte[]> looks(byte... bytes) {
            var looks = new ArrayList<byte[]>();
            for (int skipped = 0; skipped < ALIGNMENTS && skipped < bytes.length; skipped++) {
                int whole = (bytes.length - skipped) / ALIGNMENTS * ALIGNMENTS;
                byte[] look = worn(Arrays.copyOfRange(bytes, skipped, skipped + whole));
                if (look.length >= SHORTEST) {
                    looks.add(look);
                }
            }
            return looks;
        }
    },
    HEX {
        @Override
        public byte[] worn(byte... bytes) {
            return HexFormat.of().formatHex(bytes).getBytes(StandardCharsets.US_ASCII);
        }
    };

    private static final int ALIGNMENTS = 3;

    /** Fewer letters of base64 are found in any ciphertext. */
    private static final int SHORTEST = 8;

    /** The bytes in this dress. */
    public abstract byte[] worn(byte... bytes);

    /** All that the bytes may look like within others in this dress. */
    List<byte[]> looks(byte... bytes) {
        return List.of(worn(bytes));
    }

    /** Each byte as a letter of its own, as programs take them that do not know better; proper UTF-8 where that is what it is. */
    private static String letters(byte... bytes) {
        var utf8 = new String(bytes, StandardCharsets.UTF_8);
        return Arrays.equals(utf8.getBytes(StandardCharsets.UTF_8), bytes)
                ? utf8
                : new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
