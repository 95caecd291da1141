// SPDX-License-Identifier: Apache-2.0

package aegle.client.local;

import aegle.client.local.SealedStoreException.Reason;
import aegle.sharing.SealedStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/**
 * A sealed store in one SQLite file, for one process.
 *
 * <p>What is put is on the disk when the call returns. Whoever reads the file learns how many entries there are and how long they
 * are; whoever writes it can remove entries or bring old ones back, and nothing else. An altered entry is reported as
 * {@link Reason#DAMAGED}, never as missing. Safe for use by many threads.
 */
public final class SqliteSealedStore implements SealedStore {
    /** The length of the key, in bytes. */
    public static final int KEY_LENGTH = EntrySeal.KEY_LENGTH;

    /** Tells whether the key fits; no entry can have this name, because it begins with a character that is refused. */
    private static final String KEY_CHECK = "\0key check";

    private static final byte[] KEY_CHECK_CONTENT = "aegle".getBytes(StandardCharsets.US_ASCII);

    private final EntryTable table;
    private final EntrySeal seal;

    private SqliteSealedStore(EntryTable table, EntrySeal seal) {
        this.table = table;
        this.seal = seal;
    }

    /**
     * Open a store, or make a new one if there is no such file.
     *
     * @param key 32 bytes, which the caller may wipe afterwards
     * @throws SealedStoreException if the file is open elsewhere, belongs to another key, is damaged or cannot be written
     */
    public static SqliteSealedStore open(Path file, byte[] key, SecureRandom random) {
        var table = EntryTable.open(file);
        var store = new SqliteSealedStore(table, new EntrySeal(key, random));
        try {
            store.requireKey();
            return store;
        } catch (SealedStoreException e) {
            store.close();
            throw e;
        }
    }

    @Override
    public synchronized Optional<byte[]> find(String name) {
        return read(requireName(name));
    }

    @Override
    public synchronized void put(String name, byte[] content) {
        write(requireName(name), content);
    }

    @Override
    public synchronized void remove(String name) {
        table.remove(seal.index(requireName(name)));
    }

    @Override
    public synchronized List<String> names(String prefix) {
        return table.names().stream()
                .map(this::name)
                .filter(name -> name.startsWith(prefix) && !name.equals(KEY_CHECK))
                .sorted()
                .toList();
    }

    /** Closes the file and wipes the keys. */
    @Override
    public synchronized void close() {
        table.close();
        seal.close();
    }

    private Optional<byte[]> read(String name) {
        byte[] index = seal.index(name);
        return table.content(index)
                .map(kept -> seal.open(EntrySeal.CONTENT, index, kept).orElseThrow(SqliteSealedStore::damagedEntry));
    }

    private void write(String name, byte[] content) {
        byte[] index = seal.index(name);
        byte[] sealedName = seal.seal(EntrySeal.NAME, index, name.getBytes(StandardCharsets.UTF_8));
        table.put(index, sealedName, seal.seal(EntrySeal.CONTENT, index, content));
    }

    private String name(EntryTable.SealedName kept) {
        byte[] name =
                seal.open(EntrySeal.NAME, kept.index(), kept.sealed()).orElseThrow(SqliteSealedStore::damagedEntry);
        return new String(name, StandardCharsets.UTF_8);
    }

    private void requireKey() {
        var check = read(KEY_CHECK);
        if (check.isPresent() && MessageDigest.isEqual(check.get(), KEY_CHECK_CONTENT)) {
            return;
        } else if (!table.names().isEmpty()) {
            throw new SealedStoreException(Reason.OTHER_KEY, "the program's memory was sealed with another key");
        }
        write(KEY_CHECK, KEY_CHECK_CONTENT);
    }

    private static String requireName(String name) {
        if (name.isEmpty() || name.charAt(0) == KEY_CHECK.charAt(0)) {
            throw new IllegalArgumentException("an entry needs a name of visible characters");
        }
        return name;
    }

    private static SealedStoreException damagedEntry() {
        return new SealedStoreException(Reason.DAMAGED, "an entry of the program's memory has been altered");
    }
}
