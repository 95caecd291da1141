// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.vectors;

import static aegle.crypto.vectors.VectorFile.hex;
import static aegle.crypto.vectors.VectorFile.text;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.crypto.Digest;
import aegle.crypto.OpaqueId;
import aegle.crypto.identity.EncryptionKeyPair;
import aegle.crypto.pseudonym.LinkWords;
import aegle.crypto.pseudonym.PseudonymKey;
import aegle.crypto.pseudonym.UniquelyIdentifiableInformation;
import aegle.crypto.record.BodyLayer;
import aegle.crypto.record.CipherProgress;
import aegle.crypto.record.CommitmentKey;
import aegle.crypto.record.ContentDigest;
import aegle.crypto.record.DocumentKey;
import aegle.crypto.record.RecordCipher;
import aegle.crypto.record.RecordKey;
import aegle.crypto.record.SurfaceKey;
import aegle.crypto.seal.DocumentLabel;
import aegle.crypto.seal.Envelope;
import aegle.crypto.seal.Samples;
import aegle.crypto.seal.SealedGrant;
import aegle.crypto.seal.SealedMessage;
import aegle.crypto.vault.KeyVaultFile;
import aegle.crypto.vault.Passphrase;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The committed vectors, by our code and by a second decoder that is written from the pages in docs/. */
final class VectorFilesTest {
    static Stream<JsonNode> body() {
        return tests("body");
    }

    static Stream<JsonNode> commitment() {
        return tests("commitment");
    }

    static Stream<JsonNode> keys() {
        return tests("keys");
    }

    static Stream<JsonNode> pseudonym() {
        return tests("pseudonym");
    }

    static Stream<JsonNode> linkWords() {
        return tests("link-words");
    }

    static Stream<JsonNode> ageFiles() {
        return Stream.of("envelope", "label", "grant", "message").flatMap(VectorFilesTest::tests);
    }

    private static Stream<JsonNode> tests(String name) {
        return VectorFile.load("vectors/" + name + ".json").tests().stream();
    }

    @ParameterizedTest
    @MethodSource("body")
    void body_seals_to_the_vector_and_opens_by_both_decoders(JsonNode test) throws Exception {
        byte[] document =
                VectorFilesWriter.document(test.required("documentLength").intValue());
        var fid = OpaqueId.of(hex(test, "fid"));
        int generation = test.required("generation").intValue();
        byte[] key = hex(test, "key");
        var layer = generation == 0
                ? BodyLayer.document(DocumentKey.of(key), fid)
                : BodyLayer.surface(SurfaceKey.of(key), fid, generation);
        var sealed = new ByteArrayOutputStream();
        var cipher = new RecordCipher(new FixedRandom(hex(test, "salt"), hex(test, "noncePrefix")), 2);

        cipher.seal(new ByteArrayInputStream(document), sealed, layer, CipherProgress.NONE);

        byte[] body = sealed.toByteArray();
        assertEquals(text(test, "bodySha256"), Digest.sha256Of(body).hex());
        if (test.has("body")) {
            assertArrayEquals(hex(test, "body"), body);
        }
        var opened = new ByteArrayOutputStream();
        cipher.open(new ByteArrayInputStream(body), opened, layer, CipherProgress.NONE);
        assertArrayEquals(document, opened.toByteArray());
        assertArrayEquals(document, BodyDecoder.decode(key, associatedData(fid, generation), body));
    }

    private static byte[] associatedData(OpaqueId fid, int generation) {
        return generation == 0
                ? HmacHkdf.joined("aegle/body/v1\0".getBytes(StandardCharsets.US_ASCII), fid.bytes())
                : HmacHkdf.joined(
                        "aegle/surface/v1\0".getBytes(StandardCharsets.US_ASCII),
                        fid.bytes(),
                        ByteBuffer.allocate(4).putInt(generation).array());
    }

    @ParameterizedTest
    @MethodSource("commitment")
    void commitment_is_the_hmac_of_the_page(JsonNode test) throws Exception {
        byte[] document = hex(test, "document");
        var content = new ContentDigest(Digest.sha256Of(document), document.length);
        byte[] message = HmacHkdf.joined(
                "aegle/commit/v1\0".getBytes(StandardCharsets.US_ASCII),
                hex(test, "docId"),
                ByteBuffer.allocate(9).put((byte) 0).putLong(document.length).array(),
                content.sha256().bytes());

        assertEquals(
                text(test, "commit"),
                CommitmentKey.of(hex(test, "r"))
                        .commit(OpaqueId.of(hex(test, "docId")), content)
                        .hex());
        assertArrayEquals(hex(test, "commit"), HmacHkdf.hmac(hex(test, "r"), message));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void key_tree_is_the_hkdf_of_the_page(JsonNode test) throws Exception {
        byte[] bytes = hex(test, "root");
        try (var root = RecordKey.of(bytes)) {
            assertArrayEquals(hex(test, "pseudonymKey"), root.pseudonymKey().reveal());
            assertArrayEquals(hex(test, "pseudonymKey"), derived(bytes, "pseudonym/base"));
            var study = OpaqueId.ofHex(text(test, "study"));
            assertArrayEquals(
                    hex(test, "studyPseudonymKey"),
                    root.studyPseudonymKey(study).reveal());
            assertArrayEquals(hex(test, "studyPseudonymKey"), derived(bytes, "pseudonym/study/" + text(test, "study")));
            for (JsonNode category : test.required("categories")) {
                int epoch = category.required("epoch").intValue();
                String name = text(category, "category");
                var keys = root.categoryKeys(name, epoch);
                assertArrayEquals(hex(category, "seed"), keys.revealSeed());
                assertArrayEquals(hex(category, "seed"), derived(bytes, "category/" + name + "/epoch/" + epoch));
                assertEquals(text(category, "identity"), keys.revealText());
                assertEquals(
                        text(category, "recipientSha256"),
                        Digest.sha256Of(keys.recipient().bytes()).hex());
            }
        }
    }

    private static byte[] derived(byte[] root, String label) throws Exception {
        return HmacHkdf.hkdf(
                root, "aegle/v1".getBytes(StandardCharsets.US_ASCII), label.getBytes(StandardCharsets.US_ASCII), 32);
    }

    @ParameterizedTest
    @MethodSource("pseudonym")
    void pseudonym_is_the_hmac_over_the_canonical_form(JsonNode test) throws Exception {
        List<String> fields =
                test.required("fields").valueStream().map(JsonNode::textValue).toList();
        var person = new UniquelyIdentifiableInformation(
                Optional.of(fields.get(0)),
                Optional.of(fields.get(1)).filter(date -> !date.isEmpty()).map(LocalDate::parse),
                Optional.of(fields.get(2)),
                Optional.of(fields.get(3)),
                Optional.of(fields.get(4)));

        assertArrayEquals(hex(test, "canonicalForm"), person.canonicalForm());
        assertArrayEquals(hex(test, "canonicalForm"), canonicalForm(fields));
        assertEquals(
                text(test, "pseudonym"),
                PseudonymKey.of(hex(test, "pseudonymKey")).pseudonym(person).hex());
        assertArrayEquals(hex(test, "pseudonym"), HmacHkdf.hmac(hex(test, "pseudonymKey"), hex(test, "canonicalForm")));
    }

    private static byte[] canonicalForm(List<String> fields) {
        var form = new ByteArrayOutputStream();
        form.write(1);
        for (int tag = 1; tag <= 5; tag++) {
            String composed = Normalizer.normalize(fields.get(tag - 1), Normalizer.Form.NFC);
            String spaced = composed.replaceAll("\\p{IsWhite_Space}+", " ").strip();
            byte[] value = Normalizer.normalize(spaced.toUpperCase(Locale.ROOT), Normalizer.Form.NFC)
                    .getBytes(StandardCharsets.UTF_8);
            form.writeBytes(
                    ByteBuffer.allocate(5).put((byte) tag).putInt(value.length).array());
            form.writeBytes(value);
        }
        return form.toByteArray();
    }

    @ParameterizedTest
    @MethodSource("linkWords")
    void link_words_are_digits_to_the_base_7776(JsonNode test) throws Exception {
        var words = LinkWords.of(Digest.of(hex(test, "ID")), hex(test, "PKS_P"));
        byte[] digest = Digest.newSha256().digest(HmacHkdf.joined(hex(test, "ID"), hex(test, "PKS_P")));
        var second = new String[6];
        var rest = new BigInteger(1, digest);
        for (int place = 5; place >= 0; place--) {
            BigInteger[] split = rest.divideAndRemainder(BigInteger.valueOf(7776));
            second[place] = wordList().get(split[1].intValueExact());
            rest = split[0];
        }

        assertArrayEquals(hex(test, "digest"), digest);
        assertEquals(text(test, "digest"), words.digest().hex());
        assertEquals(text(test, "words"), words.toString());
        assertEquals(text(test, "words"), String.join(" ", second));
        assertEquals(
                words.numbers(),
                test.required("numbers").valueStream().map(JsonNode::intValue).toList());
    }

    private static List<String> wordList() throws Exception {
        try (InputStream list = LinkWords.class.getResourceAsStream("eff_large_wordlist.txt")) {
            return new String(Objects.requireNonNull(list).readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("ageFiles")
    void age_files_open_by_the_second_decoder(JsonNode test) throws Exception {
        assertEquals(
                text(test, "plaintext"),
                new String(AgeDecoder.decode(hex(test, "seed"), hex(test, "sealed")), StandardCharsets.UTF_8));
        try (var keys = EncryptionKeyPair.ofText(text(test, "identity"))) {
            assertArrayEquals(hex(test, "seed"), keys.revealSeed());
        }
    }

    @Test
    void envelopes_say_what_their_plaintext_says() throws Exception {
        for (JsonNode test : tests("envelope").toList()) {
            JsonNode json = VectorFile.parse(text(test, "plaintext"));
            try (var keys = EncryptionKeyPair.ofSeed(hex(test, "seed"));
                    var envelope = Envelope.open(hex(test, "sealed"), keys)) {
                assertEquals(text(json, "fid"), envelope.context().fid().hex());
                assertEquals(text(json, "cat"), envelope.context().category());
                assertEquals(
                        json.required("epoch").intValue(), envelope.context().epoch());
                assertEquals(json.required("gen").intValue(), envelope.context().generation());
                assertArrayEquals(
                        json.required("dek").binaryValue(),
                        envelope.keys().documentKey().reveal());
                assertArrayEquals(
                        json.required("r").binaryValue(),
                        envelope.keys().commitmentKey().reveal());
                assertEquals(json.has("surface"), envelope.keys().surfaceKey().isPresent());
                assertEquals(json.has("origin"), envelope.origin().isPresent());
                assertArrayEquals(
                        json.required("sha256").binaryValue(),
                        envelope.description().content().sha256().bytes());
                assertEquals(
                        json.required("len").longValue(),
                        envelope.description().content().length());
                assertEquals(text(json, "name"), envelope.description().name());
                assertEquals(text(json, "mime"), envelope.description().mediaType());
                assertEquals(text(json, "title"), envelope.description().title());
                assertArrayEquals(
                        json.required("commit").binaryValue(),
                        envelope.upload().commitment().bytes());
                assertEquals(
                        text(json, "uploaderId"), envelope.upload().uploader().hex());
                assertArrayEquals(
                        json.required("uploaderSig").binaryValue(),
                        envelope.upload().signature().bytes());
            }
        }
    }

    @Test
    void labels_and_messages_say_what_their_plaintext_says() throws Exception {
        JsonNode label = tests("label").findFirst().orElseThrow();
        JsonNode message = tests("message").findFirst().orElseThrow();
        try (var keys = Samples.recipientKeys()) {
            assertEquals(Samples.label(), DocumentLabel.open(hex(label, "sealed"), keys));
            assertEquals(
                    "{\"v\":1,\"fid\":\"" + Samples.FID.hex()
                            + "\",\"cat\":\"LABORATORY_RESULTS\",\"epoch\":2,\"gen\":0,"
                            + "\"documentType\":\"BLOOD_COUNT\",\"dateOfService\":\"2025-03-07\",\"length\":123456,"
                            + "\"pages\":2}",
                    text(label, "plaintext"));
            assertArrayEquals(
                    text(message, "plaintext").getBytes(StandardCharsets.UTF_8),
                    SealedMessage.open(hex(message, "sealed"), keys));
        }
    }

    @Test
    void grants_say_what_their_content_says() throws Exception {
        for (JsonNode test : tests("grant").toList()) {
            byte[] content = VectorFile.parse(text(test, "plaintext"))
                    .required("content")
                    .binaryValue();
            JsonNode json = VectorFile.parse(new String(content, StandardCharsets.UTF_8));
            try (var keys = EncryptionKeyPair.ofSeed(hex(test, "seed"));
                    var grant = SealedGrant.open(hex(test, "sealed"), keys);
                    var read = grant.content()) {
                assertEquals(Digest.sha256Of(content), grant.contentDigest());
                assertArrayEquals(content, read.encode(), "the content is encoded as it was read");
                assertEquals(text(json, "grantId"), read.context().grantId().hex());
                assertEquals(json.required("n").intValue(), read.context().version());
                assertEquals(text(json, "clinicianId"), read.terms().clinician().hex());
                assertEquals(
                        json.at("/rights/write").booleanValue(),
                        read.terms().rights().write());
                assertEquals(
                        json.required("to").longValue(),
                        read.terms().period().to().toEpochMilli());
                assertEquals(
                        json.at("/patient/name").textValue(), read.patient().name());
                assertArrayEquals(
                        json.required("K_pid").binaryValue(),
                        read.keys().pseudonymKey().reveal());
                assertEquals(json.has("files"), !read.keys().files().isEmpty());
                assertEquals(json.has("keys"), !read.keys().categories().isEmpty());
            }
        }
    }

    @Test
    void what_we_seal_today_opens_by_the_second_decoder() throws Exception {
        byte[] seed = new byte[32];
        new SecureRandom().nextBytes(seed);
        byte[] message = VectorFilesWriter.document(40_000);
        try (var keys = EncryptionKeyPair.ofSeed(seed)) {
            assertArrayEquals(message, AgeDecoder.decode(seed, SealedMessage.seal(message, keys.recipient())));
        }
    }

    @Test
    void vault_opens_by_both_decoders(@TempDir Path folder) throws Exception {
        for (JsonNode test : tests("vault").toList()) {
            var expected = new TreeMap<String, String>();
            test.required("entries")
                    .propertyStream()
                    .forEach(entry ->
                            expected.put(entry.getKey(), entry.getValue().textValue()));
            byte[] bytes = hex(test, "file");
            Path file = Files.write(folder.resolve("vector.vault"), bytes);

            assertEquals(expected, VaultDecoder.decode(text(test, "passphrase"), bytes));
            assertEquals(expected, opened(file, text(test, "passphrase")));
            int jsonLength = ByteBuffer.wrap(bytes, 9, 4).getInt();
            assertTrue(new String(Arrays.copyOfRange(bytes, 13, 13 + jsonLength), StandardCharsets.US_ASCII)
                    .startsWith("{\"argon2id\":{\"m\":65536,\"t\":3,\"p\":1,\"salt\":\""));
        }
    }

    private static Map<String, String> opened(Path file, String passphrase) throws Exception {
        var entries = new TreeMap<String, String>();
        try (var typed = Passphrase.of(passphrase.toCharArray());
                var vault = new KeyVaultFile(file, new SecureRandom()).unlock(typed)) {
            vault.names()
                    .forEach(name -> entries.put(
                            name, HexFormat.of().formatHex(vault.entry(name).orElseThrow())));
        }
        return entries;
    }
}
