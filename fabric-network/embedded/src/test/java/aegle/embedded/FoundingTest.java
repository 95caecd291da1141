// SPDX-License-Identifier: Apache-2.0

package aegle.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.record.KeyDigest;
import aegle.record.member.Officer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A network whose founding was killed is founded by the next start. */
@Timeout(180)
class FoundingTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    private static Path founded;

    private static List<KeyDigest> founders = List.of();

    @BeforeAll
    static void found() throws IOException {
        try (var network = start(founded)) {
            founders = keys(network);
        }
    }

    /** What is written in a founding, in that order, and what a kill in the middle of it leaves there. */
    enum Step {
        SETTINGS("network.properties", Rest.DRAFT),
        MEMBERSHIP_ROOT("membership/membership-root.pem", Rest.DRAFT),
        REVOCATIONS("membership/revocations.sqlite", Rest.EMPTY_FILE),
        TLS_ROOT("membership/tls-root.pem", Rest.DRAFT),
        FIRST_KEY("officers/NorthHospitalMSP-1.key", Rest.EMPTY_FILE),
        FIRST_CERTIFICATE("officers/NorthHospitalMSP-1.der", Rest.HALF_FILE),
        SECOND_KEY("officers/NorthHospitalMSP-2.key", Rest.DRAFT),
        SECOND_CERTIFICATE("officers/NorthHospitalMSP-2.der", Rest.DRAFT),
        THIRD_KEY("officers/LakesideHospitalMSP-1.key", Rest.DRAFT),
        THIRD_CERTIFICATE("officers/LakesideHospitalMSP-1.der", Rest.EMPTY_FILE),
        FOURTH_KEY("officers/LakesideHospitalMSP-2.key", Rest.EMPTY_FILE),
        FOURTH_CERTIFICATE("officers/LakesideHospitalMSP-2.der", Rest.DRAFT),
        SERVER_KEY("peer/tls-key.pem", Rest.DRAFT),
        SERVER_CERTIFICATE("peer/tls.pem", Rest.DRAFT),
        LEDGER("peer/ledger.sqlite", Rest.EMPTY_FILE),
        REGISTER("membership/membership.sqlite", Rest.EMPTY_FILE),
        PROFILE("connection-profile.json", Rest.DRAFT);

        private final String file;
        private final Rest rest;

        Step(String file, Rest rest) {
            this.file = file;
            this.rest = rest;
        }
    }

    /** Keys and certificates were once written in place, so that empty and half files of theirs may lie about. */
    enum Rest {
        DRAFT,
        EMPTY_FILE,
        HALF_FILE
    }

    @ParameterizedTest
    @EnumSource
    void founding_killed_at_any_step_is_completed(Step step, @TempDir Path folder) throws IOException {
        List<KeyDigest> keptOfficers = killedAt(step, folder);

        try (var network = start(folder)) {
            List<KeyDigest> officers = keys(network);
            assertEquals(4, officers.size());
            assertEquals(keptOfficers, officers.subList(0, keptOfficers.size()));
        }
    }

    @Test
    void founding_killed_before_the_ledger_knows_its_officers_is_completed(@TempDir Path folder) throws IOException {
        var parts = parts().withContract(_ -> {
            throw new IllegalStateException("killed");
        });
        assertThrows(IllegalStateException.class, () -> EmbeddedNetwork.start(folder, parts));

        start(folder).close();
    }

    @Test
    void process_killed_again_and_again_while_it_founds_leaves_what_the_next_one_completes(@TempDir Path folder)
            throws Exception {
        var instants = List.of(
                "network.properties",
                "officers/NorthHospitalMSP-1.key",
                "officers/LakesideHospitalMSP-2.der",
                "peer/ledger.sqlite",
                "connection-profile.json");
        for (String file : instants) {
            Process process = startProcess(folder);
            try {
                await(folder.resolve(file), process);
            } finally {
                process.destroyForcibly().waitFor();
            }
        }

        start(folder).close();
    }

    /** A copy of the network as if its founding had ended there. Returns the keys that are still there, in their order. */
    private static List<KeyDigest> killedAt(Step killed, Path folder) throws IOException {
        copy(founded, folder);
        for (Step step : EnumSet.range(killed, Step.PROFILE)) {
            for (String suffix : List.of("", "-wal", "-shm")) {
                Files.deleteIfExists(folder.resolve(step.file + suffix));
            }
        }
        byte[] whole = Files.readAllBytes(founded.resolve(killed.file));
        Path file = folder.resolve(killed.file);
        switch (killed.rest) {
            case DRAFT -> Files.write(file.resolveSibling(file.getFileName() + "123.new"), half(whole));
            case EMPTY_FILE -> Files.createFile(file);
            case HALF_FILE -> Files.write(file, half(whole));
        }
        long kept = EnumSet.complementOf(EnumSet.range(killed, Step.PROFILE)).stream()
                .filter(step -> step.file.endsWith(".key"))
                .count();
        return founders.subList(0, (int) kept);
    }

    private static byte[] half(byte... whole) {
        return Arrays.copyOf(whole, whole.length / 2);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.sorted(Comparator.naturalOrder()).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }

    private static List<KeyDigest> keys(EmbeddedNetwork network) {
        return network.officers().stream()
                .map(OfficerKeys::officer)
                .map(Officer::key)
                .toList();
    }

    private static EmbeddedNetwork start(Path folder) throws IOException {
        return EmbeddedNetwork.start(folder, parts());
    }

    private static NetworkParts parts() {
        return NetworkParts.standard(Clock.tickMillis(ZoneOffset.UTC), new SecureRandom());
    }

    private static Process startProcess(Path folder) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PracticeNetwork.class.getName(),
                        "--data",
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("process.log").toFile())
                .start();
    }

    private static void await(Path file, Process process) {
        Instant limit = Instant.now().plus(LIMIT);
        while (!Files.exists(file)) {
            assertTrue(process.isAlive(), "the process has stopped");
            assertTrue(Instant.now().isBefore(limit), "the process is too slow");
            Thread.onSpinWait();
        }
    }
}
