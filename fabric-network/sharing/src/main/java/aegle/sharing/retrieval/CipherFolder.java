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
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of fetched ciphertext under the objects' random names: the cache of a program. */
public final class CipherFolder {
    private final Path folder;
    private final RecordStore store;

    /** One for each program and {@code folder}: what a killed program had only fetched in part is cleared away. */
    public CipherFolder(Path folder, RecordStore store) {
        this.folder = folder;
        this.store = store;
        clearParts();
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
     * @param stored what the ledger says of the body
     * @throws RecordIntegrityException if its seal does not hold, or ledger, envelope and file do not agree on its length; an
     *     envelope that promises more than 256 MiB is never believed
     */
    public static Plaintext decrypt(
            Path body, StoredObject stored, Envelope envelope, RecordCipher cipher, TransferProgress progress)
            throws RecordIntegrityException {
        long length = envelope.description().content().length();
        if (length > RecordCipher.MAXIMUM_DOCUMENT_LENGTH || RecordCipher.sealedLength(length) != stored.length()) {
            throw new RecordIntegrityException(IntegrityCheck.CONTEXT);
        }
        try {
            if (Files.size(body) != stored.length()) {
                throw new RecordIntegrityException(IntegrityCheck.CIPHERTEXT_DIGEST);
            }
            var document = new ExactContent(length);
            return new Plaintext(document, decrypt(body, document, envelope, cipher, progress));
        } catch (DecryptionException e) {
            throw new RecordIntegrityException(IntegrityCheck.SEAL, e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read a fetched document", e);
        }
    }

    /** Decrypt into {@code document}, which is wiped if it does not come to the end, by cancelling or otherwise. */
    static BodyDigests decrypt(
            Path body, ExactContent document, Envelope envelope, RecordCipher cipher, TransferProgress progress)
            throws IOException, DecryptionException {
        long length = envelope.description().content().length();
        boolean whole = false;
        try (var in = Files.newInputStream(body)) {
            var layer = envelope.keys().documentLayer(envelope.context().fid());
            BodyDigests digests = cipher.open(in, document, layer, done -> {
                progress.moved(done, length);
                return !progress.isCancelled();
            });
            whole = true;
            return digests;
        } finally {
            if (!whole) {
                document.wipe();
            }
        }
    }

    /** A decrypted body, unverified until its digests have been compared. */
    public record Plaintext(ExactContent content, BodyDigests digests) {
        /** The bytes themselves, not a copy. */
        public byte[] bytes() {
            return content.content();
        }
    }

    private void clearParts() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var parts = Files.newDirectoryStream(folder, "*" + RecordStore.PART)) {
            for (Path part : parts) {
                Files.delete(part);
            }
        } catch (DirectoryIteratorException e) {
            throw new UncheckedIOException("cannot look through the fetched documents", e.getCause());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot clean up the fetched documents", e);
        }
    }

    private Path file(StoredObject object) {
        return folder.resolve(object.key().name().hex());
    }
}
