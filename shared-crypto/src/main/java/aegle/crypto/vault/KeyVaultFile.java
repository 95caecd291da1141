// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.vault;

import aegle.crypto.Digest;
import aegle.crypto.FormatVersionUnknownException;
import aegle.crypto.secret.SecretBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The file that holds a program's keys, locked by a passphrase ({@code docs/vault.md}). One program at a time uses it;
 * of two that have it open, the later one to save is refused, so that neither loses keys that the other has made.
 *
 * <pre>{@code
 * var file = new KeyVaultFile(path, random);
 * try (KeyVault vault = file.exists() ? file.unlock(passphrase) : file.create(passphrase, cost)) {
 *     vault.put("signing-key", scalar);
 *     vault.save();
 * }
 * }</pre>
 */
public final class KeyVaultFile {
    private static final long LARGEST_FILE = VaultEntries.LARGEST_CONTENT + 8192L;

    private final AtomicFile file;
    private final SecureRandom random;
    /** The digest of the file as this program has last read or written it. */
    private Optional<Digest> seen = Optional.empty();

    public KeyVaultFile(Path path, SecureRandom random) {
        this.file = new AtomicFile(path);
        this.random = random;
    }

    public boolean exists() {
        return Files.exists(file.path());
    }

    public Path path() {
        return file.path();
    }

    /**
     * Create an empty vault and write it.
     *
     * @param cost {@link Argon2Cost#calibrated} in a program, {@link Argon2Cost#FLOOR} in a test
     * @throws FileAlreadyExistsException if there is a file already; it is left alone
     * @throws VaultChangedException if another program has made one meanwhile; it is left alone
     */
    public KeyVault create(Passphrase passphrase, Argon2Cost cost) throws IOException {
        if (exists()) {
            throw new FileAlreadyExistsException(file.path().toString());
        }
        forget();
        SecretBytes vaultKey = newVaultKey();
        var vault = new KeyVault(this, VaultHeader.wrap(vaultKey, passphrase, cost, random), vaultKey, new TreeMap<>());
        vault.save();
        return vault;
    }

    /**
     * Unlock the vault; takes about a second, by its cost.
     *
     * @throws WrongPassphraseException if the header is whole and the passphrase does not fit
     * @throws VaultDamagedException if no passphrase will open this file
     * @throws FormatVersionUnknownException if a newer program wrote it
     */
    public KeyVault unlock(Passphrase passphrase)
            throws IOException, WrongPassphraseException, VaultDamagedException, FormatVersionUnknownException {
        if (Files.size(file.path()) > LARGEST_FILE) {
            throw new VaultDamagedException("the file is too long for a vault");
        }
        byte[] read = Files.readAllBytes(file.path());
        var bytes = ByteBuffer.wrap(read);
        var header = VaultHeader.read(bytes);
        requireContent(bytes);
        SecretBytes vaultKey = header.unwrap(passphrase);
        try {
            var vault = new KeyVault(this, header, vaultKey, content(bytes, header, vaultKey));
            see(read);
            return vault;
        } catch (VaultDamagedException e) {
            vaultKey.close();
            throw e;
        }
    }

    /**
     * Replace the file.
     *
     * @throws VaultChangedException if it is not the one that this program has last read or written; it is left alone
     */
    synchronized void write(VaultHeader header, SecretBytes vaultKey, NavigableMap<String, SecretBytes> entries)
            throws IOException {
        requireUnchanged();
        var nonce = new byte[AesGcm.NONCE_LENGTH];
        random.nextBytes(nonce);
        byte[] before = beforeContent(header, nonce);
        byte[] content = VaultEntries.encode(entries);
        try {
            byte[] sealed = AesGcm.seal(vaultKey, nonce, content, before);
            byte[] whole = ByteBuffer.allocate(before.length + sealed.length)
                    .put(before)
                    .put(sealed)
                    .array();
            file.replace(whole);
            see(whole);
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    private synchronized void see(byte[] whole) {
        seen = Optional.of(Digest.sha256Of(whole));
    }

    private synchronized void forget() {
        seen = Optional.empty();
    }

    private void requireUnchanged() throws IOException {
        Optional<Digest> now =
                exists() ? Optional.of(Digest.sha256Of(Files.readAllBytes(file.path()))) : Optional.empty();
        if (!now.equals(seen)) {
            throw new VaultChangedException();
        }
    }

    SecretBytes newVaultKey() {
        return SecretBytes.random(VaultHeader.VAULT_KEY_LENGTH, random, "VaultKey");
    }

    VaultHeader newHeader(SecretBytes vaultKey, Passphrase passphrase, Argon2Cost cost) {
        return VaultHeader.wrap(vaultKey, passphrase, cost, random);
    }

    /** Open what follows the header; no passphrase is stretched here. */
    static NavigableMap<String, SecretBytes> content(ByteBuffer rest, VaultHeader header, SecretBytes vaultKey)
            throws VaultDamagedException {
        var nonce = new byte[AesGcm.NONCE_LENGTH];
        rest.get(nonce);
        var sealed = new byte[rest.remaining()];
        rest.get(sealed);
        byte[] content = AesGcm.open(vaultKey, nonce, sealed, beforeContent(header, nonce))
                .orElseThrow(() -> new VaultDamagedException("the vault's content is damaged"));
        try {
            return VaultEntries.decode(content);
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    /** Refuse a file without content before its passphrase is stretched. */
    static void requireContent(ByteBuffer rest) throws VaultDamagedException {
        if (rest.remaining() < AesGcm.NONCE_LENGTH + AesGcm.TAG_LENGTH) {
            throw new VaultDamagedException("the vault's content is cut");
        }
    }

    private static byte[] beforeContent(VaultHeader header, byte[] nonce) {
        byte[] encoded = header.encoded();
        return ByteBuffer.allocate(encoded.length + nonce.length)
                .put(encoded)
                .put(nonce)
                .array();
    }
}
