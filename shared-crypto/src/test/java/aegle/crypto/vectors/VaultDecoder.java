// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Second decoder of a vault file, written from docs/vault.md. */
final class VaultDecoder {
    private VaultDecoder() {}

    static Map<String, String> decode(String passphrase, byte[] file) throws GeneralSecurityException, IOException {
        try (var input = new DataInputStream(new ByteArrayInputStream(file))) {
            if (!new String(input.readNBytes(9), StandardCharsets.ISO_8859_1).equals("AEGLEVLT\u0001")) {
                throw new IOException("magic and version");
            }
            int headerLength = input.readInt();
            JsonNode header = JsonMapper.builder().build().readTree(input.readNBytes(headerLength));
            byte[] wrappingKey = argon2id(passphrase, header.required("argon2id"));
            byte[] vaultKey = open(
                    wrappingKey,
                    header.required("nonce").binaryValue(),
                    Arrays.copyOf(file, 9),
                    header.required("wrappedVK").binaryValue());
            byte[] nonce = input.readNBytes(12);
            return entries(open(vaultKey, nonce, Arrays.copyOf(file, 13 + headerLength + 12), input.readAllBytes()));
        }
    }

    private static Map<String, String> entries(byte[] content) throws IOException {
        var entries = new TreeMap<String, String>();
        try (var input = new DataInputStream(new ByteArrayInputStream(content))) {
            for (int left = input.readInt(); left > 0; left--) {
                String name = new String(input.readNBytes(input.readInt()), StandardCharsets.US_ASCII);
                entries.put(name, HexFormat.of().formatHex(input.readNBytes(input.readInt())));
            }
            if (input.available() > 0) {
                throw new IOException("content goes on");
            }
        }
        return entries;
    }

    private static byte[] argon2id(String passphrase, JsonNode parameters) throws IOException {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(0x13)
                .withMemoryAsKB(parameters.required("m").intValue())
                .withIterations(parameters.required("t").intValue())
                .withParallelism(parameters.required("p").intValue())
                .withSalt(parameters.required("salt").binaryValue())
                .build());
        var key = new byte[32];
        generator.generateBytes(passphrase.getBytes(StandardCharsets.UTF_8), key);
        return key;
    }

    private static byte[] open(byte[] key, byte[] nonce, byte[] before, byte[] sealed) throws GeneralSecurityException {
        var gcm = Cipher.getInstance("AES/GCM/NoPadding");
        gcm.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        gcm.updateAAD(before);
        return gcm.doFinal(sealed);
    }
}
