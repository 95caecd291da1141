// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContractServerTest {
    private static final Map<String, String> VARIABLES = Map.ofEntries(
            Map.entry("CORE_CHAINCODE_ID_NAME", "aegle:00"),
            Map.entry("AEGLE_CONTRACT_ADDRESS", "127.0.0.1:9991"),
            Map.entry("AEGLE_CHANNEL", "records"),
            Map.entry("AEGLE_CONTRACT", "aegle"),
            Map.entry("AEGLE_NETWORK_ID", "ab".repeat(32)),
            Map.entry("AEGLE_OFFICER_0", "cd".repeat(32) + "@NorthMSP"),
            Map.entry("AEGLE_STORE_0_ID", "one"),
            Map.entry("AEGLE_STORE_0_ENDPOINT", "http://127.0.0.1:9000"),
            Map.entry("AEGLE_STORE_0_REGION", "eu-central-1"),
            Map.entry("AEGLE_STORE_0_BUCKET", "aegle"),
            Map.entry("AEGLE_STORE_0_ACCESS_KEY", "gate"),
            Map.entry("AEGLE_STORE_0_SECRET_KEY", "an invented secret"));

    @Test
    void a_server_listens_when_it_has_started_and_two_live_in_one_process() throws IOException {
        Network network = Network.unfounded();
        InetSocketAddress first = freeAddress();
        InetSocketAddress second = freeAddress();
        try (var one = ContractServer.start(first, "aegle:00", network.settings(network.clock));
                var two = ContractServer.start(second, "aegle:00", network.settings(network.clock))) {
            assertTrue(answers(first));
            assertTrue(answers(second));
            assertThrows(
                    IOException.class, () -> ContractServer.start(first, "aegle:00", network.settings(network.clock)));
            assertTrue(one != two);
        }
    }

    @Test
    void the_environment_gives_tls_whole_or_not_at_all() {
        var tls = Map.of(
                "AEGLE_CONTRACT_TLS_CERTIFICATE", "tls.pem",
                "AEGLE_CONTRACT_TLS_KEY", "tls-key.pem",
                "AEGLE_CONTRACT_TLS_PEER_ROOT", "peers.pem");

        assertEquals(Optional.empty(), new ContractEnvironment(VARIABLES).tls());
        assertEquals(
                Optional.of(new ContractTls(Path.of("tls.pem"), Path.of("tls-key.pem"), Path.of("peers.pem"))),
                new ContractEnvironment(tls).tls());
        for (String name : tls.keySet()) {
            var half = new HashMap<>(tls);
            half.remove(name);
            assertThrows(IllegalArgumentException.class, () -> new ContractEnvironment(half).tls());
        }
    }

    @Test
    void the_environment_gives_the_settings() throws IOException {
        var environment = new ContractEnvironment(VARIABLES);
        ContractSettings settings = environment.settings(Clock.systemUTC());

        assertEquals(
                "127.0.0.1:9991",
                environment.address().getHostString() + ":"
                        + environment.address().getPort());
        assertEquals("aegle:00", environment.packageId());
        assertEquals("127.0.0.1:9000", settings.stores().getFirst().host());
        assertEquals(Duration.ofMinutes(1), settings.clockTolerance());
        assertEquals(
                Network.NORTH,
                settings.founding().orElseThrow().officers().getFirst().hospital());
        assertFalse(environment.toString().contains("invented"));
    }

    @Test
    void the_environment_names_tolerance_and_a_secret_in_a_file(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "another invented secret\n");
        var variables = new HashMap<>(VARIABLES);
        variables.remove("AEGLE_STORE_0_SECRET_KEY");
        variables.put("AEGLE_STORE_0_SECRET_KEY_FILE", secret.toString());
        variables.put("AEGLE_CLOCK_TOLERANCE_SECONDS", "5");
        ContractSettings settings = new ContractEnvironment(variables).settings(Clock.systemUTC());

        assertEquals(Duration.ofSeconds(5), settings.clockTolerance());
        assertEquals(
                List.of("StoreSecret[secret]"),
                settings.stores().stream()
                        .map(store -> store.secret().toString())
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"AEGLE_CHANNEL", "AEGLE_NETWORK_ID", "AEGLE_OFFICER_0", "AEGLE_STORE_0_REGION"})
    void a_missing_variable_is_named(String name) {
        var variables = new HashMap<>(VARIABLES);
        variables.remove(name);
        var failure = assertThrows(
                IllegalArgumentException.class, () -> new ContractEnvironment(variables).settings(Clock.systemUTC()));

        assertTrue(String.valueOf(failure.getMessage()).contains(name));
    }

    @Test
    void an_endpoint_with_a_path_is_refused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new StoreAccess("one", "http://host/path", "r", "b", "k", StoreSecret.of('s')));
    }

    private static InetSocketAddress freeAddress() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new InetSocketAddress(InetAddress.getLoopbackAddress(), socket.getLocalPort());
        }
    }

    private static boolean answers(InetSocketAddress address) throws IOException {
        try (var socket = new Socket(address.getAddress(), address.getPort())) {
            return socket.isConnected();
        }
    }
}
