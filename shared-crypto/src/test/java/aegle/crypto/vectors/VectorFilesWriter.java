// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.vectors;

import aegle.crypto.Digest;
import aegle.crypto.OpaqueId;
import aegle.crypto.identity.EncryptionKeyPair;
import aegle.crypto.pseudonym.LinkWords;
import aegle.crypto.pseudonym.UniquelyIdentifiableInformation;
import aegle.crypto.record.BodyLayer;
import aegle.crypto.record.CipherProgress;
import aegle.crypto.record.CommitmentKey;
import aegle.crypto.record.ContentDigest;
import aegle.crypto.record.DocumentKey;
import aegle.crypto.record.RecordCipher;
import aegle.crypto.record.RecordKey;
import aegle.crypto.record.SurfaceKey;
import aegle.crypto.seal.Samples;
import aegle.crypto.seal.SealedGrant;
import aegle.crypto.seal.SealedMessage;
import aegle.crypto.vault.Argon2Cost;
import aegle.crypto.vault.KeyVaultFile;
import aegle.crypto.vault.Passphrase;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Writes our own vector files into the folder named by its argument. Run by hand when a format gets a new version; the
 * files of old versions stay as they are.
 */
final class VectorFilesWriter {
    private final JsonMapper mapper =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private final Path folder;

    private VectorFilesWriter(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        var writer = new VectorFilesWriter(Path.of(arguments[0]));
        writer.body();
        writer.commitment();
        writer.keys();
        writer.pseudonym();
        writer.linkWords();
        writer.sealed();
        writer.vault();
    }

    /** The document of a body vector: so many bytes, byte i being (7 i + i / 256) mod 256. */
    static byte[] document(int length) {
        var document = new byte[length];
        for (int i = 0; i < length; i++) {
            document[i] = (byte) (7 * i + i / 256);
        }
        return document;
    }

    private void body() throws Exception {
        var tests = mapper.createArrayNode();
        for (int length : new int[] {0, 1, 300, (1 << 20) - 56, (1 << 20) - 55, (2 << 20) + 100_000}) {
            bodyTest(tests, length, 0);
        }
        bodyTest(tests, 300, 1);
        write("body.json", "body, version 1: docs/body.md", tests);
    }

    private void bodyTest(ArrayNode tests, int length, int generation) throws Exception {
        byte[] salt = Samples.secret("salt" + length);
        byte[] prefix = Arrays.copyOf(Samples.secret("prefix" + length), 7);
        var layer = generation == 0
                ? BodyLayer.document(DocumentKey.of(Samples.secret("dek")), Samples.FID)
                : BodyLayer.surface(SurfaceKey.of(Samples.secret("dek")), Samples.FID, generation);
        var body = new ByteArrayOutputStream();
        new RecordCipher(new FixedRandom(salt, prefix), 2)
                .seal(new ByteArrayInputStream(document(length)), body, layer, CipherProgress.NONE);
        ObjectNode test = tests.addObject()
                .put("key", hex(Samples.secret("dek")))
                .put("fid", Samples.FID.hex())
                .put("generation", generation)
                .put("salt", hex(salt))
                .put("noncePrefix", hex(prefix))
                .put("documentLength", length)
                .put("bodySha256", Digest.sha256Of(body.toByteArray()).hex());
        if (length <= 300) {
            test.put("body", hex(body.toByteArray()));
        }
    }

    private void commitment() throws IOException {
        var tests = mapper.createArrayNode();
        for (String document : new String[] {"", "abc"}) {
            byte[] bytes = document.getBytes(StandardCharsets.US_ASCII);
            var content = new ContentDigest(Digest.sha256Of(bytes), bytes.length);
            tests.addObject()
                    .put("r", hex(Samples.secret("r")))
                    .put("docId", Samples.FID.hex())
                    .put("document", hex(bytes))
                    .put(
                            "commit",
                            CommitmentKey.of(Samples.secret("r"))
                                    .commit(Samples.FID, content)
                                    .hex());
        }
        write("commitment.json", "commitment, version 1: docs/commitment.md", tests);
    }

    private void keys() throws IOException {
        var tests = mapper.createArrayNode();
        try (var root = RecordKey.of(Samples.secret("root"))) {
            var study = OpaqueId.of(Arrays.copyOf(Samples.secret("study"), 16));
            ObjectNode test = tests.addObject()
                    .put("root", hex(root.reveal()))
                    .put("pseudonymKey", hex(root.pseudonymKey().reveal()))
                    .put("study", study.hex())
                    .put("studyPseudonymKey", hex(root.studyPseudonymKey(study).reveal()));
            ArrayNode categories = test.putArray("categories");
            for (int epoch : new int[] {0, 1, 10}) {
                var keys = root.categoryKeys("LABORATORY_RESULTS", epoch);
                categories
                        .addObject()
                        .put("category", "LABORATORY_RESULTS")
                        .put("epoch", epoch)
                        .put("seed", hex(keys.revealSeed()))
                        .put("identity", keys.revealText())
                        .put(
                                "recipientSha256",
                                Digest.sha256Of(keys.recipient().bytes()).hex());
            }
        }
        write("keys.json", "key tree, aegle/v1: docs/keys.md", tests);
    }

    private void pseudonym() throws IOException {
        var tests = mapper.createArrayNode();
        pseudonymTest(tests, List.of("", "", "Jo Sample", "", ""));
        pseudonymTest(tests, List.of("078-05-1120", "1961-03-07", " Änne\u00a0 von  Größe ", "Lane 1,\nTown", "12345"));
        pseudonymTest(tests, List.of("", "2000-02-29", "", "", "ab1 2cd"));
        write("pseudonym.json", "pseudonym, canonical form 1: docs/pseudonym.md", tests);
    }

    private static void pseudonymTest(ArrayNode tests, List<String> fields) {
        var person = new UniquelyIdentifiableInformation(
                Optional.of(fields.get(0)),
                Optional.of(fields.get(1)).filter(date -> !date.isEmpty()).map(LocalDate::parse),
                Optional.of(fields.get(2)),
                Optional.of(fields.get(3)),
                Optional.of(fields.get(4)));
        try (var root = RecordKey.of(Samples.secret("root"))) {
            var test = tests.addObject();
            var typed =
                    test.put("pseudonymKey", hex(root.pseudonymKey().reveal())).putArray("fields");
            fields.forEach(typed::add);
            test.put("canonicalForm", hex(person.canonicalForm()))
                    .put("pseudonym", root.pseudonymKey().pseudonym(person).hex());
        }
    }

    private void linkWords() throws IOException {
        var tests = mapper.createArrayNode();
        for (String sample : new String[] {"one", "two"}) {
            byte[] ownerKey = Arrays.copyOf(Samples.secret(sample), 91);
            var words = LinkWords.of(Samples.RECORD, ownerKey);
            var test = tests.addObject()
                    .put("ID", Samples.RECORD.hex())
                    .put("PKS_P", hex(ownerKey))
                    .put("digest", words.digest().hex());
            var numbers = test.putArray("numbers");
            words.numbers().forEach(numbers::add);
            test.put("words", words.toString());
        }
        write("link-words.json", "six words: docs/link-words.md", tests);
    }

    private void sealed() throws Exception {
        try (var keys = Samples.recipientKeys();
                var envelope = Samples.envelope();
                var rotated = Samples.rotatedEnvelope();
                var categories = Samples.categoryGrant();
                var files = Samples.fileGrant()) {
            var recipient = keys.recipient();
            write(
                    "envelope.json",
                    "envelope, version 1: docs/envelope.md",
                    opened(keys, envelope.seal(recipient), rotated.seal(recipient)));
            write(
                    "label.json",
                    "label, version 1: docs/label.md",
                    opened(keys, Samples.label().seal(recipient)));
            write(
                    "grant.json",
                    "grant, version 1: docs/grant.md",
                    opened(
                            keys,
                            SealedGrant.of(categories.encode(), Samples.signature())
                                    .seal(recipient),
                            SealedGrant.of(files.encode(), Samples.signature()).seal(recipient)));
            write(
                    "message.json",
                    "sealed message: docs/age.md",
                    opened(keys, SealedMessage.seal("{\"hello\":1}".getBytes(StandardCharsets.US_ASCII), recipient)));
        }
    }

    private ArrayNode opened(EncryptionKeyPair keys, byte[]... sealed) throws GeneralSecurityException {
        var tests = mapper.createArrayNode();
        for (byte[] file : sealed) {
            tests.addObject()
                    .put("identity", keys.revealText())
                    .put("seed", hex(keys.revealSeed()))
                    .put("sealed", hex(file))
                    .put("plaintext", new String(AgeDecoder.decode(keys.revealSeed(), file), StandardCharsets.UTF_8));
        }
        return tests;
    }

    private void vault() throws IOException {
        Path file = Files.createTempDirectory("vault").resolve("vector.vault");
        String passphrase = "K\u00e4se, Brot & 3 Eier";
        var tests = mapper.createArrayNode();
        try (var typed = Passphrase.of(passphrase.toCharArray());
                var vault = new KeyVaultFile(file, new SecureRandom()).create(typed, Argon2Cost.FLOOR)) {
            vault.put("root/0", Samples.secret("root"));
            vault.put("signing-key", Samples.secret("signing"));
            vault.put("empty", new byte[0]);
            vault.save();
            var entries = tests.addObject()
                    .put("passphrase", passphrase)
                    .put("file", hex(Files.readAllBytes(file)))
                    .putObject("entries");
            vault.names().stream()
                    .sorted()
                    .forEach(name -> entries.put(name, hex(vault.entry(name).orElseThrow())));
        }
        write("vault.json", "vault, version 1: docs/vault.md", tests);
    }

    private void write(String name, String construction, ArrayNode tests) throws IOException {
        ObjectNode root = mapper.createObjectNode().put("construction", construction);
        root.set("tests", tests);
        Files.writeString(folder.resolve(name), mapper.writeValueAsString(root) + "\n");
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
