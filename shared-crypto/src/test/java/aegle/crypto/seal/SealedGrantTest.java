// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.crypto.DecryptionException;
import aegle.crypto.Digest;
import aegle.crypto.FormatVersionUnknownException;
import aegle.crypto.identity.EncryptionKeyPair;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SealedGrantTest {
    @AutoClose
    private final EncryptionKeyPair keys = Samples.recipientKeys();

    @Test
    void a_grant_of_categories_opens_to_what_was_sealed() throws Exception {
        try (var content = Samples.categoryGrant();
                var opened = reopened(content);
                var read = opened.content()) {
            assertEquals(content.context(), read.context());
            assertEquals(content.terms(), read.terms());
            assertEquals(content.patient(), read.patient());
            assertEquals(2, read.keys().categories().size());
            assertArrayEquals(
                    Samples.secret("seed1"),
                    read.keys().category("LABORATORY_RESULTS", 1).orElseThrow().revealSeed());
            assertTrue(read.keys().category("LABORATORY_RESULTS", 2).isEmpty());
            assertArrayEquals(Samples.secret("kpid"), read.keys().pseudonymKey().reveal());
            assertEquals(Digest.sha256Of(content.encode()), opened.contentDigest());
            assertEquals(Samples.signature(), opened.signature());
        }
    }

    @Test
    void a_grant_of_single_documents_carries_their_envelopes() throws Exception {
        try (var content = Samples.fileGrant();
                var opened = reopened(content);
                var read = opened.content()) {
            assertEquals(content.terms(), read.terms());
            assertEquals(content.patient(), read.patient());
            var envelope = read.keys().file(Samples.FID).orElseThrow();
            assertTrue(envelope.commitsTo(Samples.FID));
            assertArrayEquals(
                    Samples.secret("dek"), envelope.keys().documentKey().reveal());
        }
    }

    @Test
    void only_the_clinician_opens_it() throws Exception {
        try (var content = Samples.categoryGrant();
                var grant = SealedGrant.of(content.encode(), Samples.signature());
                var stranger = EncryptionKeyPair.generate(new SecureRandom())) {
            byte[] sealed = grant.seal(keys.recipient());

            assertThrows(DecryptionException.class, () -> SealedGrant.open(sealed, stranger));
        }
    }

    @Test
    void an_altered_content_has_another_digest_for_the_signature() throws Exception {
        try (var content = Samples.categoryGrant();
                var grant = SealedGrant.of(content.encode(), Samples.signature())) {
            byte[] altered = content.encode();
            altered[altered.length - 3] ^= 1;
            try (var other = SealedGrant.of(altered, Samples.signature())) {
                assertNotEquals(grant.contentDigest(), other.contentDigest());
            }
        }
    }

    @Test
    void a_grant_that_the_store_would_not_take_is_refused_before_sealing() throws Exception {
        assertThrows(
                GrantTooLargeException.class, () -> SealedGrant.of(new byte[(740 << 10) + 1], Samples.signature()));
        try (var largest = SealedGrant.of(new byte[740 << 10], Samples.signature())) {
            assertTrue(largest.seal(keys.recipient()).length <= SealedGrant.MAXIMUM_SEALED_LENGTH);
        }
    }

    @Test
    void an_unknown_version_is_named_also_inside_an_enclosed_envelope() throws Exception {
        byte[] sealed = AgeFile.seal(
                "{\"v\":2,\"content\":\"\",\"sig\":\"\"}".getBytes(StandardCharsets.UTF_8), keys.recipient());
        assertThrows(FormatVersionUnknownException.class, () -> SealedGrant.open(sealed, keys));

        try (var content = Samples.fileGrant();
                var grant = altered(content, "\"envelope\":{\"v\":1", "\"envelope\":{\"v\":9")) {
            var unknown = assertThrows(FormatVersionUnknownException.class, grant::content);
            assertEquals("envelope", unknown.construction());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "n":3               | "n":-3
            "n":3               | "n":3,"m":3
            "n":3               | "n":3,"n":3
            "read":true         | "read":1
            "read":true         | "read":true,"admin":true
            "read":true,        | ``
            "from":17           | "from":"17
            "uii":{             | "uii":{"shoeSize":"44",
            "epoch":1           | "epoch":-1
            "K_pid":"           | "K_pid":"AAAA
            "categories":[      | "categories":[1,
            "grantId":"         | "grantId":"F
            """)
    void a_malformed_content_is_a_mute_refusal(String found, String replacement) throws Exception {
        try (var content = Samples.categoryGrant();
                var grant = altered(content, found, replacement)) {
            assertThrows(DecryptionException.class, grant::content);
        }
    }

    @Test
    void a_message_opens_for_its_recipient_and_has_a_bound() throws Exception {
        byte[] message = "May I see your laboratory results?".getBytes(StandardCharsets.UTF_8);

        assertArrayEquals(message, SealedMessage.open(SealedMessage.seal(message, keys.recipient()), keys));
        var largest = new byte[SealedMessage.MAXIMUM_LENGTH];
        assertArrayEquals(largest, SealedMessage.open(SealedMessage.seal(largest, keys.recipient()), keys));
        assertThrows(
                IllegalArgumentException.class,
                () -> SealedMessage.seal(new byte[SealedMessage.MAXIMUM_LENGTH + 1], keys.recipient()));
        byte[] tooLong = AgeFile.seal(new byte[SealedMessage.MAXIMUM_SEALED_LENGTH], keys.recipient());
        assertThrows(DecryptionException.class, () -> SealedMessage.open(tooLong, keys));
    }

    private SealedGrant reopened(GrantContent content) throws Exception {
        try (var grant = SealedGrant.of(content.encode(), Samples.signature())) {
            return SealedGrant.open(grant.seal(keys.recipient()), keys);
        }
    }

    private static SealedGrant altered(GrantContent content, String found, String replacement)
            throws GrantTooLargeException {
        String plaintext = new String(content.encode(), StandardCharsets.UTF_8);
        assertTrue(plaintext.contains(found), found);
        byte[] altered = plaintext.replace(found, replacement).getBytes(StandardCharsets.UTF_8);
        return SealedGrant.of(altered, Samples.signature());
    }
}
