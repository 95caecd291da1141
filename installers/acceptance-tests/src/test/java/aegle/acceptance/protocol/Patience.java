// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import aegle.record.codec.LedgerErrorCode;
import aegle.sharing.LedgerRefusalException;
import aegle.sharing.LedgerUnavailableException;
import aegle.sharing.MembershipUnavailableException;
import aegle.sharing.OperationPendingException;
import aegle.sharing.SharingException;
import aegle.sharing.StoreUnavailableException;
import aegle.sharing.TransactionRejectedException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What a program's user does while parts of the network are away: she tries again. Everything else that fails is a fault. */
final class Patience {
    private static final Set<LedgerErrorCode> OVERTAKEN =
            Set.of(LedgerErrorCode.EPOCH_STALE, LedgerErrorCode.VERSION_CHANGED);
    private static final long PAUSE_MILLIS = 200;

    private Patience() {}

    /** Try until it is done; tells nothing of what failed in between, if that may. */
    static <T> T until(Attempt<T> attempt) throws SharingException {
        while (true) {
            Optional<T> done;
            try {
                done = attempt.make();
            } catch (SharingException e) {
                requirePassing(e);
                done = Optional.empty();
            }
            if (done.isPresent()) {
                return done.get();
            }
            pause(PAUSE_MILLIS);
        }
    }

    static void requirePassing(SharingException failure) throws SharingException {
        boolean passing = switch (failure) {
            case LedgerUnavailableException _,
                    StoreUnavailableException _,
                    MembershipUnavailableException _,
                    OperationPendingException _,
                    TransactionRejectedException _ -> true;
            case LedgerRefusalException refusal -> OVERTAKEN.contains(refusal.code());
            default -> false;
        };
        if (!passing) {
            throw failure;
        }
    }

    static void pause(long millis) {
        try {
            var _ = new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Something that comes to nothing for now, or is done. */
    @FunctionalInterface
    interface Attempt<T> {
        Optional<T> make() throws SharingException;
    }
}
