// SPDX-License-Identifier: Apache-2.0

package aegle.devnet.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeProcessTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    private NodeProcess node;

    @BeforeEach
    void name_it() {
        node = again();
    }

    private NodeProcess again() {
        return new NodeProcess(folder.resolve("node.process"), folder.resolve("node.log"));
    }

    @AfterEach
    void end_it() throws IOException {
        node.kill();
        node.awaitEnd(LIMIT);
    }

    @Test
    void runs_logs_and_is_found_again_by_its_record() throws Exception {
        node.start(command("echo began; exec sleep 60"));

        Optional<ProcessMark> running = again().running();
        assertTrue(running.isPresent());
        assertEquals(node.running(), running);
        assertTrue(running.get().residentKibibytes() > 0);
        Wait.until(LIMIT, () -> node.lastWords().equals("began") ? Optional.empty() : Optional.of("no word"));
    }

    @Test
    void is_not_started_twice() throws Exception {
        node.start(command("exec sleep 60"));
        var first = node.running();

        again().start(command("exec sleep 60"));

        assertEquals(first, node.running());
    }

    @Test
    void does_not_begin_once_its_launcher_is_dead() throws Exception {
        String script;
        try (var stream = NodeProcess.class.getResourceAsStream("/aegle/devnet/detach.sh")) {
            script = new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        }
        Path record = folder.resolve("node.process");
        Path began = folder.resolve("began");
        // its parent is this process, so the launcher it is told of is another one
        String another = Long.toString(ProcessHandle.current().pid() + 1);

        Process process = new ProcessBuilder(
                        "/bin/sh", "-c", script, "detach", record.toString(), another, "touch", began.toString())
                .start();

        assertEquals(1, process.waitFor());
        assertFalse(Files.exists(began));
        assertFalse(Files.exists(record));
    }

    @Test
    void ends_when_it_is_asked_to() throws Exception {
        node.start(command("exec sleep 60"));
        ProcessMark mark = node.running().orElseThrow();

        again().terminate();

        assertTrue(node.awaitEnd(LIMIT));
        assertFalse(mark.isAlive());
        assertFalse(node.isExpected());
    }

    @Test
    void a_frozen_process_ends_when_it_is_asked_to() throws Exception {
        node.start(command("exec sleep 60"));
        node.freeze();

        node.terminate();

        assertTrue(node.awaitEnd(LIMIT));
    }

    @Test
    void freezes_and_goes_on() throws Exception {
        assumeTrue(Files.exists(Path.of("/proc/self/stat")), "process states are read from /proc");
        node.start(command("exec sleep 60"));

        node.freeze();
        Wait.until(LIMIT, () -> state() == 'T' ? Optional.empty() : Optional.of("is " + state()));
        node.thaw();
        Wait.until(LIMIT, () -> state() == 'S' ? Optional.empty() : Optional.of("is " + state()));
    }

    private char state() throws IOException {
        String line =
                Files.readString(Path.of("/proc/" + node.running().orElseThrow().pid() + "/stat"));
        return line.charAt(line.lastIndexOf(')') + 2);
    }

    @Test
    void a_stranger_with_the_same_number_is_left_alone() throws Exception {
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try {
            ProcessMark itself = ProcessMark.of(stranger.pid()).orElseThrow();
            record(new ProcessMark(stranger.pid(), itself.birth() + "0"));

            assertEquals(Optional.empty(), node.running());
            node.freeze();
            node.terminate();
            node.kill();
            assertTrue(node.awaitEnd(LIMIT));
            assertTrue(itself.isAlive());

            record(itself);
            node.kill();
            assertTrue(node.awaitEnd(LIMIT));
            assertFalse(itself.isAlive());
        } finally {
            stranger.destroyForcibly();
        }
    }

    private void record(ProcessMark mark) throws IOException {
        Files.writeString(folder.resolve("node.process"), mark.pid() + "\n" + mark.birth() + "\n");
    }

    @Test
    void does_not_see_the_users_settings_of_fabric() throws Exception {
        node.start(command("env; exec sleep 60"));

        Wait.until(LIMIT, () -> node.lastWords().contains("PATH=") ? Optional.empty() : Optional.of("no word"));
        assertTrue(node.lastWords().contains("NODE_SETTING=kept"));
        assertTrue(node.lastWords().lines().noneMatch(line -> line.startsWith("JAVA_HOME=")), node.lastWords());
    }

    @Test
    void what_cannot_be_executed_says_so() {
        var command = new NodeCommand(List.of(folder.resolve("missing").toString()), Map.of(), folder);
        var node = new Node(
                new Node.Description("ghost", "nothing", ""), this.node, () -> command, () -> Optional.of("no answer"));

        var failure = assertThrows(NodeFailedException.class, node::start);

        assertTrue(String.valueOf(failure.getMessage()).contains("ghost"), failure.getMessage());
        assertTrue(String.valueOf(failure.getMessage()).contains("missing"), failure.getMessage());
    }

    @Test
    void one_that_ends_by_itself_is_known_to_have_died() throws Exception {
        node.start(command("exit 3"));

        Wait.until(LIMIT, () -> node.running().map(_ -> "still runs"));
        assertTrue(node.isExpected());
    }

    private NodeCommand command(String script) {
        return new NodeCommand(List.of("/bin/sh", "-c", script), Map.of("NODE_SETTING", "kept"), folder);
    }
}
