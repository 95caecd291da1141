// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.differential;

import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.acceptance.MetConflicts;
import aegle.acceptance.Trial;
import aegle.embedded.EmbeddedNetwork;
import aegle.embedded.NetworkParts;
import aegle.embedded.StaffedNetwork;
import aegle.sharing.RecordLedger;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Random calls on one record at the same time, judged by the model ({@link Race}). The seed chooses the calls; how they meet, the
 * machine chooses. {@code -Daegle.races.seed=} and {@code -Daegle.races.number=} set it otherwise.
 */
class RaceTest {
    private static final Logger LOG = LoggerFactory.getLogger(RaceTest.class);
    private static final long FIXED_SEED = 20261127;
    private static final int FEW = 15;

    @Test
    void calls_at_the_same_time_end_as_if_one_had_followed_the_other(@TempDir Path folder) throws Exception {
        long seed = Long.getLong("aegle.races.seed", FIXED_SEED);
        int races = Integer.getInteger("aegle.races.number", FEW);
        var statements = new Statements();
        var programs = new HashMap<Person, RecordLedger>();
        try (var stage = new Stage(network(folder), statements);
                var conflicts = new MetConflicts()) {
            var lane = new Lane(0, List.of(stage));
            var play = new Play(lane, List.of(stage), statements, seed);
            play.prepare();
            play.enrollCarrier();
            Cast cast = play.cast();
            cast.carriers.forEach(person -> programs.put(person, stage.program(person)));
            cast.clinicians.forEach(person -> programs.put(person, stage.program(person)));
            for (int race = 1; race <= races; race++) {
                race(new Race(lane, stage, cast, programs, "raced over " + race), seed, race);
            }
            LOG.info("seed {}: {} races met {} conflicts", seed, races, conflicts.count());
            assertTrue(conflicts.count() > 0, "calls did come at the same time");
        } finally {
            programs.values().forEach(RecordLedger::close);
        }
    }

    private static void race(Race race, long seed, int number) throws Exception {
        try {
            race.run();
        } catch (AssertionError e) {
            throw new AssertionError("race " + number + " with -Daegle.races.seed=" + seed, e);
        }
    }

    private static StaffedNetwork network(Path folder) throws IOException {
        return switch (Trial.NETWORK) {
            case EMBEDDED ->
                EmbeddedNetwork.start(
                        folder.resolve("network"),
                        NetworkParts.standard(Clock.tickMillis(ZoneOffset.UTC), new SecureRandom()));
            case FABRIC -> Trial.freshFabric();
        };
    }
}
