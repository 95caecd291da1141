// SPDX-License-Identifier: Apache-2.0

package aegle.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import aegle.benchmarks.cipher.WithoutDigests;
import aegle.crypto.Digest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WithoutDigestsTest {
    private static final byte[] ABC = "abc".getBytes(StandardCharsets.US_ASCII);

    /** FIPS 180-4's example. */
    private static final String DIGEST = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void digests_look_at_nothing_only_until_it_is_closed() {
        try (var _ = WithoutDigests.begin()) {
            assertEquals("00".repeat(32), Digest.sha256Of(ABC).hex());
        }
        assertEquals(DIGEST, Digest.sha256Of(ABC).hex());
    }
}
