// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.differential;

import aegle.acceptance.differential.Step.Call;
import aegle.acceptance.differential.Step.Command;
import aegle.acceptance.differential.Step.Signing;
import aegle.acceptance.differential.Step.Walk;
import aegle.record.Bytes;
import aegle.record.call.LedgerCall;
import aegle.record.call.MemberCalls;
import aegle.record.call.OwnerCall;
import aegle.record.call.RecordCalls.OpenRecord;
import aegle.record.codec.LedgerErrorCode;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The oracle: predicts what the contract answers, from its rules as written down ({@code contract/docs/rules.md}) and not from its code.
 *
 * <p>It goes by this process's clock. That is exact enough as long as no time frame begins or ends while a call is under way, which
 * whoever makes the steps has to see to.
 */
final class Model {
    private final World world;
    private final MemberModel members;
    private final RecordModel records;
    private final DocumentModel documents;
    private final AccessModel access;
    private final GateModel gate;
    private final ListModel lists;

    Model(World world) {
        this.world = world;
        this.members = new MemberModel(world);
        this.records = new RecordModel(world, members);
        this.documents = new DocumentModel(world, members);
        this.access = new AccessModel(world, members);
        this.gate = new GateModel(world, members);
        this.lists = new ListModel(world, members);
    }

    /** The call under way: who, what, when, and what its transaction is called. */
    record Turn(Call step, Instant now, String name, Deque<Runnable> effects, List<Bytes> announced) {
        /** What the call changes, if it is committed. */
        void then(Runnable effect) {
            effects.add(effect);
        }

        void announce(Bytes number) {
            announced.clear();
            announced.add(number);
        }

        /** What makes two calls the same: an owner's arguments; for others also who calls. */
        Object content() {
            return step.call() instanceof OwnerCall<?>
                    ? List.of(step.call())
                    : List.of(step.call(), step.caller().digest());
        }
    }

    Outcome outcome(Call step, String name) {
        var turn = new Turn(step, Instant.now(), name, new ArrayDeque<>(), new ArrayList<>());
        try {
            step.command().ifPresent(command -> requireOwner(step, command));
            Record answer = answer(turn);
            if (!step.isSubmitted()) {
                return Outcome.ok(answer);
            }
            turn.effects().forEach(Runnable::run);
            Outcome outcome = Outcome.ok(answer);
            return turn.announced().isEmpty()
                    ? outcome
                    : outcome.announcing(turn.announced().getFirst());
        } catch (Refused refusal) {
            return Outcome.refused(refusal.code());
        }
    }

    Outcome outcome(Walk walk, String name) {
        Call first = walk.first();
        var turn = new Turn(first, Instant.now(), name, new ArrayDeque<>(), new ArrayList<>());
        try {
            first.command().ifPresent(command -> requireOwner(first, command));
            return Outcome.pages(lists.pages(first.call(), turn));
        } catch (Refused refusal) {
            return Outcome.refused(refusal.code());
        }
    }

    private void requireOwner(Call step, Command command) {
        var call = (OwnerCall<?>) step.call();
        Refused.unless(command.how() != Signing.MISSING, LedgerErrorCode.OWNER_COMMAND_MISSING);
        Refused.unless(command.how() != Signing.EXPIRED, LedgerErrorCode.OWNER_COMMAND_EXPIRED);
        Refused.unless(command.how() != Signing.TOO_FAR_AHEAD, LedgerErrorCode.OWNER_COMMAND_INVALID);
        var owner = call instanceof OpenRecord opening
                ? opening.ownerKey()
                : world.chart(call.record()).record.ownerKey();
        Refused.unless(
                command.how() == Signing.GOOD && command.signer().publicKey().equals(owner),
                LedgerErrorCode.OWNER_COMMAND_INVALID);
    }

    private Record answer(Turn turn) {
        LedgerCall<?> call = turn.step().call();
        return Optional.<Record>empty()
                .or(() -> members.answer(call, turn))
                .or(() -> records.answer(call, turn))
                .or(() -> documents.answer(call, turn))
                .or(() -> access.answer(call, turn))
                .or(() -> gate.answer(call, turn))
                .orElseThrow(() -> new IllegalArgumentException("the model does not know " + call.function()));
    }

    /** A list cut into pages. */
    static <F extends Record> List<List<F>> pages(List<F> facts, int size) {
        Refused.unless(size >= 1 && size <= MemberCalls.MAX_PAGE, LedgerErrorCode.ARGUMENT_MALFORMED);
        var pages = new ArrayList<List<F>>();
        for (int start = 0; start == 0 || start < facts.size(); start += size) {
            pages.add(List.copyOf(facts.subList(start, Math.min(facts.size(), start + size))));
        }
        return pages;
    }
}
