// SPDX-License-Identifier: Apache-2.0

package aegle.sharing;

import aegle.record.NetworkId;
import aegle.record.PatientPseudonym;
import aegle.record.call.OwnerCall;
import aegle.record.call.Query;
import aegle.record.call.Transaction;

/**
 * The hospitals' ledger, as one participant sees it through her certificate.
 *
 * <p>Calls block, each with a deadline, and fail over between the hospitals' peers. A submit whose outcome is unknown is asked
 * after until it is known; only when that takes longer than the deadline does {@link OperationPendingException} say so. The same
 * call may then be repeated: the numbers in it make sure that nothing happens twice.
 */
public interface RecordLedger extends AutoCloseable {

    NetworkId network();

    String channel();

    /** The hospital whose peer has answered last; empty text before the first answer. */
    String answeringHospital();

    /**
     * Endorse, submit and await the commit.
     *
     * @throws LedgerRefusalException if the contract refuses; nothing has changed
     * @throws OperationPendingException if the outcome is not known yet
     * @throws TransactionRejectedException if it was ordered and found invalid; nothing has changed
     * @throws LedgerUnavailableException if no hospital answers; nothing was ordered
     */
    <A extends Record> A submit(Transaction<A> call) throws SharingException;

    /**
     * Ask one peer.
     *
     * @throws LedgerRefusalException if the contract refuses
     * @throws LedgerUnavailableException if no hospital answers
     */
    <A extends Record> A evaluate(Query<A> call) throws SharingException;

    /**
     * Carry out an owner's call, submitted or evaluated as the call itself says, under a command that {@code owner} signs.
     *
     * @throws SharingException as {@link #submit} and {@link #evaluate} do
     */
    <A extends Record> A perform(OwnerCall<A> call, CommandSigner owner) throws SharingException;

    /**
     * Be told that something may have changed in a record: a hint to ask again, which may be false or late.
     *
     * @return ends the subscription when closed
     */
    AutoCloseable onChange(PatientPseudonym record, Runnable hint);

    @Override
    void close();
}
