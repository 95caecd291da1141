// SPDX-License-Identifier: Apache-2.0

package aegle.devnet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.devnet.process.ProcessMark;
import aegle.record.member.MemberStatus;
import aegle.sharing.ConnectionProfile.NetworkKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On real Fabric nodes, which must be on PATH; otherwise all of it is skipped and says why. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FabricNetworkTest {

    private Path folder;
    private FabricNetwork network;
    private InventedPatient anna;

    @BeforeAll
    void found_the_network(@TempDir Path temporary) throws Exception {
        FabricInstallation.required();
        folder = temporary;
        network = FabricNetwork.start(folder.resolve("network"));
        anna = new InventedPatient(network.profile(), folder.resolve("anna"));
        anna.keep("first.txt", "the first note");
    }

    @AfterAll
    void stop_the_network() throws IOException {
        if (anna != null) {
            anna.close();
        }
        if (network != null) {
            network.close();
            requireNothingRuns();
        }
    }

    private void requireNothingRuns() throws IOException {
        for (var node : network.nodes()) {
            assertEquals(Optional.empty(), node.running(), node.name());
        }
    }

    @Test
    void the_profile_names_four_hospitals_and_two_stores() {
        assertEquals(NetworkKind.FABRIC, network.profile().kind());
        assertEquals(4, network.profile().peers().size());
        assertEquals(2, network.profile().stores().size());
        assertEquals("NorthHospitalMSP", network.profile().peers().getFirst().mspId());
        assertEquals(8, network.officers().size());
        assertTrue(Files.exists(folder.resolve("network/connection-profile.json")));
    }

    @Test
    void a_patient_gets_back_what_she_kept_from_both_stores() throws Exception {
        assertEquals("the first note", anna.read("first.txt"));
        assertEquals(2, anna.store.status().reachable());
    }

    @Test
    void a_clinician_is_enrolled_by_the_office() throws Exception {
        try (var chen = new InventedClinician(network, folder.resolve("chen.sqlite"))) {
            assertEquals(MemberStatus.ACTIVE, chen.status);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orderer1",
                "peer-north",
                "peer-hillside",
                "contract-north",
                "contract-harbor",
                "store-1",
                "fabric-ca"
            })
    void work_goes_on_without_one_node_and_it_comes_back(String name) throws Exception {
        String note = "without " + name;
        network.node(name).kill();
        try {
            anna.keep(name + ".txt", note);
            assertEquals(note, anna.read(name + ".txt"));
        } finally {
            network.node(name).start();
        }

        assertEquals(Optional.empty(), network.node(name).complaint());
    }

    @Test
    void work_goes_on_while_a_peer_stands_still() throws Exception {
        network.node("peer-lakeside").freeze();
        try {
            anna.keep("frozen.txt", "beside a frozen peer");
        } finally {
            network.node("peer-lakeside").thaw();
        }

        assertEquals("beside a frozen peer", anna.read("frozen.txt"));
    }

    @Test
    void it_is_stopped_without_rest_and_goes_on_where_it_was() throws Exception {
        var processes = new ArrayList<ProcessMark>();
        for (var node : network.nodes()) {
            node.running().ifPresent(processes::add);
        }
        String before = network.profile().networkId();

        network.close();

        for (ProcessMark process : processes) {
            assertFalse(process.isAlive());
        }
        requireNothingRuns();
        assertThrows(IOException.class, () -> FabricNetwork.connect(folder.resolve("network")));
        network = FabricNetwork.start(folder.resolve("network"));
        assertEquals(before, network.profile().networkId());
        assertEquals("the first note", anna.read("first.txt"));
        try (var connected = FabricNetwork.connect(folder.resolve("network"))) {
            assertEquals(network.profile(), connected.profile());
        }
    }
}
