// SPDX-License-Identifier: Apache-2.0

package aegle.devnet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.sharing.ConnectionProfile.NetworkKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkSettingsTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    private Path folder;

    @Test
    void are_chosen_once_and_read_again() throws Exception {
        Path file = folder.resolve("devnet.properties");

        var chosen = NetworkSettings.choose(
                file, NetworkKind.FABRIC, List.of("orderer1", "peer-north"), List.of("registrar"), RANDOM);
        var read = NetworkSettings.find(file).orElseThrow();

        assertEquals(NetworkKind.FABRIC, read.kind());
        assertEquals(chosen.port("peer-north"), read.port("peer-north"));
        assertEquals("127.0.0.1:" + chosen.port("orderer1"), read.address("orderer1"));
        assertEquals(chosen.secret("registrar"), read.secret("registrar"));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals("NetworkSettings[secret]", read.toString());
    }

    @Test
    void are_none_where_no_network_was_founded() throws Exception {
        assertEquals(Optional.empty(), NetworkSettings.find(folder.resolve("devnet.properties")));
    }

    @Test
    void differ_from_network_to_network() throws Exception {
        var one = NetworkSettings.choose(
                folder.resolve("one"), NetworkKind.FABRIC, List.of("peer"), List.of("registrar"), RANDOM);
        var other = NetworkSettings.choose(
                folder.resolve("other"), NetworkKind.FABRIC, List.of("peer"), List.of("registrar"), RANDOM);

        assertNotEquals(one.secret("registrar"), other.secret("registrar"));
    }

    @Test
    void say_what_they_lack() throws Exception {
        var settings = NetworkSettings.choose(folder.resolve("file"), NetworkKind.FABRIC, List.of(), List.of(), RANDOM);

        var failure = assertThrows(IOException.class, () -> settings.port("peer-north"));
        assertTrue(String.valueOf(failure.getMessage()).contains("peer-north.port"));
    }

    @Test
    void ports_are_free_in_a_row_and_below_those_of_outgoing_connections() throws Exception {
        List<Integer> ports = PortBlock.free(40, RANDOM);

        assertEquals(40, ports.size());
        assertEquals(ports.getFirst() + 39, ports.getLast());
        assertTrue(ports.getFirst() >= 20_000 && ports.getLast() < 32_768);
        try (var taken = new ServerSocket(ports.getFirst(), 1, InetAddress.ofLiteral("127.0.0.1"))) {
            assertFalse(PortBlock.isFree(taken.getLocalPort()));
        }
    }

    @Test
    void only_one_launcher_at_a_time_starts_or_stops() throws Exception {
        Path lock = folder.resolve("lock");
        try (var _ = FolderLock.take(lock)) {
            assertThrows(IOException.class, () -> FolderLock.take(lock));
        }
        FolderLock.take(lock).close();
    }
}
