// SPDX-License-Identifier: Apache-2.0

package aegle.sharing;

import aegle.record.call.StoreCalls.StoreUrls;
import aegle.record.metadata.StoredObject;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The encrypted cloud store, or several of them: ciphertext goes to all and comes from any, directly and never through us.
 *
 * <p>What may be moved is decided anew by the contract for each attempt, through the {@link Gate}. What arrives is checked against
 * the ledger's digest before it is handed on; a store that serves other bytes counts as failed.
 */
public interface RecordStore extends AutoCloseable {
    /** How the names of files end that are still being fetched. */
    String PART = ".part";

    /**
     * Put an object into every store that answers.
     *
     * @return the number of stores that have it now; where it is less than are configured, put it again later. An object that is
     *     there already and the same counts as put.
     * @throws StoreUnavailableException if no store took it
     * @throws RecordIntegrityException if the bytes are not those of {@code object}, or the name stands for others already
     * @throws LedgerRefusalException if the gate refuses
     */
    int put(StoredObject object, Path ciphertext, Gate gate, TransferProgress progress) throws SharingException;

    /**
     * Put an object that some of the stores have already, sending it only to the others; otherwise as
     * {@link #put(StoredObject, Path, Gate, TransferProgress)}.
     */
    default int complete(StoredObject object, Path ciphertext, Gate gate) throws SharingException {
        return put(object, ciphertext, gate, TransferProgress.none());
    }

    /** Put a small object from memory; otherwise as {@link #put(StoredObject, Path, Gate, TransferProgress)}. */
    int put(StoredObject object, byte[] ciphertext, Gate gate) throws SharingException;

    /**
     * Get an object into a file that holds exactly the ledger's bytes afterwards, or does not exist. Until then they lie beside
     * it, under a name that ends in {@link #PART}; a killed program leaves them there.
     *
     * @throws RecordIntegrityException if every store that answered served other bytes
     * @throws StoreUnavailableException if no store answered
     */
    void get(StoredObject object, Path target, Gate gate, TransferProgress progress) throws SharingException;

    /** Get a small object (at most 1 MiB) into memory; otherwise as the other. */
    byte[] get(StoredObject object, Gate gate) throws SharingException;

    /** How many of the configured stores answered when they were last asked; all, before the first time. */
    StoreStatus status();

    @Override
    void close();

    /** Where permission for one attempt comes from: the contract, asked through the ledger. */
    @FunctionalInterface
    interface Gate {
        StoreUrls urls() throws SharingException;

        /**
         * URLs to look after an upload that an earlier attempt may have completed (HEAD). A gate without them has an object that is
         * already there counted as put, which is right only for names that nobody else can know.
         */
        default Optional<StoreUrls> statusUrls() throws SharingException {
            return Optional.empty();
        }

        /** Join the gate of an upload and the one to look after it. */
        static Gate of(Gate upload, Gate status) {
            return new Gate() {
                @Override
                public StoreUrls urls() throws SharingException {
                    return upload.urls();
                }

                @Override
                public Optional<StoreUrls> statusUrls() throws SharingException {
                    return Optional.of(status.urls());
                }
            };
        }
    }

    /** Stores that answer, of those that are configured. */
    record StoreStatus(int reachable, int configured) {}
}
