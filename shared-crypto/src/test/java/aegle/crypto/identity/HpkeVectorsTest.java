// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.identity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import aegle.crypto.vectors.VectorFile;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SHAKEDigest;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.hpke.HPKEContext;
import org.junit.jupiter.api.Test;

/** Published HPKE vectors, against the library that wraps our keys and our use of it. */
final class HpkeVectorsTest {
    private static final int ACCUMULATED_CIPHERTEXTS = 1000;

    @Test
    void x_wing_opens_the_published_vector() throws InvalidCipherTextException {
        JsonNode test = VectorFile.load("published/hpke-x-wing.json").tests().getFirst();
        try (var keys = EncryptionKeyPair.ofSeed(VectorFile.hex(test, "skRm"))) {
            assertArrayEquals(VectorFile.hex(test, "pkRm"), keys.recipient().bytes());
        }
        HPKE suite = EncryptionRecipient.suite();
        HPKEContext context = receiver(suite, test);
        for (JsonNode encryption : test.required("encryptions")) {
            byte[] plaintext = context.open(VectorFile.hex(encryption, "aad"), VectorFile.hex(encryption, "ct"));
            assertArrayEquals(VectorFile.hex(encryption, "pt"), plaintext);
        }
    }

    @Test
    void rfc_9180_base_mode_encrypts_like_the_published_vectors() throws InvalidCipherTextException {
        List<JsonNode> tests = VectorFile.load("published/hpke-rfc9180.json").tests();
        for (JsonNode test : tests) {
            var suite = new HPKE(
                    HPKE.mode_base,
                    test.required("kem_id").shortValue(),
                    test.required("kdf_id").shortValue(),
                    test.required("aead_id").shortValue());
            assertArrayEquals(
                    VectorFile.hex(test, "encryptions_accumulated"),
                    accumulated(receiver(suite, test)),
                    test.toString());
        }
    }

    private static HPKEContext receiver(HPKE suite, JsonNode test) {
        var keys = suite.deserializePrivateKey(VectorFile.hex(test, "skRm"), VectorFile.hex(test, "pkRm"));
        return suite.setupBaseR(VectorFile.hex(test, "enc"), keys, VectorFile.hex(test, "info"));
    }

    /** Both sides of HPKE have the same key and nonces, so the receiver's context may seal here. */
    private static byte[] accumulated(HPKEContext context) throws InvalidCipherTextException {
        var source = new SHAKEDigest(128);
        var sink = new SHAKEDigest(128);
        for (int i = 0; i < ACCUMULATED_CIPHERTEXTS; i++) {
            byte[] aad = draw(source);
            byte[] ciphertext = context.seal(aad, draw(source));
            sink.update(ciphertext, 0, ciphertext.length);
        }
        var accumulated = new byte[16];
        sink.doOutput(accumulated, 0, accumulated.length);
        return accumulated;
    }

    private static byte[] draw(SHAKEDigest source) {
        var length = new byte[1];
        source.doOutput(length, 0, 1);
        var bytes = new byte[length[0] & 0xff];
        source.doOutput(bytes, 0, bytes.length);
        return bytes;
    }
}
