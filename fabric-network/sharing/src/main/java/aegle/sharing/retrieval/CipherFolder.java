// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.retrieval;

import aegle.record.metadata.StoredObject;
import aegle.sharing.RecordStore;
import aegle.sharing.SharingException;
import aegle.sharing.TransferProgress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of fetched ciphertext under the objects' random names: the cache of a program. */
public final class CipherFolder {
    private final Path folder;
    private final RecordStore store;

    public CipherFolder(Path folder, RecordStore store) {
        this.folder = folder;
        this.store = store;
    }

    /** The file of an object, fetched if it is not here yet. */
    Path fetch(StoredObject object, RecordStore.Gate gate, TransferProgress progress) throws SharingException {
        Path file = file(object);
        if (!Files.exists(file)) {
            try {
                Files.createDirectories(folder);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot make the folder for fetched documents", e);
            }
            store.get(object, file, gate, progress);
        }
        return file;
    }

    boolean holds(StoredObject object) {
        return Files.exists(file(object));
    }

    /** Drop an object, as when it turns out to be damaged or its permission has ended. */
    void forget(StoredObject object) {
        try {
            Files.deleteIfExists(file(object));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete a fetched document", e);
        }
    }

    private Path file(StoredObject object) {
        return folder.resolve(object.key().name().hex());
    }
}
