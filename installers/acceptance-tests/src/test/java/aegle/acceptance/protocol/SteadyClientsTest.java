// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import aegle.acceptance.Trial;
import aegle.devnet.Devnet;
import aegle.devnet.process.Node;
import aegle.sharing.ConnectionProfile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Clients at work leave nothing behind, neither in their own process nor in those of the network. A few of them for seconds; by {@code
 * fabric-network/devnet/soak clients} 32 for ten minutes.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "/proc tells what a process holds")
class SteadyClientsTest {
    private static final Logger LOG = LoggerFactory.getLogger(SteadyClientsTest.class);
    private static final int PARTS_OF_WARMTH = 10;

    @Test
    void memory_threads_connections_and_handles_stay_as_they_are(@TempDir Path folder) throws Exception {
        int number = Integer.getInteger("aegle.clients.number", 8);
        var time = Duration.ofSeconds(Integer.getInteger("aegle.clients.seconds", 16));
        var warmth = time.dividedBy(time.toMinutes() > 0 ? PARTS_OF_WARMTH : 2);
        Devnet network = Networks.inProcesses(folder.resolve("network"));
        try {
            network.up();
            var access =
                    new NetworkAccess(ConnectionProfile.read(network.layout().profile()), Participants.CLOCK);
            try (var clients = new SteadyClients(access, folder, number)) {
                int steps = clients.work(warmth);
                Map<String, Footprint> before = footprints(network);
                LOG.info("{} clients, {} steps in {}: {}", number, steps, warmth, before);
                steps = clients.work(time.minus(warmth));
                Map<String, Footprint> after = footprints(network);
                LOG.info("{} clients, {} steps in {}: {}", number, steps, time.minus(warmth), after);
                assertEquals(List.of(), grown(before, after));
            }
        } finally {
            network.down();
        }
    }

    private static Map<String, Footprint> footprints(Devnet network) throws IOException, InterruptedException {
        var footprints = new LinkedHashMap<String, Footprint>();
        footprints.put("clients", Footprint.of(ProcessHandle.current().pid()));
        for (Node node : network.nodes()) {
            footprints.put(
                    node.name(), Footprint.of(node.running().orElseThrow().pid()));
        }
        return footprints;
    }

    private static List<String> grown(Map<String, Footprint> before, Map<String, Footprint> after) {
        var grown = new ArrayList<String>();
        after.forEach((name, now) -> {
            Footprint then = before.getOrDefault(name, now);
            if (!now.isFlatSince(then)) {
                grown.add(name + " had " + then + " and has " + now + " (" + Trial.NETWORK + ")");
            }
        });
        return grown;
    }
}
