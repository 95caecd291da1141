// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;

import aegle.crypto.Digest;
import aegle.record.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.hyperledger.fabric.client.ChaincodeEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Many lanes at once on the same networks, and in the end a look at all events that the contract has raised. */
final class Tour {
    private static final Logger LOG = LoggerFactory.getLogger(Tour.class);
    private static final int EVENT_LENGTH = 2;
    private static final int EVENTS_WITHIN_SECONDS = 90;

    private final List<Stage> stages;
    private final long seed;
    private final List<Lane> lanes = new ArrayList<>();
    private final List<Play> plays = new ArrayList<>();
    private final AtomicBoolean failed = new AtomicBoolean();

    Tour(List<Stage> stages, Statements statements, int lanes, long seed) {
        this.stages = stages;
        this.seed = seed;
        for (int number = 0; number < lanes; number++) {
            var lane = new Lane(number, stages);
            this.lanes.add(lane);
            plays.add(new Play(lane, stages, statements, seed + number));
        }
    }

    /** Play visits in every lane as long as there are more to make, then partings, and compare the events. */
    void play(int visitsPerLane, BooleanSupplier timeLeft) throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (int i = 0; i < plays.size(); i++) {
                Play play = plays.get(i);
                boolean first = i == 0;
                running.add(executor.submit(() -> {
                    play(play, first, visitsPerLane, timeLeft);
                    return play;
                }));
            }
            for (Future<?> lane : running) {
                lane.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError("with -Daegle.differential.seed=" + seed, e.getCause());
        }
        for (Stage stage : stages) {
            requireEvents(stage);
        }
        LOG.info(
                "seed {}: {} lanes, {} sequences, {} calls, {} transactions, {} events",
                seed,
                lanes.size(),
                plays.stream().mapToInt(Play::visits).sum(),
                lanes.stream().mapToInt(Lane::steps).sum(),
                lanes.stream().mapToInt(Lane::transactions).sum(),
                lanes.stream().mapToInt(lane -> lane.announced().size()).sum());
    }

    private void play(Play play, boolean alsoVotes, int visits, BooleanSupplier timeLeft) throws Exception {
        boolean done = false;
        try {
            play.prepare();
            if (alsoVotes) {
                play.votes();
            }
            while (play.visits() < visits && timeLeft.getAsBoolean() && !failed.get()) {
                play.visit();
            }
            if (!failed.get()) {
                play.partings();
            }
            done = true;
        } finally {
            if (!done) {
                failed.set(true);
            }
        }
    }

    /** Each lane's transactions that change something have their event, in their order; no other transaction of a lane has one. */
    private void requireEvents(Stage stage) throws Exception {
        var heard = heard(stage);
        for (Lane lane : lanes) {
            var expected = new LinkedHashMap<String, String>();
            lane.announced().forEach((step, about) -> expected.put(step, "changed " + hint(about)));
            var found = new LinkedHashMap<String, String>();
            heard.forEach((step, event) -> {
                if (step.startsWith(lane.name())) {
                    found.put(step, event);
                }
            });
            assertEquals(
                    List.copyOf(expected.entrySet()),
                    List.copyOf(found.entrySet()),
                    () -> "events on " + stage.name() + " with -Daegle.differential.seed=" + seed);
        }
    }

    private static String hint(Bytes number) {
        byte[] digest = Digest.sha256Of(number.toByteArray()).bytes();
        return Bytes.of(Arrays.copyOf(digest, EVENT_LENGTH)).hex();
    }

    private Map<String, String> heard(Stage stage) throws Exception {
        Set<String> missing = new LinkedHashSet<>();
        lanes.forEach(lane -> missing.addAll(lane.announced().keySet()));
        Map<String, String> heard = new LinkedHashMap<>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor();
                var events = stage.line(Stage.OFFICERS.getFirst(), 0).events()) {
            var reading = executor.submit(() -> read(events, missing, stage.dialect(), heard));
            try {
                reading.get(EVENTS_WITHIN_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                LOG.warn("{} events of {} have not come", missing.size(), stage.name(), e);
            }
        }
        return heard;
    }

    private static void read(
            Iterator<ChaincodeEvent> events, Set<String> missing, Dialect dialect, Map<String, String> heard) {
        while (!missing.isEmpty() && events.hasNext()) {
            var event = events.next();
            dialect.step(event.getTransactionId()).ifPresent(step -> {
                heard.put(
                        step,
                        event.getEventName() + " "
                                + Bytes.of(event.getPayload()).hex());
                missing.remove(step);
            });
        }
    }
}
