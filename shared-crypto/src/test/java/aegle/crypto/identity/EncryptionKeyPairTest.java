// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.identity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.crypto.DecryptionException;
import aegle.crypto.Octets;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class EncryptionKeyPairTest {
    /** The identity of the hybrid CCTV age vectors. */
    private static final String PUBLISHED_IDENTITY =
            "AGE-SECRET-KEY-PQ-1HZLGZUPT4ETPKDEV8HSGFDCYZ4E522W0A7PU2LHT8EH9W6YLNC3SW78XKG";

    private static final byte[] INFO = "test".getBytes(StandardCharsets.US_ASCII);

    private final SecureRandom random = new SecureRandom();

    @Test
    void texts_read_back_what_they_wrote() {
        try (var keys = EncryptionKeyPair.ofText(PUBLISHED_IDENTITY)) {
            assertEquals(PUBLISHED_IDENTITY, keys.revealText());
            String recipient = keys.recipient().text();
            assertTrue(recipient.startsWith("age1pq1"), recipient);
            assertEquals(keys.recipient(), EncryptionRecipient.ofText(recipient));
        }
    }

    @Test
    void a_typing_error_in_a_text_is_refused() {
        for (int i = 0; i < PUBLISHED_IDENTITY.length(); i++) {
            char other = PUBLISHED_IDENTITY.charAt(i) == 'Q' ? 'P' : 'Q';
            var typed = new StringBuilder(PUBLISHED_IDENTITY);
            typed.setCharAt(i, other);
            assertThrows(IllegalArgumentException.class, () -> EncryptionKeyPair.ofText(typed.toString()));
        }
        String mixed = "age-secret" + PUBLISHED_IDENTITY.substring(10);
        assertThrows(IllegalArgumentException.class, () -> EncryptionKeyPair.ofText(mixed));
        assertThrows(IllegalArgumentException.class, () -> EncryptionKeyPair.ofText(""));
        try (var keys = EncryptionKeyPair.ofText(PUBLISHED_IDENTITY.toLowerCase(Locale.ROOT))) {
            assertEquals(PUBLISHED_IDENTITY, keys.revealText());
        }
    }

    @Test
    void the_seed_makes_the_same_pair_again() {
        try (var keys = EncryptionKeyPair.generate(random);
                var again = EncryptionKeyPair.ofSeed(keys.revealSeed());
                var other = EncryptionKeyPair.generate(random)) {
            assertEquals(keys.recipient(), again.recipient());
            assertNotEquals(keys.recipient(), other.recipient());
        }
    }

    @Test
    void only_the_recipient_unwraps_a_key() throws DecryptionException {
        byte[] key = {1, 2, 3, 4};
        try (var keys = EncryptionKeyPair.generate(random);
                var other = EncryptionKeyPair.generate(random)) {
            var wrapped = keys.recipient().wrap(key, INFO);

            assertArrayEquals(key, keys.unwrap(wrapped, INFO));
            assertThrows(DecryptionException.class, () -> other.unwrap(wrapped, INFO));
            assertThrows(DecryptionException.class, () -> keys.unwrap(wrapped, new byte[] {1}));
        }
    }

    @Test
    void an_altered_wrapping_does_not_unwrap() {
        try (var keys = EncryptionKeyPair.generate(random)) {
            var wrapped = keys.recipient().wrap(new byte[16], INFO);
            for (int place : new int[] {0, 500, 1087, 1088, 1119}) {
                byte[] encapsulation = wrapped.encapsulation().bytes();
                encapsulation[place] ^= 1;
                var altered = new WrappedKey(Octets.of(encapsulation), wrapped.ciphertext());
                assertThrows(DecryptionException.class, () -> keys.unwrap(altered, INFO), "byte " + place);
            }
            byte[] ciphertext = wrapped.ciphertext().bytes();
            ciphertext[0] ^= 1;
            var altered = new WrappedKey(wrapped.encapsulation(), Octets.of(ciphertext));
            assertThrows(DecryptionException.class, () -> keys.unwrap(altered, INFO));
        }
    }

    @Test
    void a_recipient_that_is_no_key_is_refused() {
        var outsideTheModulus = new byte[EncryptionRecipient.LENGTH];
        Arrays.fill(outsideTheModulus, (byte) 0xff);

        assertThrows(IllegalArgumentException.class, () -> EncryptionRecipient.of(new byte[1215]));
        assertThrows(IllegalArgumentException.class, () -> EncryptionRecipient.of(outsideTheModulus));
    }

    @Test
    void a_closed_pair_neither_reveals_nor_unwraps() {
        var keys = EncryptionKeyPair.generate(random);
        var wrapped = keys.recipient().wrap(new byte[16], INFO);

        keys.close();

        assertThrows(IllegalStateException.class, keys::revealSeed);
        assertThrows(IllegalStateException.class, keys::revealText);
        assertThrows(IllegalStateException.class, () -> keys.unwrap(wrapped, INFO));
        assertEquals("EncryptionKeyPair[secret]", keys.toString());
    }
}
