// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import aegle.devnet.Devnet;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything is killed at random instants while people work ({@link KillRound}): a short round with a seed that stays, and longer ones
 * by {@code fabric-network/devnet/soak}. The seed is logged, and stands in every failure.
 */
class RandomKillTest {
    private static final Logger LOG = LoggerFactory.getLogger(RandomKillTest.class);
    private static final long FIXED_SEED = 20_261_127;
    /** With so few documents each is killed once. */
    private static final int FEW = 3;

    @Test
    void what_anybody_was_told_is_so_whatever_is_killed(@TempDir Path folder) throws Exception {
        long seed = Long.getLong("aegle.kills.seed", FIXED_SEED);
        int documents = Integer.getInteger("aegle.kills.documents", FEW);
        long end = System.nanoTime()
                + Duration.ofMinutes(Integer.getInteger("aegle.kills.minutes", 0))
                        .toNanos();
        Devnet network = Networks.inProcesses(folder.resolve("network"));
        try {
            network.up();
            do {
                play(network, folder, seed, documents);
                seed++;
            } while (System.nanoTime() - end < 0);
        } finally {
            network.down();
        }
    }

    private static void play(Devnet network, Path folder, long seed, int documents) {
        LOG.info("played with -Daegle.kills.seed={} -Daegle.kills.documents={}", seed, documents);
        long begun = System.nanoTime();
        try {
            var killed = new KillRound(
                            network,
                            folder.resolve("round-" + seed),
                            seed,
                            documents,
                            documents > FEW ? Integer.MAX_VALUE : 1)
                    .play();
            LOG.info(
                    "seed {}: {} documents in {} s, killed {}",
                    seed,
                    2 * documents,
                    Duration.ofNanos(System.nanoTime() - begun).toSeconds(),
                    killed);
        } catch (Exception | AssertionError e) {
            throw new AssertionError("with -Daegle.kills.seed=" + seed, e);
        }
    }
}
