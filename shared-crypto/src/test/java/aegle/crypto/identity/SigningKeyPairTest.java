// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.identity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

final class SigningKeyPairTest {
    private static final BigInteger N =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
    private static final byte[] MESSAGE = "AEGLE-SIG-V1\0sample".getBytes(StandardCharsets.US_ASCII);

    private final SecureRandom random = new SecureRandom();

    @Test
    void signatures_are_tagged_low_s_and_verify_with_the_jdk() throws GeneralSecurityException {
        try (var keys = SigningKeyPair.generate(random)) {
            for (int i = 0; i < 40; i++) {
                byte[] signature = keys.sign(MESSAGE);

                assertEquals(65, signature.length);
                assertEquals(1, signature[0]);
                var s = new BigInteger(1, Arrays.copyOfRange(signature, 33, 65));
                assertTrue(s.compareTo(N.shiftRight(1)) <= 0, "s lies in the lower half");
                assertTrue(verifies(keys.publicKey(), MESSAGE, signature));
            }
        }
    }

    /** RFC 6979, A.2.5, "With SHA-256"; the first one's s is high there and low here. */
    @Test
    void the_same_message_gives_the_published_signature() {
        try (var keys =
                SigningKeyPair.ofScalar(bytes("c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721"))) {
            assertArrayEquals(
                    bytes("01" + "efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716"
                            + "0834e36ad29a83bf2bc9385e491d6099c8fdf9d1ed67aa7ea5f51f93782857a9"),
                    keys.sign("sample".getBytes(StandardCharsets.UTF_8)));
            assertArrayEquals(
                    bytes("01" + "f1abb023518351cd71d881567b1ea663ed3efcf6c5132b354f28d3b0b7d38367"
                            + "019f4113742a2b14bd25926b49c649155f267e60d3814b4c0cc84250e46f0083"),
                    keys.sign("test".getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void a_signature_is_of_its_message_and_key() throws GeneralSecurityException {
        try (var keys = SigningKeyPair.generate(random);
                var other = SigningKeyPair.generate(random)) {
            byte[] signature = keys.sign(MESSAGE);

            assertFalse(verifies(keys.publicKey(), "another".getBytes(StandardCharsets.US_ASCII), signature));
            assertFalse(verifies(other.publicKey(), MESSAGE, signature));
        }
    }

    @Test
    void the_public_key_is_a_named_curve_spki_of_91_bytes() {
        try (var keys = SigningKeyPair.generate(random)) {
            byte[] spki = keys.publicKey();

            assertEquals(91, spki.length);
            assertEquals(0x04, spki[26], "uncompressed point");
        }
    }

    @Test
    void the_scalar_makes_the_same_pair_again() {
        try (var keys = SigningKeyPair.generate(random);
                var again = SigningKeyPair.ofScalar(keys.revealScalar())) {
            assertArrayEquals(keys.publicKey(), again.publicKey());
        }
    }

    /** RFC 6979, A.2.5. */
    @Test
    void the_public_key_of_a_published_scalar_is_the_published_one() {
        byte[] scalar = bytes("c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721");
        byte[] x = bytes("60fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6");
        byte[] y = bytes("7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299");
        try (var keys = SigningKeyPair.ofScalar(scalar)) {
            assertArrayEquals(x, Arrays.copyOfRange(keys.publicKey(), 27, 59));
            assertArrayEquals(y, Arrays.copyOfRange(keys.publicKey(), 59, 91));
        }
    }

    @Test
    void scalars_outside_the_group_are_refused() {
        byte[] order = bytes("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551");

        assertThrows(IllegalArgumentException.class, () -> SigningKeyPair.ofScalar(new byte[32]));
        assertThrows(IllegalArgumentException.class, () -> SigningKeyPair.ofScalar(order));
        assertThrows(IllegalArgumentException.class, () -> SigningKeyPair.ofScalar(new byte[31]));
    }

    @Test
    void a_closed_pair_does_not_sign() {
        var keys = SigningKeyPair.generate(random);

        keys.close();

        assertThrows(IllegalStateException.class, () -> keys.sign(MESSAGE));
        assertThrows(IllegalStateException.class, keys::privateKey);
        assertEquals("SigningKeyPair[secret]", keys.toString());
    }

    private static boolean verifies(byte[] spki, byte[] message, byte[] tagged) throws GeneralSecurityException {
        var verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
        verifier.initVerify(KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(spki)));
        verifier.update(message);
        return verifier.verify(tagged, 1, 64);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
