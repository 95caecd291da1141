// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import aegle.record.NetworkId;
import aegle.record.PatientPseudonym;
import aegle.record.call.LedgerCall;
import aegle.record.call.OwnerCall;
import aegle.record.call.Query;
import aegle.record.call.Transaction;
import aegle.sharing.CommandSigner;
import aegle.sharing.RecordLedger;
import aegle.sharing.SharingException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The ledger as one malicious peer shows it: what is only asked may be answered falsely, what is submitted is done as it is. */
final class LyingPeer implements RecordLedger {
    final List<LedgerCall<?>> performed = new ArrayList<>();
    private final RecordLedger honest;
    private final UnaryOperator<Record> lie;

    LyingPeer(RecordLedger honest, UnaryOperator<Record> lie) {
        this.honest = honest;
        this.lie = lie;
    }

    @Override
    public <A extends Record> A evaluate(Query<A> call) throws SharingException {
        return call.answerType().cast(lie.apply(honest.evaluate(call)));
    }

    @Override
    public <A extends Record> A perform(OwnerCall<A> call, CommandSigner owner) throws SharingException {
        performed.add(call);
        return call.answerType().cast(lie.apply(honest.perform(call, owner)));
    }

    @Override
    public <A extends Record> A submit(Transaction<A> call) throws SharingException {
        return honest.submit(call);
    }

    @Override
    public NetworkId network() {
        return honest.network();
    }

    @Override
    public String channel() {
        return honest.channel();
    }

    @Override
    public String answeringHospital() {
        return honest.answeringHospital();
    }

    @Override
    public AutoCloseable onChange(PatientPseudonym record, Runnable hint) {
        return honest.onChange(record, hint);
    }

    @Override
    public void close() {
        honest.close();
    }
}
