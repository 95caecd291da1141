// SPDX-License-Identifier: Apache-2.0

package aegle.devnet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.sharing.ConnectionProfile;
import aegle.sharing.ConnectionProfile.NetworkKind;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DevnetCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter said = new StringWriter();
    private final StringWriter complained = new StringWriter();

    private int devnet(String... arguments) {
        return DevnetCommand.line()
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(complained))
                .execute(arguments);
    }

    @AfterEach
    void leave_nothing_running() {
        devnet("down", "--data", folder.toString());
    }

    @Test
    void the_embedded_network_goes_up_outlives_the_command_dies_and_goes_up_again() throws Exception {
        String data = folder.toString();

        assertEquals(0, devnet("up", "--network", "embedded", "--data", data), complained::toString);
        assertTrue(said.toString().contains("whole practice network"), said::toString);
        var profile = ConnectionProfile.read(folder.resolve("connection-profile.json"));
        assertEquals(NetworkKind.EMBEDDED, profile.kind());
        assertEquals(0, devnet("status", "--data", data));

        assertEquals(0, devnet("kill", "embedded", "--data", data));
        assertEquals(0, devnet("up", "--data", data));
        assertEquals(
                profile.networkId(),
                ConnectionProfile.read(folder.resolve("connection-profile.json"))
                        .networkId());

        assertEquals(0, devnet("logs", "embedded", "--data", data));
        assertTrue(said.toString().contains("Programs may connect"), said::toString);
        assertEquals(0, devnet("down", "--data", data));
        assertFalse(Files.exists(folder.resolve("ready")));
        assertFalse(Files.exists(folder.resolve("run/embedded.process")));
    }

    @Test
    void a_network_keeps_its_kind() {
        assertEquals(0, devnet("up", "--network", "embedded", "--data", folder.toString()), complained::toString);

        assertEquals(1, devnet("up", "--network", "fabric", "--data", folder.toString()));
        assertTrue(complained.toString().contains("holds another kind of network: EMBEDDED"), complained::toString);
    }

    @Test
    void where_there_is_no_network_one_is_told_how_to_make_one() {
        assertEquals(1, devnet("status", "--data", folder.toString()));
        assertTrue(complained.toString().contains("devnet up makes one"), complained::toString);
        assertEquals(0, devnet("down", "--data", folder.toString()));
    }

    @Test
    void up_leaves_alone_what_runs() throws Exception {
        assertEquals(0, devnet("up", "--network", "embedded", "--data", folder.toString()), complained::toString);
        Path process = folder.resolve("run/embedded.process");
        String before = Files.readString(process);

        assertEquals(0, devnet("up", "--data", folder.toString()), complained::toString);
        assertEquals(0, devnet("start", "embedded", "--data", folder.toString()), complained::toString);

        assertEquals(before, Files.readString(process));
        assertEquals(0, devnet("status", "--data", folder.toString()), complained::toString);
    }

    @Test
    void status_tells_a_node_that_died_from_one_that_was_stopped() throws Exception {
        assertEquals(0, devnet("up", "--network", "embedded", "--data", folder.toString()), complained::toString);
        long pid = Long.parseLong(
                Files.readAllLines(folder.resolve("run/embedded.process")).getFirst());

        var process = ProcessHandle.of(pid).orElseThrow();
        process.destroyForcibly();
        process.onExit().get(10, TimeUnit.SECONDS);
        assertEquals(1, devnet("status", "--data", folder.toString()));
        assertTrue(said.toString().contains("DIED, see "), said::toString);

        assertEquals(0, devnet("down", "--data", folder.toString()));
        assertEquals(0, devnet("status", "--data", folder.toString()));
        assertTrue(said.toString().contains("stopped"), said::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"logs", "kill", "start"})
    void an_unknown_node_is_answered_with_those_there_are(String verb) throws Exception {
        Files.writeString(folder.resolve("devnet.properties"), "network=embedded\n");

        assertEquals(1, devnet(verb, "orderer9", "--data", folder.toString()));
        assertEquals("devnet: there is no node orderer9; there are embedded\n", complained.toString());
    }

    @Test
    void a_node_that_never_ran_has_no_log() throws Exception {
        Files.writeString(folder.resolve("devnet.properties"), "network=embedded\n");

        assertEquals(1, devnet("logs", "embedded", "--data", folder.toString()));
        assertEquals("devnet: embedded has not logged anything yet\n", complained.toString());
    }

    @Test
    void a_wrong_call_is_answered_with_the_usage() {
        assertEquals(2, devnet("fly"));
        assertTrue(complained.toString().contains("Usage: devnet"), complained::toString);
    }
}
