// SPDX-License-Identifier: Apache-2.0

package aegle.client.store;

import aegle.client.store.AttemptResult.Failed;
import aegle.client.store.AttemptResult.Moved;
import aegle.client.store.AttemptResult.NotAllowed;
import aegle.client.store.AttemptResult.NotKept;
import aegle.client.store.AttemptResult.OtherBytes;
import aegle.record.metadata.StoredObject;
import aegle.sharing.IntegrityCheck;
import aegle.sharing.LedgerRefusalException;
import aegle.sharing.RecordIntegrityException;
import aegle.sharing.SharingException;
import aegle.sharing.StoreUnavailableException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What went wrong with the stores so far, and what that means once there is nothing left to try. */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final StoredObject object;
    private final List<String> failedStores = new ArrayList<>();
    private @Nullable Exception lastFailure;
    private @Nullable SharingException notAllowed;
    private boolean otherBytes;

    Failures(StoredObject object) {
        this.object = object;
    }

    /** Note an attempt's end. */
    void note(String store, AttemptResult result) {
        switch (result) {
            case Moved() -> LOG.debug("{} is in store {}", object.key(), store);
            case OtherBytes() -> {
                LOG.error("store {} and the ledger disagree about {}", store, object.key());
                otherBytes = true;
            }
            case NotAllowed(SharingException refusal) -> {
                if (!(notAllowed instanceof LedgerRefusalException)) {
                    notAllowed = refusal;
                }
            }
            case NotKept(var cause) -> throw new UncheckedIOException("cannot write what was fetched", cause);
            case Failed(Exception cause) -> {
                LOG.warn("store {} failed with {}", store, object.key(), cause);
                failedStores.add(store);
                lastFailure = cause;
            }
        }
    }

    /** The contract's refusal, which no other store would change. */
    Optional<SharingException> refusal() {
        return Optional.ofNullable(notAllowed);
    }

    SharingException verdict() {
        if (notAllowed != null) {
            return notAllowed;
        }
        if (otherBytes) {
            return new RecordIntegrityException(IntegrityCheck.CIPHERTEXT_DIGEST);
        }
        String message = "no store can be used, neither of " + failedStores;
        return lastFailure == null
                ? new StoreUnavailableException(message)
                : new StoreUnavailableException(message, lastFailure);
    }
}
