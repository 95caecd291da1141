// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Kills one victim after the other and starts it again, at instants that a seed chooses, until it is ended or all had their turns. */
final class RandomKills {
    private static final Logger LOG = LoggerFactory.getLogger(RandomKills.class);
    private static final int LONGEST_ABSENCE_MILLIS = 1500;
    private static final int BETWEEN_LOOKS_MILLIS = 20;
    /** So often one is killed whether it has achieved anything or not. */
    private static final int ONCE_IN = 4;

    private final List<? extends Victim> victims;
    private final Random random;
    private final Rhythm rhythm;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Map<String, Integer> killed = new TreeMap<>();
    private final FutureTask<Map<String, Integer>> killing = new FutureTask<>(this::killInTurn);

    private RandomKills(List<? extends Victim> victims, Random random, Rhythm rhythm) {
        this.victims = victims;
        this.random = random;
        this.rhythm = rhythm;
    }

    static RandomKills begin(List<? extends Victim> victims, long seed, Rhythm rhythm) {
        var kills = new RandomKills(victims, new Random(seed), rhythm);
        Thread.ofPlatform().name("random-kills").start(kills.killing);
        return kills;
    }

    /** End with everybody started, and tell how often who was killed. */
    Map<String, Integer> end() throws InterruptedException, ExecutionException {
        ended.countDown();
        return killing.get();
    }

    /** Tells whether all had their turn; throws what has kept a victim from being killed or started. */
    boolean haveAllHadTheirTurn() throws InterruptedException, ExecutionException {
        if (killing.isDone()) {
            killing.get();
        }
        synchronized (this) {
            return killed.size() == victims.size();
        }
    }

    private Map<String, Integer> killInTurn() throws IOException, InterruptedException {
        for (int i = 0; i < rhythm.turns(); i++) {
            var turn = new ArrayList<Victim>(victims);
            Collections.shuffle(turn, random);
            for (Victim victim : turn) {
                if (hasEndedWithin(rhythm.least() + random.nextInt(rhythm.most() - rhythm.least()))
                        || (random.nextInt(ONCE_IN) > 0 && hasEndedBeforeWorkOf(victim))) {
                    return Map.copyOf(killed);
                }
                victim.kill();
                LOG.info("killed {}", victim.name());
                var _ = hasEndedWithin(random.nextInt(LONGEST_ABSENCE_MILLIS));
                victim.start();
                count(victim);
            }
        }
        return Map.copyOf(killed);
    }

    private boolean hasEndedWithin(int millis) throws InterruptedException {
        return ended.await(millis, TimeUnit.MILLISECONDS);
    }

    /** However slow the machine is, most of them get something done between two kills; the others die at their start. */
    private boolean hasEndedBeforeWorkOf(Victim victim) throws InterruptedException {
        while (!victim.hasWorked()) {
            if (hasEndedWithin(BETWEEN_LOOKS_MILLIS)) {
                return true;
            }
        }
        return false;
    }

    private synchronized void count(Victim victim) {
        killed.merge(victim.name(), 1, Integer::sum);
    }

    /**
     * How often each is killed at most, and how long everybody lives between two kills at least, in milliseconds.
     */
    record Rhythm(int turns, int least, int most) {}

    /** A process that can be killed (SIGKILL) and started again. */
    interface Victim {
        String name();

        void kill() throws IOException;

        void start() throws IOException;

        /** Tells whether anything was achieved since it was started. */
        boolean hasWorked();
    }
}
