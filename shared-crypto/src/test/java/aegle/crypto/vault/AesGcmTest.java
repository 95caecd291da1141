// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.crypto.secret.SecretBytes;
import aegle.crypto.vectors.VectorFile;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AesGcmTest {
    @Test
    void aes_256_gcm_agrees_with_wycheproof() {
        List<JsonNode> tests =
                VectorFile.load("published/wycheproof-aes-256-gcm.json").tests();
        assertEquals(66, tests.size());
        for (JsonNode test : tests) {
            byte[] nonce = VectorFile.hex(test, "iv");
            byte[] aad = VectorFile.hex(test, "aad");
            byte[] message = VectorFile.hex(test, "msg");
            byte[] sealed = joined(VectorFile.hex(test, "ct"), VectorFile.hex(test, "tag"));
            try (var key = SecretBytes.copyOf(VectorFile.hex(test, "key"), 32, "key")) {
                var opened = AesGcm.open(key, nonce, sealed, aad);
                if (VectorFile.text(test, "result").equals("valid")) {
                    assertArrayEquals(message, opened.orElseThrow(), test.toString());
                    assertArrayEquals(sealed, AesGcm.seal(key, nonce, message, aad), test.toString());
                } else {
                    assertTrue(opened.isEmpty(), test.toString());
                }
            }
        }
    }

    private static byte[] joined(byte[] ciphertext, byte[] tag) {
        return ByteBuffer.allocate(ciphertext.length + tag.length)
                .put(ciphertext)
                .put(tag)
                .array();
    }
}
