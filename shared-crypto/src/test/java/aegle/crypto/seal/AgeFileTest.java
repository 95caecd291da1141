// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.seal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import aegle.crypto.DecryptionException;
import aegle.crypto.Digest;
import aegle.crypto.identity.EncryptionKeyPair;
import aegle.crypto.vectors.VectorFile;
import com.exceptionfactory.jagged.FileKey;
import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AgeFileTest {
    private static final int LIMIT = 16 << 20;

    /** A CCTV age vector. */
    record Vector(String name, JsonNode test) {
        byte[] file() {
            byte[] file = Base64.getDecoder().decode(VectorFile.text(test, "file"));
            if (!test.has("compressed")) {
                return file;
            }
            try (var inflated = new InflaterInputStream(new ByteArrayInputStream(file))) {
                return inflated.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        boolean succeeds() {
            return VectorFile.text(test, "expect").equals("success");
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Vector> hybridVectors() {
        return vectors().filter(vector -> vector.test().has("identity"));
    }

    static Stream<Vector> containerVectors() {
        return vectors().filter(vector -> !vector.test().has("identity"));
    }

    private static Stream<Vector> vectors() {
        return VectorFile.load("published/cctv-age.json").tests().stream()
                .map(test -> new Vector(VectorFile.text(test, "name"), test));
    }

    @ParameterizedTest
    @MethodSource("hybridVectors")
    void hybrid_cctv_vectors_open_or_fail_as_published(Vector vector) throws DecryptionException {
        try (var keys = EncryptionKeyPair.ofText(VectorFile.text(vector.test(), "identity"))) {
            if (vector.succeeds()) {
                byte[] plaintext = AgeFile.open(vector.file(), keys, LIMIT);
                assertEquals(
                        VectorFile.text(vector.test(), "payload"),
                        Digest.sha256Of(plaintext).hex());
            } else {
                assertThrows(DecryptionException.class, () -> AgeFile.open(vector.file(), keys, LIMIT));
            }
        }
    }

    /** The container under our stanza, with the published file key in place of a recipient. */
    @ParameterizedTest
    @MethodSource("containerVectors")
    void container_cctv_vectors_open_or_fail_as_published(Vector vector) throws Exception {
        if (vector.succeeds()) {
            assertEquals(
                    VectorFile.text(vector.test(), "payload"),
                    Digest.sha256Of(openWithFileKey(vector)).hex());
        } else {
            assertThrows(Exception.class, () -> openWithFileKey(vector), VectorFile.text(vector.test(), "expect"));
        }
    }

    private static byte[] openWithFileKey(Vector vector) throws GeneralSecurityException, IOException {
        byte[] fileKey = VectorFile.hex(vector.test(), "file key");
        var plaintext = new ByteArrayOutputStream();
        try (var channel = new StandardDecryptingChannelFactory()
                .newDecryptingChannel(
                        Channels.newChannel(new ByteArrayInputStream(vector.file())),
                        List.of(_ -> new FileKey(fileKey)))) {
            var buffer = ByteBuffer.allocate(1 << 16);
            while (channel.read(buffer) >= 0) {
                plaintext.write(buffer.array(), 0, buffer.position());
                buffer.clear();
            }
        }
        return plaintext.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1000, 65_535, 65_536, 65_537, 131_072, 700_000})
    void a_file_opens_to_what_was_sealed_whatever_its_length(int length) throws DecryptionException {
        var plaintext = new byte[length];
        new Random(length).nextBytes(plaintext);
        try (var keys = EncryptionKeyPair.generate(new SecureRandom())) {
            byte[] file = AgeFile.seal(plaintext, keys.recipient());

            assertArrayEquals(plaintext, AgeFile.open(file, keys, LIMIT));
            assertThrows(DecryptionException.class, () -> AgeFile.open(file, keys, file.length - 1));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100})
    void no_altered_byte_or_cut_passes(int length) throws DecryptionException {
        try (var keys = EncryptionKeyPair.generate(new SecureRandom())) {
            byte[] file = AgeFile.seal(new byte[length], keys.recipient());
            for (int place = 0; place < file.length; place++) {
                byte[] altered = file.clone();
                altered[place] ^= (byte) (1 << place % 7);
                assertThrows(DecryptionException.class, () -> AgeFile.open(altered, keys, LIMIT), "byte " + place);
                byte[] cut = Arrays.copyOf(file, place);
                assertThrows(DecryptionException.class, () -> AgeFile.open(cut, keys, LIMIT), "length " + place);
            }
            assertEquals(length, AgeFile.open(file, keys, LIMIT).length);
        }
    }
}
