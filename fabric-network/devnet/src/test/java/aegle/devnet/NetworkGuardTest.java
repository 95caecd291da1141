// SPDX-License-Identifier: Apache-2.0

package aegle.devnet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.devnet.tool.FabricTools;
import aegle.devnet.tool.ToolFailedException;
import aegle.sharing.ConnectionProfile;
import aegle.sharing.ConnectionProfile.Peer;
import aegle.sharing.SharingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.hyperledger.fabric.client.EndorseException;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.protos.common.MSPRole;
import org.hyperledger.fabric.protos.common.SignaturePolicy;
import org.hyperledger.fabric.protos.peer.ApplicationPolicy;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a real network refuses: users who want more than the contract, and a hospital that acts alone. Skipped without Fabric. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NetworkGuardTest {
    private static final Pattern DENIED = Pattern.compile("access denied|failed ACL check");
    private static final Hospital NORTH = Consortium.FOUNDERS.getFirst();
    private static final Hospital LAKESIDE = Consortium.FOUNDERS.get(1);

    private FabricNetwork network;
    private PeerCommand command;
    private InventedPatient anna;
    private InventedClinician chen;
    private Path folder;

    @BeforeAll
    void found_the_network(@TempDir Path temporary) throws Exception {
        FabricTools tools = FabricInstallation.required();
        folder = temporary;
        network = FabricNetwork.startForNow();
        command = new PeerCommand(tools, network.layout());
        anna = new InventedPatient(network.profile(), folder.resolve("anna"));
        chen = new InventedClinician(network, folder.resolve("chen.sqlite"));
    }

    @AfterAll
    void stop_the_network() {
        if (anna != null) {
            anna.close();
        }
        if (chen != null) {
            chen.close();
        }
        if (network != null) {
            Path root = network.layout().root();
            network.close();
            assertFalse(Files.exists(root), "the network's folder is removed");
        }
    }

    private PeerAccess annaAt(Peer peer) throws Exception {
        return new PeerAccess(
                peer, "MembershipMSP", anna.certificate, anna.keys.signing().privateKey());
    }

    private PeerAccess chenAt(Peer peer) throws Exception {
        return new PeerAccess(peer, "MembershipMSP", chen.certificate, chen.keys.privateKey());
    }

    @Test
    void patients_and_clinicians_read_no_blocks_and_no_configuration() throws Exception {
        byte[] firstBlock = Files.readAllBytes(network.layout().genesisBlock());
        var allowed = new ArrayList<String>();
        for (Peer peer : network.profile().peers()) {
            try (var asAnna = annaAt(peer);
                    var asChen = chenAt(peer)) {
                for (var user : List.of(asAnna, asChen)) {
                    for (var call : PeerAccess.SYSTEM_CALLS) {
                        noteUnlessDenied(call + " at " + peer.mspId(), user.answer(call), allowed);
                    }
                    noteUnlessDenied("JoinChain", user.answer("cscc", "JoinChain", firstBlock), allowed);
                    requireNoOldLifecycle(user);
                    assertTrue(user.blocks().contains("FORBIDDEN"), user::blocks);
                    assertTrue(user.filteredBlocks().contains("FORBIDDEN"), user::filteredBlocks);
                    assertTrue(user.blocksAndPrivateData().contains("FORBIDDEN"), user::blocksAndPrivateData);
                }
            }
        }
        assertEquals(List.of(), allowed);
    }

    /** Fabric 3 has no {@code lscc} any more; the channel's rules for it deny what an older peer would do. */
    private static void requireNoOldLifecycle(PeerAccess user) throws Exception {
        String answer = user.answer(List.of("lscc", "ChaincodeExists", Consortium.CHANNEL, Consortium.CONTRACT));
        assertTrue(answer.contains("could not launch chaincode lscc"), answer);
    }

    private static void noteUnlessDenied(String call, String answer, List<String> allowed) {
        if (!DENIED.matcher(answer).find()) {
            allowed.add(call + ": " + answer);
        }
    }

    /** So the refusals above are the policy's and not a mistake in asking. */
    @Test
    void a_hospitals_administrator_reads_them() throws Exception {
        try (var administrator = PeerAccess.ofAdministrator(north(), network.layout(), NORTH)) {
            for (var call : PeerAccess.SYSTEM_CALLS) {
                assertFalse(
                        DENIED.matcher(administrator.answer(call)).find(),
                        () -> call + ": " + administrator.answer(call));
            }
            assertEquals("", administrator.answer(PeerAccess.SYSTEM_CALLS.getFirst()));
            assertEquals("", administrator.blocks());
            assertEquals("", administrator.filteredBlocks());
            assertEquals("", administrator.blocksAndPrivateData());
        }
    }

    @Test
    void every_orderer_delivers_blocks_to_hospitals_and_not_to_patients_and_clinicians() throws Exception {
        for (var orderer : Consortium.ORDERERS) {
            String[] fetch = command.fetchFrom(orderer);
            var patient = assertThrows(
                    ToolFailedException.class,
                    () -> command.asUser(anna.certificate, anna.keys.signing().privateKey(), fetch));
            var clinician = assertThrows(
                    ToolFailedException.class, () -> command.asUser(chen.certificate, chen.keys.privateKey(), fetch));

            assertTrue(patient.output().contains("FORBIDDEN"), patient::output);
            assertTrue(clinician.output().contains("FORBIDDEN"), clinician::output);
            assertFalse(command.asAdministrator(NORTH, fetch).contains("FORBIDDEN"));
        }
    }

    @Test
    void a_contracts_store_key_gets_and_puts_and_does_nothing_else() throws Exception {
        DevnetLayout layout = network.layout();
        var settings = NetworkSettings.find(layout.settings()).orElseThrow();
        for (String store : Consortium.STORES) {
            for (Hospital hospital : Consortium.FOUNDERS) {
                var key = StoreKey.ofContract(settings, hospital, store);
                try (var trial = new KeyTrial(layout, settings, store, key)) {
                    trial.requireOnlyGetAndPut("o/" + hospital.key() + ".b");
                }
            }
            try (var trial = new KeyTrial(layout, settings, store, StoreKey.ofAdministrator(settings, store))) {
                trial.requireDeleteAndList("o/administrator.b");
            }
        }
    }

    @Test
    void a_contract_serves_its_own_hospitals_peer_alone() throws Exception {
        DevnetLayout layout = network.layout();
        var settings = NetworkSettings.find(layout.settings()).orElseThrow();
        var door = new ContractDoor(layout, settings.port(NORTH.contract()));

        assertTrue(door.opensFor(NORTH));
        assertFalse(door.opensFor(LAKESIDE));
        assertFalse(door.opensWithoutCertificate());
        assertFalse(door.opensWithoutTls());
    }

    @Test
    void three_of_the_four_hospitals_peers_must_endorse() throws Exception {
        requireThreeOfFour();
    }

    private void requireThreeOfFour() throws IOException {
        String definition = command.asAdministrator(
                NORTH,
                "lifecycle",
                "chaincode",
                "querycommitted",
                "--output",
                "json",
                "--channelID",
                Consortium.CHANNEL,
                "--name",
                Consortium.CONTRACT);
        var parameter =
                Pattern.compile("\"validation_parameter\"\\s*:\\s*\"([^\"]+)\"").matcher(definition);
        assertTrue(parameter.find(), definition);

        var policy = ApplicationPolicy.parseFrom(Base64.getDecoder().decode(parameter.group(1)))
                .getSignaturePolicy();
        SignaturePolicy.NOutOf rule = policy.getRule().getNOutOf();
        Set<String> peers = new TreeSet<>();
        for (var one : rule.getRulesList()) {
            MSPRole role =
                    MSPRole.parseFrom(policy.getIdentities(one.getSignedBy()).getPrincipal());
            assertEquals(MSPRole.MSPRoleType.PEER, role.getRole());
            peers.add(role.getMspIdentifier());
        }

        assertEquals(3, rule.getN());
        assertEquals(4, rule.getRulesCount());
        assertEquals(
                Set.of("NorthHospitalMSP", "LakesideHospitalMSP", "HarborHospitalMSP", "HillsideHospitalMSP"), peers);
    }

    @Test
    void a_hospital_with_a_changed_contract_commits_nothing() throws Exception {
        anna.keep("before.txt", "before");
        network.node(NORTH.contract()).kill();
        try (var _ = ChangedContract.insteadOf(NORTH, network.layout());
                var asAnna = annaAt(north())) {
            var call = asAnna.contract()
                    .newProposal("whatever")
                    .setEndorsingOrganizations(NORTH.id().value())
                    .build();
            var submitted = call.endorse().submitAsync();
            assertEquals("forged", new String(submitted.getResult(), StandardCharsets.UTF_8));
            assertEquals(
                    TxValidationCode.ENDORSEMENT_POLICY_FAILURE,
                    submitted.getStatus().getCode());

            var two = asAnna.contract()
                    .newProposal("whatever")
                    .setEndorsingOrganizations(NORTH.id().value(), LAKESIDE.id().value())
                    .build();
            assertThrows(EndorseException.class, two::endorse);

            assertThrows(
                    SharingException.class,
                    () -> anna.keepBy(onlyAt(north()), "diverging.txt", "only one hospital likes it"));
            assertEquals("", look(asAnna));
        } finally {
            network.node(NORTH.contract()).start();
        }

        assertEquals(List.of("before.txt"), anna.names());
    }

    private static String look(PeerAccess access) throws GatewayException {
        return new String(access.contract().evaluateTransaction("look"), StandardCharsets.UTF_8);
    }

    @Test
    void one_hospital_alone_defines_no_other_contract() throws Exception {
        var definition = new ArrayList<>(List.of(
                "--channelID",
                Consortium.CHANNEL,
                "--name",
                Consortium.CONTRACT,
                "--version",
                "2",
                "--sequence",
                "2",
                "--signature-policy",
                "OR('NorthHospitalMSP.peer')"));
        definition.addAll(command.ordererArguments(Consortium.ORDERERS.getFirst()));
        command.asAdministrator(NORTH, with(definition, "lifecycle", "chaincode", "approveformyorg"));

        var refused = assertThrows(
                ToolFailedException.class,
                () -> command.asAdministrator(NORTH, with(definition, "lifecycle", "chaincode", "commit")));

        assertTrue(refused.output().contains("ENDORSEMENT_POLICY_FAILURE"), refused::output);
        requireThreeOfFour();
    }

    private static String[] with(List<String> arguments, String... first) {
        var all = new ArrayList<>(List.of(first));
        all.addAll(arguments);
        return all.toArray(String[]::new);
    }

    private Peer north() {
        return network.profile().peers().getFirst();
    }

    private ConnectionProfile onlyAt(Peer peer) {
        ConnectionProfile whole = network.profile();
        return new ConnectionProfile(
                whole.name(),
                whole.kind(),
                whole.networkId(),
                whole.channel(),
                whole.contract(),
                List.of(peer),
                whole.membership(),
                whole.membershipRoots(),
                whole.stores());
    }
}
