// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.vault;

import aegle.crypto.secret.SecretBytes;
import java.io.IOException;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An unlocked vault: named entries whose meaning the program knows. Changes reach the file with {@link #save()}.
 *
 * <p>{@link #lock()} wipes every entry and the key; afterwards all but {@link #isLocked()} is an
 * {@link IllegalStateException}. Safe for several threads.
 */
public final class KeyVault implements AutoCloseable {
    private final KeyVaultFile file;
    private final NavigableMap<String, SecretBytes> entries;
    private VaultHeader header;
    private SecretBytes vaultKey;
    private boolean locked;

    KeyVault(KeyVaultFile file, VaultHeader header, SecretBytes vaultKey, NavigableMap<String, SecretBytes> entries) {
        this.file = file;
        this.header = header;
        this.vaultKey = vaultKey;
        this.entries = entries;
    }

    /** Returns a copy of the entry with this name, if there is one; the caller wipes it. */
    public synchronized Optional<byte[]> entry(String name) {
        requireUnlocked();
        return Optional.ofNullable(entries.get(name)).map(SecretBytes::reveal);
    }

    public synchronized Set<String> names() {
        requireUnlocked();
        return Set.copyOf(entries.keySet());
    }

    /**
     * Set an entry; copies the value, which the caller still has to wipe.
     *
     * @param name lower case letters, digits, {@code . / _ -}, at most 128
     * @param value at most 1 MiB
     */
    public synchronized void put(String name, byte[] value) {
        requireUnlocked();
        VaultEntries.requireName(name);
        if (value.length > VaultEntries.LARGEST_VALUE) {
            throw new IllegalArgumentException("a vault entry has at most " + VaultEntries.LARGEST_VALUE + " bytes");
        }
        wipe(entries.put(name, SecretBytes.copyOf(value, value.length, "VaultEntry")));
    }

    public synchronized void remove(String name) {
        requireUnlocked();
        wipe(entries.remove(name));
    }

    /** Write all entries; after a crash the file holds the old or the new ones. */
    public synchronized void save() throws IOException {
        requireUnlocked();
        file.write(header, vaultKey, entries);
    }

    /**
     * Lock the vault with another passphrase from now on, and save it. The vault key is replaced too, so that an old copy
     * of the file and the old passphrase do not open what comes later.
     */
    public synchronized void changePassphrase(Passphrase next, Argon2Cost cost) throws IOException {
        requireUnlocked();
        SecretBytes nextKey = file.newVaultKey();
        VaultHeader nextHeader = file.newHeader(nextKey, next, cost);
        file.write(nextHeader, nextKey, entries);
        vaultKey.close();
        vaultKey = nextKey;
        header = nextHeader;
    }

    /** Returns what this vault's passphrase costs to guess. */
    public synchronized Argon2Cost cost() {
        requireUnlocked();
        return header.cost();
    }

    /** Wipe everything. Unsaved changes are lost. */
    public synchronized void lock() {
        locked = true;
        vaultKey.close();
        entries.values().forEach(SecretBytes::close);
        entries.clear();
    }

    public synchronized boolean isLocked() {
        return locked;
    }

    @Override
    public void close() {
        lock();
    }

    private void requireUnlocked() {
        if (locked) {
            throw new IllegalStateException("the vault is locked");
        }
    }

    private static void wipe(@Nullable SecretBytes replaced) {
        if (replaced != null) {
            replaced.close();
        }
    }

    @Override
    public String toString() {
        return "KeyVault[secret]";
    }
}
