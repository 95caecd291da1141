// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.crypto.FormatVersionUnknownException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KeyVaultFileTest {
    private static final byte[] VALUE = {1, 2, 3, 4, 5};

    @TempDir
    private Path folder;

    private KeyVaultFile file;

    @BeforeEach
    void name_the_file() {
        file = new KeyVaultFile(folder.resolve("wallet").resolve("keys.vault"), new SecureRandom());
    }

    @Test
    void a_vault_keeps_its_entries_under_its_passphrase() throws Exception {
        try (var vault = create("correct horse")) {
            vault.put("root/0", VALUE);
            vault.put("empty", new byte[0]);
            vault.put("gone", VALUE);
            vault.remove("gone");
            vault.save();
        }

        try (var vault = unlock("correct horse")) {
            assertEquals(Set.of("root/0", "empty"), vault.names());
            assertArrayEquals(VALUE, vault.entry("root/0").orElseThrow());
            assertTrue(vault.entry("gone").isEmpty());
            assertEquals(Argon2Cost.FLOOR, vault.cost());
        }
    }

    @Test
    void a_passphrase_fits_in_either_unicode_composition() throws Exception {
        create("Ka\u0308se und Brot").close();

        unlock("K\u00e4se und Brot").close();
    }

    @Test
    void a_wrong_passphrase_is_said_to_be_wrong_and_changes_nothing() throws Exception {
        create("correct horse").close();
        byte[] before = bytes();

        assertThrows(WrongPassphraseException.class, () -> unlock("correct hors"));
        assertThrows(WrongPassphraseException.class, () -> unlock("Correct horse"));
        assertArrayEquals(before, bytes());
    }

    @Test
    void damage_is_not_taken_for_a_wrong_passphrase() throws Exception {
        create("correct horse").close();
        byte[] whole = bytes();
        int contentFrom = 13 + ByteBuffer.wrap(whole, 9, 4).getInt();

        for (int place = 0; place < contentFrom; place++) {
            byte[] damaged = whole.clone();
            damaged[place] ^= 0x20;
            Files.write(file.path(), damaged);
            if (place == 8) {
                assertThrows(FormatVersionUnknownException.class, () -> unlock("correct horse"));
            } else {
                assertThrows(VaultDamagedException.class, () -> unlock("correct horse"), "byte " + place);
            }
        }
        for (int place : new int[] {contentFrom, contentFrom + 12, whole.length - 1}) {
            byte[] damaged = whole.clone();
            damaged[place] ^= 1;
            Files.write(file.path(), damaged);
            assertThrows(VaultDamagedException.class, () -> unlock("correct horse"), "byte " + place);
        }
    }

    @Test
    void a_cut_or_foreign_file_is_damaged() throws Exception {
        create("correct horse").close();
        byte[] whole = bytes();

        for (int length : new int[] {0, 1, 8, 12, 13, 100, whole.length - 29}) {
            Files.write(file.path(), Arrays.copyOf(whole, length));
            assertThrows(VaultDamagedException.class, () -> unlock("correct horse"), "length " + length);
        }
        Files.write(file.path(), Arrays.copyOf(whole, whole.length - 1));
        assertThrows(VaultDamagedException.class, () -> unlock("correct horse"));
        Files.writeString(file.path(), "%PDF-1.7 and so on, long enough to be something");
        assertThrows(VaultDamagedException.class, () -> unlock("correct horse"));
    }

    @ParameterizedTest
    @CsvSource({"65536,65535", "65536,8", "65536,1048577", "\"t\":3,\"t\":2", "\"p\":1,\"p\":9"})
    void a_vault_that_costs_too_little_or_too_much_is_refused(String found, String replacement) throws Exception {
        create("correct horse").close();
        byte[] whole = bytes();
        int length = ByteBuffer.wrap(whole, 9, 4).getInt();
        String json = new String(whole, 13, length, StandardCharsets.US_ASCII);
        assertTrue(json.contains(found));

        byte[] changed = json.replace(found, replacement).getBytes(StandardCharsets.US_ASCII);
        Files.write(
                file.path(),
                ByteBuffer.allocate(whole.length - length + changed.length)
                        .put(whole, 0, 9)
                        .putInt(changed.length)
                        .put(changed)
                        .put(whole, 13 + length, whole.length - 13 - length)
                        .array());

        assertThrows(VaultDamagedException.class, () -> unlock("correct horse"));
    }

    @Test
    void a_new_passphrase_replaces_the_old_one_and_the_vault_key() throws Exception {
        byte[] old;
        try (var vault = create("old passphrase")) {
            old = bytes();
            vault.put("root/0", VALUE);
            vault.changePassphrase(Passphrase.of("new passphrase".toCharArray()), Argon2Cost.FLOOR);
        }

        assertThrows(WrongPassphraseException.class, () -> unlock("old passphrase"));
        try (var vault = unlock("new passphrase")) {
            assertArrayEquals(VALUE, vault.entry("root/0").orElseThrow());
        }
        byte[] headerOfThen = Arrays.copyOf(old, 13 + ByteBuffer.wrap(old, 9, 4).getInt());
        byte[] now = bytes();
        int contentFrom = 13 + ByteBuffer.wrap(now, 9, 4).getInt();
        Files.write(
                file.path(),
                ByteBuffer.allocate(headerOfThen.length + now.length - contentFrom)
                        .put(headerOfThen)
                        .put(now, contentFrom, now.length - contentFrom)
                        .array());
        assertThrows(VaultDamagedException.class, () -> unlock("old passphrase"));
    }

    @Test
    void an_existing_file_is_never_overwritten_by_a_new_vault() throws Exception {
        create("correct horse").close();
        byte[] before = bytes();

        assertThrows(FileAlreadyExistsException.class, () -> create("another"));
        assertArrayEquals(before, bytes());
    }

    @Test
    void a_missing_file_is_no_damaged_one() {
        assertFalse(file.exists());
        assertThrows(NoSuchFileException.class, () -> unlock("correct horse"));
    }

    @Test
    void saving_replaces_the_file_whole_leaves_no_other_and_hides_it_from_others() throws Exception {
        try (var vault = create("correct horse")) {
            byte[] first = bytes();
            vault.save();
            assertFalse(Arrays.equals(first, bytes()), "each save has a fresh nonce");
        }
        Path parent = file.path().resolveSibling(".").normalize();
        try (var files = Files.list(parent)) {
            assertEquals(1, files.count());
        }
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())));
    }

    @Test
    void a_save_that_fails_leaves_the_old_file() throws Exception {
        try (var vault = create("correct horse")) {
            vault.put("root/0", VALUE);
            vault.save();
            byte[] before = bytes();
            for (int i = 0; i < 33; i++) {
                vault.put("large/" + i, new byte[1 << 20]);
            }
            assertThrows(IllegalStateException.class, vault::save);
            assertArrayEquals(before, bytes());
        }
    }

    @Test
    void of_two_programs_on_one_file_neither_overwrites_what_the_other_has_saved() throws Exception {
        create("correct horse").close();
        var others = new KeyVaultFile(file.path(), new SecureRandom());
        try (var first = unlock("correct horse");
                var passphrase = Passphrase.of("correct horse".toCharArray());
                var second = others.unlock(passphrase)) {
            first.put("root/0", VALUE);
            first.save();
            byte[] saved = bytes();
            second.put("root/0", new byte[] {9});

            assertThrows(VaultChangedException.class, second::save);
            assertThrows(VaultChangedException.class, () -> second.changePassphrase(passphrase, Argon2Cost.FLOOR));

            assertArrayEquals(saved, bytes());
            first.save();
            Files.delete(file.path());
            assertThrows(VaultChangedException.class, first::save);
        }
        create("correct horse").close();
    }

    @Test
    void a_locked_vault_gives_nothing() throws Exception {
        var vault = create("correct horse");
        vault.put("root/0", VALUE);

        vault.lock();

        assertTrue(vault.isLocked());
        assertThrows(IllegalStateException.class, () -> vault.entry("root/0"));
        assertThrows(IllegalStateException.class, vault::names);
        assertThrows(IllegalStateException.class, vault::save);
        assertThrows(IllegalStateException.class, () -> vault.put("a", VALUE));
        vault.close();
    }

    @Test
    void odd_names_and_oversized_values_are_refused() throws Exception {
        try (var vault = create("correct horse")) {
            assertThrows(IllegalArgumentException.class, () -> vault.put("", VALUE));
            assertThrows(IllegalArgumentException.class, () -> vault.put("Upper", VALUE));
            assertThrows(IllegalArgumentException.class, () -> vault.put("x".repeat(129), VALUE));
            assertThrows(IllegalArgumentException.class, () -> vault.put("a", new byte[(1 << 20) + 1]));
        }
    }

    @Test
    void a_passphrase_is_not_empty_not_printed_and_closable() {
        assertThrows(IllegalArgumentException.class, () -> Passphrase.of(new char[0]));
        var passphrase = Passphrase.of("correct horse".toCharArray());
        passphrase.close();
        assertEquals("Passphrase[secret]", passphrase.toString());
        assertThrows(IllegalStateException.class, passphrase::revealUtf8);
    }

    private KeyVault create(String passphrase) throws IOException {
        try (var typed = Passphrase.of(passphrase.toCharArray())) {
            return file.create(typed, Argon2Cost.FLOOR);
        }
    }

    private KeyVault unlock(String passphrase) throws Exception {
        try (var typed = Passphrase.of(passphrase.toCharArray())) {
            return file.unlock(typed);
        }
    }

    private byte[] bytes() throws IOException {
        return Files.readAllBytes(file.path());
    }
}
