// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.differential;

import aegle.acceptance.differential.Step.Call;
import aegle.acceptance.differential.Step.Signing;
import aegle.acceptance.differential.Step.Walk;
import aegle.record.call.LedgerCall;
import aegle.record.call.OwnerCall;
import aegle.record.permission.Right;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Chooses the next step of a sequence, most of them sensible and some of them not. */
final class Moves {
    static final String CHANNEL = "records";
    static final String NO_BOOKMARK = "!";

    private final Cast cast;
    private final Chance chance;
    private final OwnerMoves owner;
    private final ClinicianMoves clinician;
    private final MemberMoves members;
    private final GateMoves gate;
    private final BadMoves bad;

    Moves(Cast cast) {
        this.cast = cast;
        this.chance = cast.chance;
        this.owner = new OwnerMoves(cast);
        this.clinician = new ClinicianMoves(cast);
        this.members = new MemberMoves(cast);
        this.gate = new GateMoves(cast);
        this.bad = new BadMoves(cast);
    }

    OwnerMoves owner() {
        return owner;
    }

    MemberMoves members() {
        return members;
    }

    Step next(Visit visit) {
        Supplier<Step> move = switch (chance.below(20)) {
            case 0, 1, 2, 3, 4 -> () -> owner.next(visit);
            case 5, 6, 7, 8, 9, 10, 11 -> () -> clinician.next(visit);
            case 12, 13, 14 -> () -> gate.next(visit);
            case 15 -> members::look;
            case 16, 17 -> () -> repeated(visit).orElseGet(() -> owner.next(visit));
            case 18 -> () -> bad.next(visit);
            default -> () -> owner.list(visit);
        };
        return disturbed(move.get());
    }

    /** The same call once more, as after a lost answer; sometimes by somebody else. */
    private Optional<Step> repeated(Visit visit) {
        if (visit.submitted().isEmpty()) {
            return Optional.empty();
        }
        Call earlier = chance.oneOf(visit.submitted());
        return Optional.of(
                chance.onceIn(6)
                        ? new Call(
                                earlier.command().isPresent() ? chance.oneOf(cast.carriers) : cast.clinician(),
                                earlier.call(),
                                earlier.command(),
                                true)
                        : earlier);
    }

    /** Sometimes a command is signed wrongly, or a transaction only evaluated. */
    private Step disturbed(Step step) {
        if (!(step instanceof Call call)) {
            return step;
        } else if (call.call() instanceof OwnerCall<?> && chance.onceIn(14)) {
            return call.signed(chance.oneOf(Signing.values()));
        } else if (call.isTransaction() && chance.onceIn(14)) {
            return call.onlyEvaluated();
        }
        return call;
    }

    /** How most sequences begin: somebody is allowed something, and adds something. */
    List<Supplier<Step>> groundwork(Visit visit) {
        var steps = new ArrayList<Supplier<Step>>();
        for (Person allowed : chance.some(cast.clinicians)) {
            steps.add(() -> owner.allow(visit, allowed));
        }
        for (int i = chance.below(3); i > 0; i--) {
            steps.add(() -> clinician.add(visit, cast.caller(visit.record(), Right.WRITE)));
        }
        return steps;
    }

    /** How a sequence ends: everything that can be asked about the record is asked. */
    List<Step> closing(Visit visit) {
        return owner.everything(visit);
    }

    static Walk walk(Person caller, Function<String, LedgerCall<?>> page) {
        return new Walk(caller, Optional.empty(), page, _ -> true);
    }
}
