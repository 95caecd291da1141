// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.vault;

import aegle.crypto.FormatVersionUnknownException;
import aegle.crypto.secret.SecretBytes;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What a vault file meets before its passphrase is stretched, and what lies behind the key, which is known here. */
public final class VaultFuzzTarget {
    private static final SecretBytes VAULT_KEY = SecretBytes.copyOf(new byte[32], 32, "VaultKey");

    private VaultFuzzTarget() {}

    /** Read a whole file as if its passphrase had been right. */
    public static boolean acceptsFile(byte[] file) {
        try {
            var bytes = ByteBuffer.wrap(file);
            var header = VaultHeader.read(bytes);
            if (!Arrays.equals(header.encoded(), Arrays.copyOf(file, bytes.position()))) {
                throw new AssertionError("a header has two spellings");
            }
            KeyVaultFile.requireContent(bytes);
            close(KeyVaultFile.content(bytes, header, VAULT_KEY));
            return true;
        } catch (VaultDamagedException | FormatVersionUnknownException e) {
            return false;
        }
    }

    /** Read what lies under the seal. */
    public static boolean acceptsContent(byte[] content) {
        try {
            NavigableMap<String, SecretBytes> entries = VaultEntries.decode(content);
            if (!Arrays.equals(VaultEntries.encode(entries), content)) {
                throw new AssertionError("a vault's content has two spellings");
            }
            close(entries);
            return true;
        } catch (VaultDamagedException e) {
            return false;
        }
    }

    /** One whole file and its header alone. */
    public static List<byte[]> files() {
        var header = VaultHeader.wrap(
                VAULT_KEY, Passphrase.of("invented for fuzzing".toCharArray()), Argon2Cost.FLOOR, new SecureRandom());
        byte[] before = ByteBuffer.allocate(header.encoded().length + AesGcm.NONCE_LENGTH)
                .put(header.encoded())
                .array();
        byte[] sealed = AesGcm.seal(VAULT_KEY, new byte[AesGcm.NONCE_LENGTH], VaultEntries.encode(entries()), before);
        byte[] file = ByteBuffer.allocate(before.length + sealed.length)
                .put(before)
                .put(sealed)
                .array();
        return List.of(file, before);
    }

    /** Contents with no entry and with some. */
    public static List<byte[]> contents() {
        return List.of(VaultEntries.encode(new TreeMap<>()), VaultEntries.encode(entries()));
    }

    private static NavigableMap<String, SecretBytes> entries() {
        var entries = new TreeMap<String, SecretBytes>();
        for (String name : List.of("record/key", "signing-key", "encryption-key.1")) {
            entries.put(name, SecretBytes.copyOf(new byte[name.length()], name.length(), "VaultEntry"));
        }
        return entries;
    }

    private static void close(NavigableMap<String, SecretBytes> entries) {
        entries.values().forEach(SecretBytes::close);
    }
}
