// SPDX-License-Identifier: Apache-2.0

package aegle.record.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.record.Bytes;
import aegle.record.SigningPublicKey;
import aegle.record.Specimens;
import aegle.record.codec.SecondDecoder;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class SignedBytesTest {
    private static final BigInteger ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

    @Test
    void the_signed_bytes_are_those_of_the_committed_vectors() throws IOException {
        var upload = new SignedStatement.Upload(Specimens.NETWORK, Specimens.subject());

        assertEquals(vector("upload-statement"), HexFormat.of().formatHex(upload.bytes()));
        assertEquals(
                vector("owner-command"),
                HexFormat.of().formatHex(Specimens.command().bytes()));
    }

    @Test
    void a_second_decoder_reads_a_statement() throws IOException {
        var statement = new SecondDecoder(HexFormat.of().parseHex(vector("upload-statement")));

        assertArrayEquals("AEGLE-SIG-V1\0".getBytes(StandardCharsets.US_ASCII), statement.raw(13));
        assertEquals("document", statement.text());
        assertEquals(Specimens.NETWORK.hex(), statement.hex());
        assertEquals("records", statement.text());
        assertEquals(Specimens.RECORD.hex(), statement.hex());
        assertEquals(Specimens.DOCUMENT.hex(), statement.hex());
        assertEquals("LABORATORY_RESULTS", statement.text());
        assertEquals(Specimens.subject().commitment().hex(), statement.hex());
        assertEquals(Specimens.MEMBER.hex(), statement.hex());
        assertEquals(Specimens.NOON.toEpochMilli(), statement.number());
        assertTrue(statement.isAtEnd());
    }

    @Test
    void a_second_decoder_reads_an_owner_command() throws IOException {
        var command = new SecondDecoder(HexFormat.of().parseHex(vector("owner-command")));

        assertArrayEquals("AEGLE-CMD-V1\0".getBytes(StandardCharsets.US_ASCII), command.raw(13));
        assertEquals(Specimens.NETWORK.hex(), command.hex());
        assertEquals("records", command.text());
        assertEquals("aegle", command.text());
        assertEquals("revokePermission", command.text());
        assertEquals(Specimens.RECORD.hex(), command.hex());
        assertEquals(Specimens.PERMISSION.hex(), command.hex());
        assertEquals(Specimens.command().argumentsDigest().hex(), command.hex());
        assertEquals(3, command.number());
        assertEquals(Specimens.command().creatorDigest().hex(), command.hex());
        assertEquals(Specimens.NOON.toEpochMilli(), command.number());
        assertTrue(command.isAtEnd());
    }

    @Test
    void the_kinds_of_statements_never_share_their_bytes() {
        var upload = new SignedStatement.Upload(Specimens.NETWORK, Specimens.subject());
        var countersignature = new SignedStatement.Countersignature(Specimens.NETWORK, Specimens.subject());

        assertNotEquals(HexFormat.of().formatHex(upload.bytes()), HexFormat.of().formatHex(countersignature.bytes()));
    }

    @Test
    void a_signature_verifies_for_its_key_and_message_alone() throws GeneralSecurityException {
        KeyPair pair = keyPair();
        var message = "what is signed".getBytes(StandardCharsets.UTF_8);
        TaggedSignature signature = sign(pair, message);

        assertTrue(signature.verifies(SigningPublicKey.of(pair.getPublic()), message));
        assertFalse(signature.verifies(SigningPublicKey.of(keyPair().getPublic()), message));
        assertFalse(signature.verifies(SigningPublicKey.of(pair.getPublic()), new byte[] {1}));
    }

    @Test
    void the_same_signature_with_the_other_s_is_refused() throws GeneralSecurityException {
        KeyPair pair = keyPair();
        var message = new byte[] {1, 2, 3};
        byte[] low = sign(pair, message).value().toByteArray();
        var s = new BigInteger(1, Arrays.copyOfRange(low, 33, 65));
        byte[] high = low.clone();
        System.arraycopy(fixed(ORDER.subtract(s)), 0, high, 33, 32);

        assertFalse(TaggedSignature.of(high).verifies(SigningPublicKey.of(pair.getPublic()), message));
    }

    @Test
    void every_flipped_bit_of_a_signature_is_refused() throws GeneralSecurityException {
        KeyPair pair = keyPair();
        var message = new byte[] {1, 2, 3};
        byte[] signature = sign(pair, message).value().toByteArray();
        var key = SigningPublicKey.of(pair.getPublic());

        for (int bit = 8; bit < signature.length * 8; bit += 7) {
            byte[] flipped = signature.clone();
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));
            assertFalse(TaggedSignature.of(flipped).verifies(key, message));
        }
    }

    @Test
    void an_unknown_algorithm_is_named() {
        var ed25519 = new byte[65];
        ed25519[0] = 2;

        assertThrows(UnknownSignatureAlgorithmException.class, () -> TaggedSignature.of(ed25519));
        assertThrows(UnknownSignatureAlgorithmException.class, () -> new TaggedSignature(Bytes.empty()));
    }

    @Test
    void only_uncompressed_p256_keys_are_signing_keys() throws GeneralSecurityException {
        byte[] key = keyPair().getPublic().getEncoded();
        key[20] ^= 1;

        assertThrows(IllegalArgumentException.class, () -> SigningPublicKey.of(key));
    }

    private static KeyPair keyPair() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static TaggedSignature sign(KeyPair pair, byte[] message) throws GeneralSecurityException {
        var engine = Signature.getInstance("SHA256withECDSAinP1363Format");
        engine.initSign(pair.getPrivate());
        engine.update(message);
        byte[] rs = engine.sign();
        var s = new BigInteger(1, Arrays.copyOfRange(rs, 32, 64));
        var tagged = new byte[65];
        tagged[0] = TaggedSignature.ECDSA_P256;
        System.arraycopy(rs, 0, tagged, 1, 32);
        System.arraycopy(fixed(s.min(ORDER.subtract(s))), 0, tagged, 33, 32);
        return TaggedSignature.of(tagged);
    }

    private static byte[] fixed(BigInteger number) {
        byte[] bytes = number.toByteArray();
        var fixed = new byte[32];
        int skip = Math.max(0, bytes.length - 32);
        System.arraycopy(bytes, skip, fixed, 32 - (bytes.length - skip), bytes.length - skip);
        return fixed;
    }

    private static String vector(String name) throws IOException {
        var vectors = new Properties();
        try (var in = SignedBytesTest.class.getResourceAsStream("/aegle/record/vectors.properties")) {
            vectors.load(in);
        }
        return vectors.getProperty(name, "no vector " + name);
    }
}
