// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.differential;

import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.acceptance.differential.Step.Call;
import aegle.acceptance.differential.Step.Walk;
import aegle.record.call.OwnerCall;
import aegle.record.call.Transaction;
import aegle.record.command.TaggedSignature;
import aegle.sharing.LedgerRefusalException;
import aegle.sharing.RecordLedger;
import aegle.sharing.SharingException;
import aegle.sharing.TransactionRejectedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * One patient's two programs and two clinicians change the same record at the same time, each by calls chosen from what they all saw
 * before. Whatever they were told, and what there is to see afterwards, must be as if one call had followed the other in some order:
 * then no change was lost, and none was done twice.
 */
final class Race {
    private static final int GROUNDWORK = 6;
    private static final int MOST_CALLS = 2;
    private static final int TRIES = 200;

    private final Lane lane;
    private final Stage stage;
    private final Cast cast;
    private final Chance chance;
    private final OwnerMoves owner;
    private final ClinicianMoves clinician;
    private final Map<Person, RecordLedger> programs;
    private final Visit visit;

    Race(Lane lane, Stage stage, Cast cast, Map<Person, RecordLedger> programs, String name) {
        this.lane = lane;
        this.stage = stage;
        this.cast = cast;
        this.chance = cast.chance;
        this.owner = new OwnerMoves(cast);
        this.clinician = new ClinicianMoves(cast);
        this.programs = programs;
        this.visit = Visit.of(chance, cast.carriers.getFirst(), name);
    }

    void run() throws Exception {
        lane.play(owner.open(visit));
        for (Person allowed : clinicians()) {
            lane.play(owner.allow(visit, allowed));
        }
        for (int i = 0; i < GROUNDWORK; i++) {
            lane.play(chance.onceIn(3) ? owner.next(visit) : transaction(() -> clinician.next(visit)));
        }
        List<Told> history = raced(chosen());
        List<Look> looks = looks();
        assertTrue(isExplained(lane.world(), history, looks), () -> unexplained(history, looks));
    }

    private static String unexplained(List<Told> history, List<Look> looks) {
        var lines = new ArrayList<String>();
        lines.add("no order of these calls explains what they were told, and what is to be seen then:");
        history.forEach(told -> lines.add(told.toString()));
        looks.forEach(look -> lines.add(look.toString()));
        return String.join(System.lineSeparator(), lines);
    }

    private List<Person> clinicians() {
        return cast.clinicians.subList(0, 2);
    }

    /** What each of them does; sometimes what another does too, as after a lost answer. */
    private List<List<Call>> chosen() {
        var chosen = new ArrayList<List<Call>>();
        for (Person carrier : cast.carriers) {
            chosen.add(some(() -> carriedBy(carrier, transaction(() -> owner.next(visit)))));
        }
        for (Person caller : clinicians()) {
            chosen.add(some(() -> transaction(() -> clinician.next(visit), caller)));
        }
        if (chance.onceIn(3)) {
            chosen.set(
                    1, List.of(carriedBy(cast.carriers.get(1), chosen.getFirst().getFirst())));
        }
        return chosen;
    }

    private List<Call> some(Supplier<Call> next) {
        var calls = new ArrayList<Call>();
        for (int i = 1 + chance.below(MOST_CALLS); i > 0; i--) {
            calls.add(next.get());
        }
        return calls;
    }

    private static Call carriedBy(Person carrier, Call call) {
        return new Call(carrier, call.call(), call.command(), true);
    }

    private static Call transaction(Supplier<? extends Step> moves) {
        for (int i = 0; i < TRIES; i++) {
            if (moves.get() instanceof Call call && call.isSubmitted()) {
                return call;
            }
        }
        throw new IllegalStateException("nothing is ever submitted");
    }

    private static Call transaction(Supplier<? extends Step> moves, Person caller) {
        for (int i = 0; i < TRIES; i++) {
            Call call = transaction(moves);
            if (call.caller().equals(caller)) {
                return call;
            }
        }
        throw new IllegalStateException(caller + " submits nothing");
    }

    private List<Told> raced(List<List<Call>> chosen) throws Exception {
        var start = new CyclicBarrier(chosen.size());
        var history = new ArrayList<Told>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var racing = new ArrayList<Future<List<Told>>>();
            for (List<Call> calls : chosen) {
                racing.add(executor.submit(() -> {
                    start.await();
                    var told = new ArrayList<Told>();
                    for (Call call : calls) {
                        told(call).ifPresent(told::add);
                    }
                    return told;
                }));
            }
            for (Future<List<Told>> each : racing) {
                history.addAll(each.get());
            }
        }
        return history;
    }

    /** Nothing, if the programs gave up after many conflicts: then nothing has changed. */
    private Optional<Told> told(Call step) throws SharingException {
        RecordLedger program = Optional.ofNullable(programs.get(step.caller())).orElseThrow();
        Record spoken = stage.dialect().spoken((Record) step.call());
        long begun = System.nanoTime();
        Outcome outcome;
        try {
            Record answer = switch (spoken) {
                case OwnerCall<?> call ->
                    program.perform(
                            call,
                            bytes -> TaggedSignature.of(
                                    visit.owner().key().orElseThrow().sign(bytes)));
                case Transaction<?> call -> program.submit(call);
                default -> throw new IllegalStateException("not submitted: " + spoken);
            };
            outcome = Outcome.ok(stage.dialect().understood(answer));
        } catch (LedgerRefusalException e) {
            outcome = Outcome.refused(e.code());
        } catch (TransactionRejectedException e) {
            return Optional.empty();
        }
        return Optional.of(new Told(step, begun, System.nanoTime(), Facts.of(outcome)));
    }

    private List<Look> looks() {
        var acting = new Acting(stage, 0);
        return owner.everything(visit).stream()
                .map(step -> new Look(
                        step, Facts.of(acting.play(step, visit.owner().name()).outcome())))
                .toList();
    }

    /** Search for an order, each call in its place a moment at which it was under way. */
    private boolean isExplained(World world, List<Told> left, List<Look> looks) {
        if (left.isEmpty()) {
            var model = new Model(world);
            return looks.stream().allMatch(look -> look.seen().equals(Facts.of(predicted(model, look.step()))));
        }
        for (Told next : left) {
            if (left.stream().anyMatch(other -> isBefore(other, next))) {
                continue;
            }
            World then = world.copy();
            Facts outcome = Facts.of(new Model(then).outcome(next.call(), ""));
            if (outcome.equals(next.facts())) {
                var rest = new ArrayList<>(left);
                rest.remove(next);
                if (isExplained(then, rest, looks)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Outcome predicted(Model model, Step step) {
        return switch (step) {
            case Call call -> model.outcome(call, "");
            case Walk walk -> model.outcome(walk, "");
            case Step.Raw raw -> throw new IllegalArgumentException("no look: " + raw);
        };
    }

    /**
     * Whether one was over when the other began. Of several hospitals one that refuses may be a block behind what somebody else was told
     * elsewhere; so there only what the same program did before counts.
     */
    private boolean isBefore(Told one, Told other) {
        boolean sameView = stage.profile().peers().size() == 1
                || one.call().caller().equals(other.call().caller());
        return sameView && one.end() - other.begun() < 0;
    }

    private record Told(Call call, long begun, long end, Facts facts) {}

    private record Look(Step step, Facts seen) {}
}
