// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.vectors;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.SHAKEDigest;
import org.bouncycastle.crypto.kems.MLKEMExtractor;
import org.bouncycastle.crypto.params.MLKEMParameters;
import org.bouncycastle.crypto.params.MLKEMPrivateKeyParameters;
import org.bouncycastle.math.ec.rfc7748.X25519;

/**
 * Second decoder of an age file with one hybrid stanza, written from docs/age.md: container, HPKE schedule and the X-Wing
 * combiner by hand; ML-KEM-768 and X25519 from BouncyCastle.
 */
final class AgeDecoder {
    private static final String STANZA = "-> mlkem768x25519 ";

    private AgeDecoder() {}

    static byte[] decode(byte[] seed, byte[] file) throws GeneralSecurityException {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        String[] lines = text.split("\n", 5);
        if (!lines[0].equals("age-encryption.org/v1") || !lines[1].startsWith(STANZA) || !lines[3].startsWith("--- ")) {
            throw new GeneralSecurityException("header");
        }
        byte[] encapsulation = Base64.getDecoder().decode(lines[1].substring(STANZA.length()));
        byte[] fileKey = open(seed, encapsulation, Base64.getDecoder().decode(lines[2]));

        int macFrom = text.indexOf("\n--- ") + 1;
        byte[] macKey = HmacHkdf.hkdf(fileKey, new byte[0], ascii("header"), 32);
        byte[] mac = HmacHkdf.hmac(macKey, Arrays.copyOf(file, macFrom + 3));
        if (!MessageDigest.isEqual(mac, Base64.getDecoder().decode(lines[3].substring(4)))) {
            throw new GeneralSecurityException("header MAC");
        }
        int payloadFrom = macFrom + lines[3].length() + 1;
        return payload(fileKey, Arrays.copyOfRange(file, payloadFrom, file.length));
    }

    private static byte[] payload(byte[] fileKey, byte[] payload) throws GeneralSecurityException {
        byte[] key = HmacHkdf.hkdf(fileKey, Arrays.copyOf(payload, 16), ascii("payload"), 32);
        var plaintext = new ByteArrayOutputStream();
        int from = 16;
        for (long chunk = 0; from < payload.length; chunk++) {
            int to = Math.min(from + (1 << 16) + 16, payload.length);
            byte last = (byte) (to == payload.length ? 1 : 0);
            byte[] nonce = ByteBuffer.allocate(12)
                    .putInt(0, 0)
                    .putLong(3, chunk)
                    .put(11, last)
                    .array();
            plaintext.writeBytes(chacha(key, nonce, Arrays.copyOfRange(payload, from, to)));
            from = to;
        }
        return plaintext.toByteArray();
    }

    private static byte[] open(byte[] seed, byte[] encapsulation, byte[] wrapped) throws GeneralSecurityException {
        byte[] suite = HmacHkdf.joined(ascii("HPKE"), new byte[] {0x64, 0x7a, 0x00, 0x01, 0x00, 0x03});
        byte[] info = ascii("age-encryption.org/mlkem768x25519");
        byte[] context = HmacHkdf.joined(
                new byte[1],
                labeledExtract(suite, new byte[0], "psk_id_hash", new byte[0]),
                labeledExtract(suite, new byte[0], "info_hash", info));
        byte[] secret = labeledExtract(suite, xWing(seed, encapsulation), "secret", new byte[0]);
        byte[] key = labeledExpand(suite, secret, "key", context, 32);
        byte[] nonce = labeledExpand(suite, secret, "base_nonce", context, 12);
        return chacha(key, nonce, wrapped);
    }

    private static byte[] xWing(byte[] seed, byte[] encapsulation) throws GeneralSecurityException {
        var expanded = new byte[96];
        var shake = new SHAKEDigest(256);
        shake.update(seed, 0, seed.length);
        shake.doFinal(expanded, 0, expanded.length);

        var mlKemKey = new MLKEMPrivateKeyParameters(MLKEMParameters.ml_kem_768, Arrays.copyOf(expanded, 64));
        byte[] mlKemSecret = new MLKEMExtractor(mlKemKey).extractSecret(Arrays.copyOf(encapsulation, 1088));
        var publicKey = new byte[32];
        X25519.scalarMultBase(expanded, 64, publicKey, 0);
        var dhSecret = new byte[32];
        X25519.scalarMult(expanded, 64, encapsulation, 1088, dhSecret, 0);

        var sha3 = MessageDigest.getInstance("SHA3-256");
        sha3.update(mlKemSecret);
        sha3.update(dhSecret);
        sha3.update(encapsulation, 1088, 32);
        sha3.update(publicKey);
        sha3.update(ascii("\\.//^\\"));
        return sha3.digest();
    }

    private static byte[] labeledExtract(byte[] suite, byte[] salt, String label, byte[] ikm)
            throws GeneralSecurityException {
        return HmacHkdf.extract(salt, HmacHkdf.joined(ascii("HPKE-v1"), suite, ascii(label), ikm));
    }

    private static byte[] labeledExpand(byte[] suite, byte[] secret, String label, byte[] info, int length)
            throws GeneralSecurityException {
        byte[] lengthBytes = {0, (byte) length};
        byte[] labeled = HmacHkdf.joined(lengthBytes, ascii("HPKE-v1"), suite, ascii(label), info);
        return HmacHkdf.expand(secret, labeled, length);
    }

    private static byte[] chacha(byte[] key, byte[] nonce, byte[] sealed) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("ChaCha20-Poly1305");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "ChaCha20"), new IvParameterSpec(nonce));
        return cipher.doFinal(sealed);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
