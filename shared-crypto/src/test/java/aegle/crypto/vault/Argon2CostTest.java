// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class Argon2CostTest {
    /** RFC 9106, 5.3. */
    @Test
    void the_library_computes_the_published_argon2id_tag() {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(32)
                .withIterations(3)
                .withParallelism(4)
                .withSalt(filled(16, 2))
                .withSecret(filled(8, 3))
                .withAdditional(filled(12, 4))
                .build());
        var tag = new byte[32];

        generator.generateBytes(filled(32, 1), tag);

        assertArrayEquals(
                HexFormat.of().parseHex("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"), tag);
    }

    @ParameterizedTest
    @CsvSource({"65535,3,1", "65536,2,1", "1048577,3,1", "65536,17,1", "65536,3,0", "65536,3,5", "-1,3,1"})
    void a_cost_outside_the_limits_is_refused(int memoryKib, int passes, int lanes) {
        assertThrows(IllegalArgumentException.class, () -> new Argon2Cost(memoryKib, passes, lanes));
    }

    @ParameterizedTest
    @CsvSource({"400,262144", "700,131072", "1500,65536"})
    void calibration_takes_the_largest_memory_that_stays_under_a_second(long measuredMillis, int memoryKib) {
        Iterator<Long> clock = List.of(0L, measuredMillis * 1_000_000).iterator();

        assertEquals(new Argon2Cost(memoryKib, 3, 1), Argon2Cost.calibrated(clock::next));
    }

    private static byte[] filled(int length, int value) {
        var bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
