// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.vault;

import aegle.crypto.Digest;
import aegle.crypto.FormatVersionUnknownException;
import aegle.crypto.secret.SecretBytes;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/**
 * The clear part of a vault file: magic, version, and JSON with the cost, the salt, and the vault key wrapped under the
 * passphrase. A checksum in it tells a damaged header from a wrong passphrase; it is no protection.
 */
final class VaultHeader {
    static final int VAULT_KEY_LENGTH = 32;

    private static final byte[] MAGIC = "AEGLEVLT".getBytes(StandardCharsets.US_ASCII);
    private static final byte VERSION = 1;
    private static final int SALT_LENGTH = 16;
    private static final int LONGEST_JSON = 4096;
    private static final int PREFIX_LENGTH = MAGIC.length + 1;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Argon2Cost cost;
    private final byte[] salt;
    private final byte[] nonce;
    private final byte[] wrappedKey;
    private final byte[] encoded;

    private VaultHeader(Argon2Cost cost, byte[] salt, byte[] nonce, byte[] wrappedKey) {
        this.cost = cost;
        this.salt = salt;
        this.nonce = nonce;
        this.wrappedKey = wrappedKey;
        this.encoded = encode();
    }

    /** Wrap a vault key under a passphrase, with a fresh salt and nonce. */
    static VaultHeader wrap(SecretBytes vaultKey, Passphrase passphrase, Argon2Cost cost, SecureRandom random) {
        var salt = new byte[SALT_LENGTH];
        var nonce = new byte[AesGcm.NONCE_LENGTH];
        random.nextBytes(salt);
        random.nextBytes(nonce);
        byte[] key = vaultKey.reveal();
        try (var keyEncryptionKey = keyEncryptionKey(passphrase, cost, salt)) {
            return new VaultHeader(cost, salt, nonce, AesGcm.seal(keyEncryptionKey, nonce, key, prefix()));
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /** Parse the header at the front of {@code file}, advancing it. */
    static VaultHeader read(ByteBuffer file) throws VaultDamagedException, FormatVersionUnknownException {
        var magic = new byte[MAGIC.length];
        if (file.remaining() < PREFIX_LENGTH + Integer.BYTES) {
            throw new VaultDamagedException("the file is too short for a vault");
        }
        file.get(magic);
        if (!Arrays.equals(magic, MAGIC)) {
            throw new VaultDamagedException("the file is no vault");
        }
        int version = file.get() & 0xff;
        if (version != VERSION) {
            throw new FormatVersionUnknownException("vault", version);
        }
        int length = file.getInt();
        if (length < 0 || length > LONGEST_JSON || length > file.remaining()) {
            throw new VaultDamagedException("the vault's header is damaged");
        }
        var json = new byte[length];
        file.get(json);
        return parse(json);
    }

    SecretBytes unwrap(Passphrase passphrase) throws WrongPassphraseException, VaultDamagedException {
        if (!cost.fitsHeap()) {
            throw new VaultDamagedException("the vault demands more memory than this program has");
        }
        try (var keyEncryptionKey = keyEncryptionKey(passphrase, cost, salt)) {
            byte[] key = AesGcm.open(keyEncryptionKey, nonce, wrappedKey, prefix())
                    .orElseThrow(WrongPassphraseException::new);
            try {
                return SecretBytes.copyOf(key, VAULT_KEY_LENGTH, "VaultKey");
            } finally {
                Arrays.fill(key, (byte) 0);
            }
        }
    }

    /** Returns all bytes before the content's nonce. */
    byte[] encoded() {
        return encoded.clone();
    }

    Argon2Cost cost() {
        return cost;
    }

    private static VaultHeader parse(byte[] json) throws VaultDamagedException {
        try {
            JsonNode root = MAPPER.readTree(new String(json, StandardCharsets.UTF_8));
            JsonNode argon2id = root.path("argon2id");
            var cost = new Argon2Cost(number(argon2id, "m"), number(argon2id, "t"), number(argon2id, "p"));
            var header = new VaultHeader(
                    cost,
                    binary(argon2id, "salt", SALT_LENGTH),
                    binary(root, "nonce", AesGcm.NONCE_LENGTH),
                    binary(root, "wrappedVK", VAULT_KEY_LENGTH + AesGcm.TAG_LENGTH));
            byte[] parsed = Arrays.copyOfRange(header.encoded, PREFIX_LENGTH + Integer.BYTES, header.encoded.length);
            if (!Arrays.equals(parsed, json)) {
                throw new VaultDamagedException("the vault's header is damaged");
            }
            return header;
        } catch (JsonProcessingException e) {
            throw new VaultDamagedException("the vault's header is damaged");
        } catch (IllegalArgumentException e) {
            throw new VaultDamagedException("the vault's header is damaged or outside the limits");
        }
    }

    private static int number(JsonNode object, String name) {
        JsonNode value = object.path(name);
        if (!value.isInt()) {
            throw new IllegalArgumentException(name + " is no number");
        }
        return value.intValue();
    }

    private static byte[] binary(JsonNode object, String name, int length) {
        byte[] bytes = Base64.getDecoder().decode(object.path(name).asText());
        if (bytes.length != length) {
            throw new IllegalArgumentException(name + " has a wrong length");
        }
        return bytes;
    }

    private static byte[] prefix() {
        return ByteBuffer.allocate(PREFIX_LENGTH).put(MAGIC).put(VERSION).array();
    }

    private static SecretBytes keyEncryptionKey(Passphrase passphrase, Argon2Cost cost, byte[] salt) {
        byte[] utf8 = passphrase.revealUtf8();
        byte[] key = cost.derive(utf8, salt);
        try {
            return SecretBytes.copyOf(key, VAULT_KEY_LENGTH, "KeyEncryptionKey");
        } finally {
            Arrays.fill(utf8, (byte) 0);
            Arrays.fill(key, (byte) 0);
        }
    }

    private byte[] encode() {
        ObjectNode root = MAPPER.createObjectNode();
        root.putObject("argon2id")
                .put("m", cost.memoryKib())
                .put("t", cost.passes())
                .put("p", cost.lanes())
                .put("salt", base64(salt));
        root.put("nonce", base64(nonce)).put("wrappedVK", base64(wrappedKey)).put("check", base64(checksum()));
        byte[] json = root.toString().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(PREFIX_LENGTH + Integer.BYTES + json.length)
                .put(prefix())
                .putInt(json.length)
                .put(json)
                .array();
    }

    private byte[] checksum() {
        byte[] costs = ByteBuffer.allocate(3 * Integer.BYTES)
                .putInt(cost.memoryKib())
                .putInt(cost.passes())
                .putInt(cost.lanes())
                .array();
        MessageDigest sha256 = Digest.newSha256();
        sha256.update(prefix());
        sha256.update(costs);
        sha256.update(salt);
        sha256.update(nonce);
        sha256.update(wrappedKey);
        return Arrays.copyOf(sha256.digest(), 8);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
