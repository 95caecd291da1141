// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.retrieval;

import aegle.crypto.DecryptionException;
import aegle.crypto.record.BodyDigests;
import aegle.crypto.record.RecordCipher;
import aegle.crypto.seal.Envelope;
import aegle.record.metadata.StoredObject;
import aegle.sharing.IntegrityCheck;
import aegle.sharing.RecordIntegrityException;
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
    public Path fetch(StoredObject object, RecordStore.Gate gate, TransferProgress progress) throws SharingException {
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

    /** Tells whether the object is here. */
    public boolean holds(StoredObject object) {
        return Files.exists(file(object));
    }

    /** Drop an object, as when it turns out to be damaged or its permission has ended. */
    public void forget(StoredObject object) {
        try {
            Files.deleteIfExists(file(object));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete a fetched document", e);
        }
    }

    /**
     * Decrypt a body into memory.
     *
     * @throws RecordIntegrityException if its seal does not hold
     */
    public static Plaintext decrypt(Path body, Envelope envelope, RecordCipher cipher, TransferProgress progress)
            throws RecordIntegrityException {
        long length = envelope.description().content().length();
        var document = new ExactContent(length);
        try (var in = Files.newInputStream(body)) {
            BodyDigests digests = cipher.open(
                    in,
                    document,
                    envelope.keys().documentLayer(envelope.context().fid()),
                    done -> {
                        progress.moved(done, length);
                        return !progress.isCancelled();
                    });
            return new Plaintext(document, digests);
        } catch (DecryptionException e) {
            document.wipe();
            throw new RecordIntegrityException(IntegrityCheck.SEAL, e);
        } catch (IOException e) {
            document.wipe();
            throw new UncheckedIOException("cannot read a fetched document", e);
        }
    }

    /** A decrypted body, unverified until its digests have been compared. */
    public record Plaintext(ExactContent content, BodyDigests digests) {
        /** The bytes themselves, not a copy. */
        public byte[] bytes() {
            return content.content();
        }
    }

    private Path file(StoredObject object) {
        return folder.resolve(object.key().name().hex());
    }
}
