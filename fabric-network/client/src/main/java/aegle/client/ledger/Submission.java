// SPDX-License-Identifier: Apache-2.0

package aegle.client.ledger;

import aegle.sharing.LedgerRefusalException;
import aegle.sharing.LedgerUnavailableException;
import aegle.sharing.OperationPendingException;
import aegle.sharing.SharingException;
import aegle.sharing.TransactionRejectedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.hyperledger.fabric.client.SubmitException;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes one call through endorsing, ordering and commit ({@code docs/outcomes.md}).
 *
 * <p>An endorsed transaction that one peer could not hand on is handed on by another: it is the same transaction, so it commits
 * once. One whose outcome stays unknown is endorsed anew: the numbers in the call make the contract answer the first result if
 * both commit. Nothing is remembered beyond this call; whoever wants the operation done repeats the same call.
 */
final class Submission {
    private static final Logger LOG = LoggerFactory.getLogger(Submission.class);
    private static final Set<TxValidationCode> CONFLICTS =
            Set.of(TxValidationCode.MVCC_READ_CONFLICT, TxValidationCode.PHANTOM_READ_CONFLICT);
    private static final int MAXIMUM_CONFLICTS = 8;
    private static final Duration AFTER_CONFLICT = Duration.ofMillis(150);
    private static final int PARTS_OF_PATIENCE = 4;
    private static final Duration ENDORSING = Duration.ofSeconds(1);
    private static final Duration HANDING_ON = Duration.ofSeconds(2);
    private static final Duration ORDERING = Duration.ofSeconds(2);
    private static final Duration SETTLING = Duration.ofSeconds(2);
    private static final Duration AFTER_SILENCE = Duration.ofMillis(500);

    private final Hospitals hospitals;
    private final String function;
    private final Supplier<byte[][]> arguments;
    private final Duration askedAtOnce;
    private final long end;
    private final List<Transaction> unknown = new ArrayList<>();
    private int conflicts;

    Submission(Hospitals hospitals, String function, Supplier<byte[][]> arguments, Duration patience) {
        this.hospitals = hospitals;
        this.function = function;
        this.arguments = arguments;
        this.askedAtOnce = patience.dividedBy(PARTS_OF_PATIENCE);
        this.end = System.nanoTime() + patience.toNanos();
    }

    /** Returns what the contract answered in the transaction that has been committed. */
    byte[] run() throws SharingException {
        while (true) {
            Transaction endorsed;
            try {
                endorsed =
                        hospitals.ask(ENDORSING, peer -> peer.endorse(function, arguments.get()), Submission::excuse);
            } catch (LedgerRefusalException | LedgerUnavailableException e) {
                return earlierResult(e);
            }
            Optional<TxValidationCode> outcome = order(endorsed);
            if (outcome.isEmpty()) {
                unknown.add(endorsed);
                requireTimeLeft();
            } else if (outcome.get() == TxValidationCode.VALID) {
                return endorsed.getResult();
            } else {
                requireConflict(endorsed.getTransactionId(), outcome.get());
                hospitals.pause(AFTER_CONFLICT.multipliedBy(conflicts));
            }
        }
    }

    private Optional<TxValidationCode> order(Transaction endorsed) throws SharingException {
        boolean accepted = isHandedOn(endorsed);
        Duration left = Duration.ofNanos(end - System.nanoTime());
        return outcome(endorsed.getTransactionId(), accepted ? left : shorter(left, askedAtOnce));
    }

    private boolean isHandedOn(Transaction endorsed) throws SharingException {
        Hospitals.Question<Transaction> handOn = peer -> {
            try {
                peer.submit(endorsed);
            } catch (SubmitException e) {
                if (!Diagnosis.isOrdered(e)) {
                    throw e;
                }
            }
            return endorsed;
        };
        return hospitals
                .first(
                        HANDING_ON,
                        handOn,
                        (peer, error) -> LOG.warn(
                                "{} could not hand on transaction {}: {}",
                                peer.hospital(),
                                endorsed.getTransactionId(),
                                Diagnosis.words(error)))
                .isPresent();
    }

    /** Ask until a peer knows, or the time is over. "Not yet" is all that a silent peer says. */
    private Optional<TxValidationCode> outcome(String transactionId, Duration patience) throws SharingException {
        long until = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() - until < 0) {
            Duration left = Duration.ofNanos(Math.max(1, until - System.nanoTime()));
            var committed = hospitals.first(
                    ORDERING,
                    peer -> peer.awaitCommit(transactionId, shorter(left, askedAtOnce)),
                    (peer, error) -> LOG.debug("{} does not know the outcome", peer.hospital(), error));
            if (committed.isPresent() && committed.get().code() != TxValidationCode.DUPLICATE_TXID) {
                hospitals.written(committed.get());
                return committed.map(Committed::code);
            }
            hospitals.pause(AFTER_SILENCE);
        }
        return Optional.empty();
    }

    /** Whoever is slow to endorse may be waiting for another hospital. */
    private static void excuse(HospitalPeer slow) {
        LOG.debug("{} is slow to endorse", slow.hospital());
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** A repeated call was not endorsed: perhaps because the first one has come through after all. */
    private byte[] earlierResult(SharingException notEndorsed) throws SharingException {
        for (Transaction earlier : unknown) {
            var outcome = outcome(earlier.getTransactionId(), SETTLING);
            if (outcome.isEmpty()) {
                throw new OperationPendingException(earlier.getTransactionId(), notEndorsed);
            } else if (outcome.get() == TxValidationCode.VALID) {
                return earlier.getResult();
            }
        }
        throw notEndorsed;
    }

    private void requireTimeLeft() throws OperationPendingException {
        if (System.nanoTime() - end >= 0) {
            String transactionId = unknown.getLast().getTransactionId();
            throw new OperationPendingException(
                    transactionId, new IllegalStateException("no peer has told its outcome in time"));
        }
    }

    private void requireConflict(String transactionId, TxValidationCode code) throws TransactionRejectedException {
        conflicts++;
        if (!CONFLICTS.contains(code) || conflicts > MAXIMUM_CONFLICTS) {
            throw new TransactionRejectedException(transactionId, code.name());
        }
        LOG.debug("transaction {} met {}", transactionId, code);
    }
}
