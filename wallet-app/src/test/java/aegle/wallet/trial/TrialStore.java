// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.trial;

import aegle.crypto.Digest;
import aegle.desktop.kit.Gate;
import aegle.record.metadata.ObjectKey;
import aegle.record.metadata.StoredObject;
import aegle.sharing.IntegrityCheck;
import aegle.sharing.RecordIntegrityException;
import aegle.sharing.RecordStore;
import aegle.sharing.SharingException;
import aegle.sharing.StoreUnavailableException;
import aegle.sharing.TransferProgress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** Two stores that are one map. */
public final class TrialStore implements RecordStore {
    private final Map<ObjectKey, byte[]> objects = new ConcurrentHashMap<>();
    private volatile boolean answering = true;

    /** Answer, or not. */
    public void answer(boolean now) {
        answering = now;
    }

    /** Keep ciphertext that a clinician has uploaded. */
    public void keep(ObjectKey key, byte[] ciphertext) {
        objects.put(key, ciphertext.clone());
    }

    /** Change one byte of what is kept. */
    public void damage(ObjectKey key) {
        byte[] bytes = found(key).clone();
        bytes[bytes.length - 1] ^= 1;
        objects.put(key, bytes);
    }

    @Override
    public int put(StoredObject object, Path ciphertext, Gate gate, TransferProgress progress) throws SharingException {
        try {
            return put(object, Files.readAllBytes(ciphertext), gate);
        } catch (IOException e) {
            throw new UncheckedIOException("the outbox", e);
        }
    }

    @Override
    public int put(StoredObject object, byte[] ciphertext, Gate gate) throws SharingException {
        requireAnswer();
        gate.urls();
        keep(object.key(), ciphertext);
        return 2;
    }

    @Override
    public void get(StoredObject object, Path target, Gate gate, TransferProgress progress) throws SharingException {
        try {
            Files.write(target, get(object, gate));
        } catch (IOException e) {
            throw new UncheckedIOException("the cache", e);
        }
    }

    @Override
    public byte[] get(StoredObject object, Gate gate) throws SharingException {
        requireAnswer();
        gate.urls();
        byte[] bytes = found(object.key());
        if (!Digest.sha256Of(bytes).equals(Digest.of(object.digest().value().toByteArray()))) {
            throw new RecordIntegrityException(IntegrityCheck.CIPHERTEXT_DIGEST);
        }
        return bytes.clone();
    }

    @Override
    public StoreStatus status() {
        return new StoreStatus(answering ? 2 : 0, 2);
    }

    @Override
    public void close() {}

    private byte[] found(ObjectKey key) {
        return Objects.requireNonNull(objects.get(key), "no object " + key);
    }

    private void requireAnswer() throws StoreUnavailableException {
        if (!answering) {
            throw new StoreUnavailableException("no store answers");
        }
    }
}
