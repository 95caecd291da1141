// SPDX-License-Identifier: Apache-2.0

package aegle.devnet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.devnet.FabricInstallation;
import aegle.devnet.process.Wait;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A launcher that is killed in the middle of {@code up}. What runs is found by its working folder, not by the launcher's records. */
class LauncherDeathTest {
    private static final Path PROCESSES = Path.of("/proc");
    private static final Duration LIMIT = Duration.ofSeconds(90);

    @TempDir
    private Path folder;

    private final StringWriter said = new StringWriter();

    @AfterEach
    void leave_nothing_running() {
        devnet("down");
    }

    @Test
    void of_the_embedded_network_leaves_nothing_after_down() throws Exception {
        requireNothingLeft("embedded", "run/embedded.process");
    }

    /** Killed thrice: when the first node starts, when the last one does, when the channel is being founded. */
    @Test
    void of_the_fabric_network_leaves_nothing_after_down_and_up_goes_on() throws Exception {
        FabricInstallation.required();
        for (String made : List.of("run/orderer1.process", "run/membership.process", "channel/contract-north.tar.gz")) {
            requireNothingLeft("fabric", made);
        }

        assertEquals(0, devnet("up"), said::toString);
        assertEquals(0, devnet("status"), said::toString);
        assertEquals(0, devnet("down"), said::toString);
        assertEquals(List.of(), living());
    }

    /** Kills the launcher as soon as it has made that file. */
    private void requireNothingLeft(String kind, String made) throws Exception {
        Assumptions.assumeTrue(Files.exists(PROCESSES.resolve("self/cwd")), "this system does not list processes");
        Process launcher = launch(kind);
        try {
            Wait.until(LIMIT, () -> Files.exists(folder.resolve(made)) ? Optional.empty() : Optional.of("no " + made));
            assertTrue(launcher.isAlive(), "it is killed before it is done");
        } finally {
            launcher.destroyForcibly().waitFor();
        }
        assertFalse(living().isEmpty(), "nodes outlive the launcher");

        assertEquals(0, devnet("down"), said::toString);

        assertEquals(List.of(), living());
    }

    private Process launch(String kind) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DevnetCommand.class.getName(),
                        "up",
                        "--network",
                        kind,
                        "--data",
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private int devnet(String command) {
        var out = new PrintWriter(said);
        return DevnetCommand.line().setOut(out).setErr(out).execute(command, "--data", folder.toString());
    }

    /** All processes of this computer that work in the network's folder. */
    private List<Path> living() throws IOException {
        try (Stream<Path> processes = Files.list(PROCESSES)) {
            return processes
                    .filter(process -> process.getFileName().toString().matches("[0-9]+"))
                    .filter(this::isInFolder)
                    .toList();
        }
    }

    private boolean isInFolder(Path process) {
        try {
            return Files.readSymbolicLink(process.resolve("cwd")).startsWith(folder);
        } catch (IOException e) {
            return false;
        }
    }
}
