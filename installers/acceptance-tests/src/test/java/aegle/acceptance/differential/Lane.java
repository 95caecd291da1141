// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;

import aegle.acceptance.differential.Step.Call;
import aegle.acceptance.differential.Step.Raw;
import aegle.acceptance.differential.Step.Walk;
import aegle.record.Bytes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Plays steps on all networks, one after the other, and compares what comes out with the model and with each other. Lanes have patients
 * and clinicians of their own, so many of them run at once.
 */
final class Lane {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final int number;
    private final List<Stage> stages;
    private final List<Acting> actors;
    private final World world = new World();
    private final Model model = new Model(world);
    private final Map<String, Bytes> announced = new LinkedHashMap<>();
    private int steps;
    private int transactions;

    Lane(int number, List<Stage> stages) {
        this.number = number;
        this.stages = stages;
        this.actors = stages.stream().map(stage -> new Acting(stage, number)).toList();
    }

    World world() {
        return world;
    }

    int steps() {
        return steps;
    }

    int transactions() {
        return transactions;
    }

    /** The transactions that must have an event, in their order, with the number that it hints at. */
    Map<String, Bytes> announced() {
        return announced;
    }

    String name() {
        return String.format("Lane %03d", number);
    }

    Outcome play(Step step) {
        steps++;
        String name = name() + " step " + steps;
        Optional<Outcome> expected = predicted(step, name);
        var played = new ArrayList<Played>();
        for (int i = 0; i < actors.size(); i++) {
            Played result = actors.get(i).play(step, name);
            expected.ifPresent(outcome -> require(outcome, result, step, stages.get(played.size())));
            played.add(result);
        }
        requireAlike(step, name, played);
        expected.filter(_ -> step instanceof Call call && call.isSubmitted())
                .filter(Outcome::isOk)
                .ifPresent(outcome -> {
                    transactions++;
                    outcome.announced().ifPresent(about -> announced.put(name, about));
                });
        return played.getFirst().outcome();
    }

    private Optional<Outcome> predicted(Step step, String name) {
        return switch (step) {
            case Call call -> Optional.of(model.outcome(call, name));
            case Walk walk -> Optional.of(model.outcome(walk, name));
            case Raw raw -> RawModel.outcome(raw);
        };
    }

    private void require(Outcome expected, Played played, Step step, Stage stage) {
        assertEquals(
                expected.withoutEvent(),
                played.outcome(),
                () -> stage.name() + " is not as the model says, " + name() + " step " + steps + ": " + step + " "
                        + played.told());
    }

    private static void requireAlike(Step step, String name, List<Played> played) {
        for (Played other : played) {
            assertEquals(played.getFirst(), other, () -> "the networks differ, " + name + ": " + step);
        }
    }

    /** Ask again and again until every network's ledger says so: a time frame has begun or ended there. */
    void await(String verdict, Call question, Function<Acting, Played> asking) {
        for (Acting actor : actors) {
            long end = System.nanoTime() + LIMIT.toNanos();
            String said = asking.apply(actor).outcome().verdict();
            while (!said.equals(verdict) && System.nanoTime() < end) {
                LedgerLine.pause();
                said = asking.apply(actor).outcome().verdict();
            }
            assertEquals(verdict, said, () -> "awaited for " + LIMIT + ": " + question);
        }
    }
}
