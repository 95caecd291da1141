// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.secret;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.crypto.vectors.VectorFile;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import org.junit.jupiter.api.Test;

final class KeyDerivationTest {
    @Test
    void hkdf_agrees_with_wycheproof() throws GeneralSecurityException {
        int ours = 0;
        for (JsonNode test :
                VectorFile.load("published/wycheproof-hkdf-sha256.json").tests()) {
            byte[] ikm = VectorFile.hex(test, "ikm");
            byte[] salt = VectorFile.hex(test, "salt");
            byte[] info = VectorFile.hex(test, "info");
            byte[] expected = VectorFile.hex(test, "okm");
            var parameters = HKDFParameterSpec.ofExtract()
                    .addIKM(ikm)
                    .addSalt(salt)
                    .thenExpand(info, test.required("size").intValue());
            assertArrayEquals(expected, KDF.getInstance("HKDF-SHA256").deriveData(parameters), test.toString());
            if (expected.length == 32) {
                ours++;
                var secret = SecretBytes.copyOf(ikm, ikm.length, "ikm");
                assertArrayEquals(expected, KeyDerivation.hkdf(secret, salt, info), test.toString());
            }
        }
        assertTrue(ours >= 11, "so many vectors have our length: " + ours);
    }

    @Test
    void hmac_agrees_with_rfc_4231_case_2() {
        var key = SecretBytes.copyOf(new byte[] {'J', 'e', 'f', 'e'}, 4, "key");

        byte[] mac = KeyDerivation.hmac(
                key,
                "what do ya want ".getBytes(StandardCharsets.US_ASCII),
                "for nothing?".getBytes(StandardCharsets.US_ASCII));

        assertEquals(
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
                HexFormat.of().formatHex(mac));
    }

    @Test
    void a_closed_secret_cannot_be_used() {
        var secret = SecretBytes.copyOf(new byte[] {1, 2, 3}, 3, "Sample");

        secret.close();

        assertThrows(IllegalStateException.class, secret::reveal);
        assertThrows(IllegalStateException.class, () -> KeyDerivation.derive(secret, "any"));
    }

    @Test
    void a_secret_does_not_print_itself_and_keeps_its_own_copy() {
        byte[] bytes = {1, 2, 3};
        var secret = SecretBytes.copyOf(bytes, 3, "Sample");

        Arrays.fill(bytes, (byte) 9);

        assertEquals("Sample[secret]", secret.toString());
        assertArrayEquals(new byte[] {1, 2, 3}, secret.reveal());
        assertTrue(secret.sameAs(SecretBytes.copyOf(new byte[] {1, 2, 3}, 3, "Sample")));
        assertFalse(secret.sameAs(SecretBytes.copyOf(new byte[] {1, 2, 4}, 3, "Sample")));
    }
}
