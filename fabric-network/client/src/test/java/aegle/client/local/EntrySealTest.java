// SPDX-License-Identifier: Apache-2.0

package aegle.client.local;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Values of {@code client/docs/sealed-memory.md}, computed with Python's hashlib and cryptography, not with this code. */
class EntrySealTest {
    private static final byte[] KEY =
            HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
    private static final byte[] INDEX =
            HexFormat.of().parseHex("b6248ccd29a30ef553015b2b7a31195e0f906a09fbfba245546985e3254432d1");
    private static final byte[] SEALED_NAME =
            HexFormat.of().parseHex("a0a1a2a3a4a5a6a7a8a9aaab3447ae9fb0bc7b566daec108ac47d7a684016de0f6aaf327");
    private static final byte[] SEALED_CONTENT =
            HexFormat.of().parseHex("a0a1a2a3a4a5a6a7a8a9aaab2b59aed5f6ab2102a09acd8b42dd87ec91475e4ad3130dd4f0");

    private final EntrySeal seal = new EntrySeal(KEY, new SecureRandom());

    @Test
    void another_implementation_s_entry_is_found_and_opened() {
        assertArrayEquals(INDEX, seal.index("pin/4711"));
        assertEquals(Optional.of("pin/4711"), opened(EntrySeal.NAME, SEALED_NAME));
        assertEquals(Optional.of("owner key"), opened(EntrySeal.CONTENT, SEALED_CONTENT));
    }

    @Test
    void a_part_does_not_open_in_another_s_place() {
        assertEquals(Optional.empty(), opened(EntrySeal.CONTENT, SEALED_NAME));
        assertEquals(Optional.empty(), seal.open(EntrySeal.NAME, seal.index("pin/4712"), SEALED_NAME));
    }

    @Test
    void a_flipped_bit_anywhere_opens_nothing() {
        for (int bit = 0; bit < SEALED_CONTENT.length * Byte.SIZE; bit++) {
            byte[] flipped = SEALED_CONTENT.clone();
            flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            assertEquals(Optional.empty(), opened(EntrySeal.CONTENT, flipped));
        }
    }

    private Optional<String> opened(byte part, byte[] sealed) {
        return seal.open(part, INDEX, sealed).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }
}
