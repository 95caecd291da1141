// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.crypto.DecryptionException;
import aegle.crypto.Digest;
import aegle.crypto.FormatVersionUnknownException;
import aegle.crypto.OpaqueId;
import aegle.crypto.identity.EncryptionKeyPair;
import aegle.crypto.record.ContentDigest;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EnvelopeTest {
    @AutoClose
    private final EncryptionKeyPair keys = Samples.recipientKeys();

    @Test
    void an_envelope_opens_to_what_was_sealed() throws Exception {
        try (var envelope = Samples.envelope();
                var opened = Envelope.open(envelope.seal(keys.recipient()), keys)) {
            assertEquals(envelope.context(), opened.context());
            assertEquals(envelope.description(), opened.description());
            assertEquals(envelope.upload(), opened.upload());
            assertArrayEquals(
                    envelope.keys().documentKey().reveal(),
                    opened.keys().documentKey().reveal());
            assertArrayEquals(
                    envelope.keys().commitmentKey().reveal(),
                    opened.keys().commitmentKey().reveal());
            assertTrue(opened.commitsTo(Samples.FID));
            assertTrue(opened.keys().surfaceKey().isEmpty());
            assertTrue(opened.origin().isEmpty());
        }
    }

    @Test
    void a_rotated_envelope_keeps_its_origin_and_surface_key() throws Exception {
        try (var envelope = Samples.rotatedEnvelope();
                var opened = Envelope.open(envelope.seal(keys.recipient()), keys)) {
            var origin = opened.origin().orElseThrow();
            assertEquals(envelope.origin().orElseThrow().entry(), origin.entry());
            assertEquals(envelope.origin().orElseThrow().upload(), origin.upload());
            assertEquals(envelope.origin().orElseThrow().time(), origin.time());
            assertEquals(Optional.of(Samples.signature()), origin.countersignature());
            assertArrayEquals(
                    Samples.secret("surface"),
                    opened.keys().surfaceKey().orElseThrow().reveal());
            assertEquals(
                    origin.upload().commitment(),
                    origin.commitmentKey()
                            .commit(Samples.FID, opened.description().content()));
        }
    }

    @Test
    void a_commitment_to_another_document_is_noticed() {
        try (var envelope = Samples.envelope()) {
            assertFalse(envelope.commitsTo(OpaqueId.random(new SecureRandom())));
        }
    }

    @Test
    void another_key_does_not_open_it() {
        try (var envelope = Samples.envelope();
                var other = EncryptionKeyPair.generate(new SecureRandom())) {
            byte[] sealed = envelope.seal(keys.recipient());

            assertThrows(DecryptionException.class, () -> Envelope.open(sealed, other));
        }
    }

    @Test
    void a_surface_key_and_generation_0_do_not_go_together() {
        try (var rotated = Samples.rotatedEnvelope();
                var first = Samples.envelope()) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new Envelope(
                            first.context(), rotated.keys(), first.description(), first.upload(), Optional.empty()));
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new Envelope(
                            rotated.context(), first.keys(), first.description(), first.upload(), Optional.empty()));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 2, -1, 4_000_000_000L})
    void an_unknown_version_is_named(long version) {
        byte[] sealed = altered("{\"v\":1,", "{\"v\":" + version + ",");

        var unknown = assertThrows(FormatVersionUnknownException.class, () -> Envelope.open(sealed, keys));

        assertEquals("envelope", unknown.construction());
        assertEquals(version, unknown.version());
    }

    @Test
    void an_unknown_version_is_named_even_with_unknown_fields() {
        byte[] sealed = AgeFile.seal("{\"v\":7,\"new\":[]}".getBytes(StandardCharsets.UTF_8), keys.recipient());

        assertThrows(FormatVersionUnknownException.class, () -> Envelope.open(sealed, keys));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"v":1,                 | {"w":0,"v":1,
            {"v":1,                 | {
            {"v":1,                 | {"v":"1",
            {"v":1,                 | {"v":1.0,
            {"v":1,                 | {"v":null,
            {"v":1,                 | {"v":1,"v":1,
            {"v":1,                 | {"v":1,"x":0,
            {"v":1,                 | {"v":1,"fid":"00000000000000000000000000000000",
            "mime":"application/pdf", | ``
            "gen":0                 | "gen":1
            "gen":0                 | "gen":-1
            "gen":0                 | "gen":4294967296
            "gen":0                 | "gen":0.5
            "gen":0                 | "gen":false
            "cat":"LABORATORY_      | "cat":"laboratory_
            "epoch":2               | "epoch":"2"
            "len":123456            | "len":-1
            "len":123456            | "len":99999999999999999999999
            "mime":"application/pdf" | "mime":["application/pdf"]
            "dek":"                 | "dek":"AA
            "r":"                   | "r":"!
            =","sha256              | ","sha256
            """)
    void a_malformed_content_is_a_mute_refusal(String found, String replacement) {
        byte[] sealed = altered(found, replacement);

        assertThrows(DecryptionException.class, () -> Envelope.open(sealed, keys));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "1", "{}", "{\"v\":1}", "{\"v\":1", "\u0000"})
    void what_is_no_envelope_at_all_is_a_mute_refusal(String content) {
        byte[] sealed = AgeFile.seal(content.getBytes(StandardCharsets.UTF_8), keys.recipient());

        assertThrows(DecryptionException.class, () -> Envelope.open(sealed, keys));
    }

    @Test
    void trailing_text_and_bad_utf_8_are_refused() {
        byte[] trailing = altered("}", "} {}");
        byte[] latin1 = AgeFile.seal(plaintext().getBytes(StandardCharsets.ISO_8859_1), keys.recipient());

        assertThrows(DecryptionException.class, () -> Envelope.open(trailing, keys));
        assertThrows(DecryptionException.class, () -> Envelope.open(latin1, keys));
    }

    @Test
    void texts_are_composed_and_bounded() {
        var content = new ContentDigest(Digest.sha256Of(), 0);

        var description = new DocumentDescription(content, "Bla\u0308.pdf", "a/b", "half \ud800 pair");

        assertEquals("Blä.pdf", description.name());
        assertEquals("half ? pair", description.title());
        assertThrows(
                IllegalArgumentException.class, () -> new DocumentDescription(content, "x".repeat(256), "a/b", ""));
    }

    @Test
    void nothing_of_it_prints_a_secret_or_a_name() {
        try (var envelope = Samples.envelope()) {
            assertEquals("Envelope[secret]", envelope.toString());
            assertEquals("DocumentKeys[secret]", envelope.keys().toString());
            assertEquals("DocumentDescription[personal]", envelope.description().toString());
        }
    }

    private byte[] altered(String found, String replacement) {
        String plaintext = plaintext();
        assertTrue(plaintext.contains(found), found);
        String altered = plaintext.replaceFirst(Pattern.quote(found), Matcher.quoteReplacement(replacement));
        return AgeFile.seal(altered.getBytes(StandardCharsets.UTF_8), keys.recipient());
    }

    private static String plaintext() {
        try (var envelope = Samples.envelope()) {
            return new String(envelope.json().utf8(), StandardCharsets.UTF_8);
        }
    }
}
