// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.retrieval;

import aegle.crypto.Digest;
import aegle.record.Bytes;
import aegle.record.NetworkId;
import aegle.record.PatientPseudonym;
import aegle.record.call.DocumentCalls.ListGrantedDocuments;
import aegle.record.call.MemberCalls.FindMember;
import aegle.record.call.OwnerCall;
import aegle.record.call.PermissionCalls.ListGrantedPermissions;
import aegle.record.call.Query;
import aegle.record.call.RecordCalls.FindGrantedRecord;
import aegle.record.call.Transaction;
import aegle.record.codec.LedgerCodec;
import aegle.record.codec.LedgerFormatException;
import aegle.sharing.CommandSigner;
import aegle.sharing.LedgerUnavailableException;
import aegle.sharing.RecordLedger;
import aegle.sharing.SealedFacts;
import aegle.sharing.SealedStore;
import aegle.sharing.SharingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The ledger, with its listings kept in sealed memory: where no hospital answers, they are given as heard within the last 24 hours,
 * so that a program can start without the network. Nothing that decides on access is ever answered from memory.
 */
public final class RememberedLedger implements RecordLedger {
    private static final Duration REMEMBERED = Duration.ofHours(24);
    private static final String ANSWER = "answer/";
    private static final Set<Class<?>> LISTINGS =
            Set.of(ListGrantedPermissions.class, FindGrantedRecord.class, ListGrantedDocuments.class, FindMember.class);

    private final RecordLedger ledger;
    private final SealedFacts<Answer> answers;
    private final Clock clock;
    private volatile Optional<Instant> answeredAsOf = Optional.empty();

    /** The caller goes on to own {@code ledger}; closing this one closes it. */
    public RememberedLedger(RecordLedger ledger, SealedStore memory, Clock clock) {
        this.ledger = ledger;
        this.answers = new SealedFacts<>(memory, ANSWER, Answer.class);
        this.clock = clock;
    }

    /** The time of the answer that was last given from memory; empty as soon as the ledger answers again. */
    public Optional<Instant> answeredAsOf() {
        return answeredAsOf;
    }

    /** Forget all answers, as when something has been stopped. */
    static void forget(SealedStore memory) {
        memory.names(ANSWER).forEach(memory::remove);
    }

    @Override
    public <A extends Record> A evaluate(Query<A> call) throws SharingException {
        if (!LISTINGS.contains(call.getClass())) {
            return ledger.evaluate(call);
        }
        try {
            A answer = ledger.evaluate(call);
            answers.put(name(call), new Answer(clock.instant(), Bytes.of(LedgerCodec.encode(answer))));
            answeredAsOf = Optional.empty();
            return answer;
        } catch (LedgerUnavailableException e) {
            return remembered(call, e);
        }
    }

    private <A extends Record> A remembered(Query<A> call, LedgerUnavailableException silence)
            throws LedgerUnavailableException {
        Instant now = clock.instant();
        Answer answer = answers.find(name(call))
                .filter(known -> !now.isBefore(known.heard())
                        && now.isBefore(known.heard().plus(REMEMBERED)))
                .orElseThrow(() -> silence);
        try {
            A decoded = LedgerCodec.decode(call.answerType(), answer.encoded().toByteArray());
            answeredAsOf = Optional.of(answer.heard());
            return decoded;
        } catch (LedgerFormatException e) {
            throw new IllegalStateException("the program's memory holds a foreign answer", e);
        }
    }

    private static String name(Query<?> call) {
        return call.function() + "/"
                + Digest.sha256Of(LedgerCodec.encode((Record) call)).hex();
    }

    @Override
    public NetworkId network() {
        return ledger.network();
    }

    @Override
    public String channel() {
        return ledger.channel();
    }

    @Override
    public String answeringHospital() {
        return ledger.answeringHospital();
    }

    @Override
    public <A extends Record> A submit(Transaction<A> call) throws SharingException {
        return ledger.submit(call);
    }

    @Override
    public <A extends Record> A perform(OwnerCall<A> call, CommandSigner owner) throws SharingException {
        return ledger.perform(call, owner);
    }

    @Override
    public AutoCloseable onChange(PatientPseudonym record, Runnable hint) {
        return ledger.onChange(record, hint);
    }

    @Override
    public void close() {
        ledger.close();
    }

    /** What the ledger said, and when. */
    public record Answer(Instant heard, Bytes encoded) {}
}
