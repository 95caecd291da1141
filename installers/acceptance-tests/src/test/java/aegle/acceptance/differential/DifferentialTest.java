// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.differential;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import aegle.acceptance.Trial;
import aegle.contract.PatientRecordContract;
import aegle.contract.PermissionPolicy;
import aegle.contract.WantedAccess;
import aegle.embedded.EmbeddedNetwork;
import aegle.embedded.NetworkParts;
import aegle.embedded.StaffedNetwork;
import aegle.record.codec.LedgerErrorCode;
import aegle.sharing.ConnectionProfile.NetworkKind;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Generated sequences of calls, with a model that predicts results, refusals, events and histories. On the embedded network alone it is
 * a short play with a seed that stays; with {@code -Daegle.network=fabric} the same steps are also played on a real network, and
 * what comes out of both must be the same.
 */
class DifferentialTest {
    private static final Logger LOG = LoggerFactory.getLogger(DifferentialTest.class);
    private static final long FIXED_SEED = 20261127;
    private static final NetworkParts SOUND =
            NetworkParts.standard(Clock.tickMillis(ZoneOffset.UTC), new SecureRandom());

    @TempDir
    private Path folder;

    @Test
    void the_embedded_network_does_what_the_model_says() throws Exception {
        play(embedded(SOUND), Integer.getInteger("aegle.differential.sequences", 16));
    }

    @Test
    void a_contract_that_permits_everything_is_noticed() throws Exception {
        var lax = SOUND.withContract(settings -> new PatientRecordContract(settings, new PermitEverything()));
        var network = embedded(lax);
        var noticed = assertThrows(AssertionError.class, () -> play(network, 16));
        assertTrue(String.valueOf(noticed.getCause()).contains("is not as the model says"), noticed::toString);
    }

    private static void play(StaffedNetwork network, int sequences) throws Exception {
        var statements = new Statements();
        try (var embedded = new Stage(network, statements)) {
            new Tour(List.of(embedded), statements, 2, Long.getLong("aegle.differential.seed", FIXED_SEED))
                    .play(sequences / 2, () -> true);
        }
    }

    @Test
    void both_networks_do_the_same() throws Exception {
        assumeTrue(Trial.NETWORK == NetworkKind.FABRIC, "compares with a real network: -Daegle.network=fabric");
        long seed = Long.getLong("aegle.differential.seed", new SecureRandom().nextLong(1_000_000_000));
        int lanes = Integer.getInteger("aegle.differential.lanes", 24);
        Duration time = Duration.ofSeconds(Integer.getInteger("aegle.differential.seconds", 420));
        LOG.info("played with -Daegle.differential.seed={}", seed);
        var statements = new Statements();
        try (var fabric = new Stage(Trial.freshFabric(), statements);
                var embedded = new Stage(embedded(SOUND), statements)) {
            fabric.keepOfficersOfTwoHospitals();
            assertAll(new OddCalls(List.of(embedded, fabric)).all());
            long end = System.nanoTime() + time.toNanos();
            new Tour(List.of(embedded, fabric), statements, lanes, seed)
                    .play(
                            Integer.getInteger("aegle.differential.sequences", 2400) / lanes,
                            () -> System.nanoTime() < end);
        }
    }

    private StaffedNetwork embedded(NetworkParts parts) throws IOException {
        return EmbeddedNetwork.start(folder.resolve("embedded"), parts);
    }

    private static final class PermitEverything extends PermissionPolicy {
        @Override
        public Optional<LedgerErrorCode> refusal(WantedAccess wanted) {
            return Optional.empty();
        }
    }
}
