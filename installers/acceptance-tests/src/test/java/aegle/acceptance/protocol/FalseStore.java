// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import aegle.record.metadata.StoredObject;
import aegle.sharing.RecordStore;
import aegle.sharing.SharingException;
import aegle.sharing.TransferProgress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A store whose lies have come through, as if the digest of the ledger did not count: what a reader must notice all the same, by seal,
 * context and commitment.
 */
final class FalseStore implements RecordStore {
    private final RecordStore honest;
    private volatile Lie lie = (_, bytes) -> bytes;

    FalseStore(RecordStore honest) {
        this.honest = honest;
    }

    void tell(Lie told) {
        lie = told;
    }

    @Override
    public int put(StoredObject object, Path ciphertext, Gate gate, TransferProgress progress) throws SharingException {
        return honest.put(object, ciphertext, gate, progress);
    }

    @Override
    public int put(StoredObject object, byte[] ciphertext, Gate gate) throws SharingException {
        return honest.put(object, ciphertext, gate);
    }

    @Override
    public void get(StoredObject object, Path target, Gate gate, TransferProgress progress) throws SharingException {
        try {
            honest.get(object, target, gate, progress);
            Files.write(target, lie.about(object, Files.readAllBytes(target)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte[] get(StoredObject object, Gate gate) throws SharingException {
        return lie.about(object, honest.get(object, gate));
    }

    @Override
    public StoreStatus status() {
        return honest.status();
    }

    @Override
    public void close() {
        honest.close();
    }

    /** What is shown instead of an object's bytes. */
    @FunctionalInterface
    interface Lie {
        byte[] about(StoredObject object, byte[] honest) throws SharingException;
    }
}
