// SPDX-License-Identifier: Apache-2.0

package aegle.devnet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.client.ledger.FabricRecordLedger;
import aegle.client.local.SqliteSealedStore;
import aegle.client.membership.HttpMembershipDirectory;
import aegle.crypto.identity.EncryptionKeyPair;
import aegle.crypto.identity.SigningKeyPair;
import aegle.devnet.material.Certificates;
import aegle.devnet.process.ProcessMark;
import aegle.devnet.process.Wait;
import aegle.devnet.tool.FabricTools;
import aegle.devnet.tool.ToolFailedException;
import aegle.devnet.tool.ToolRun;
import aegle.embedded.OfficerKeys;
import aegle.record.EncryptionPublicKey;
import aegle.record.member.MemberStatus;
import aegle.record.member.ProfessionalData;
import aegle.sharing.ConnectionProfile.NetworkKind;
import aegle.sharing.SharingException;
import aegle.sharing.enrollment.ClinicianEnrollment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hyperledger.fabric.client.identity.Identities;
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
    private static final Clock CLOCK = Clock.tickMillis(ZoneOffset.UTC);
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Pattern DENIED = Pattern.compile("access denied|failed ACL check");

    private FabricTools tools;
    private Path folder;
    private FabricNetwork network;
    private InventedPatient anna;

    @BeforeAll
    void found_the_network(@TempDir Path temporary) throws Exception {
        tools = FabricInstallation.required();
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
        var random = new SecureRandom();
        var key = new byte[32];
        network.node("office").start();
        try (var signing = SigningKeyPair.generate(random);
                var encryption = EncryptionKeyPair.generate(random);
                var membership = new HttpMembershipDirectory(network.profile(), CLOCK, random);
                var memory = SqliteSealedStore.open(folder.resolve("chen.sqlite"), key, random)) {
            var enrollment = new ClinicianEnrollment(
                    new ClinicianEnrollment.Surroundings(network.profile().network(), CLOCK, random),
                    membership,
                    memory,
                    signing);
            enrollment.apply(
                    network.hospitals().getFirst().id(),
                    EncryptionPublicKey.of(encryption.recipient().bytes()),
                    new ProfessionalData("Dr. Maya Chen", "1234567893", "2085R0001X"));

            Wait.until(LIMIT, () -> collected(enrollment) ? Optional.empty() : Optional.of("no certificate"));

            var certificate = enrollment.certificate().orElseThrow();
            try (var ledger = new FabricRecordLedger(network.profile(), certificate, signing, CLOCK)) {
                assertEquals(MemberStatus.ACTIVE, enrollment.confirm(ledger).status());
            }
        } finally {
            network.node("office").kill();
        }
    }

    private static boolean collected(ClinicianEnrollment enrollment) throws IOException {
        try {
            return enrollment.collect().isPresent();
        } catch (SharingException e) {
            throw new IOException(e);
        }
    }

    @Test
    void nobody_but_hospitals_reads_blocks_or_the_channels_configuration() throws Exception {
        OfficerKeys officer = network.officers().getFirst();
        for (var peer : network.profile().peers()) {
            try (var asAnna = new SystemCalls(
                            peer,
                            "MembershipMSP",
                            anna.certificate,
                            anna.keys.signing().privateKey());
                    var asOfficer = new SystemCalls(
                            peer,
                            "MembershipMSP",
                            officer.certificate(),
                            officer.key().privateKey())) {
                for (var user : List.of(asAnna, asOfficer)) {
                    for (var call : SystemCalls.CALLS) {
                        String answer = user.answer(call);
                        assertTrue(DENIED.matcher(answer).find(), call + " at " + peer.mspId() + ": " + answer);
                    }
                    assertTrue(user.blocks().contains("FORBIDDEN"), user::blocks);
                    assertTrue(user.filteredBlocks().contains("FORBIDDEN"), user::filteredBlocks);
                }
            }
        }
    }

    /** So the refusals above are the policy's and not a mistake in asking. */
    @Test
    void a_hospitals_administrator_reads_them() throws Exception {
        Path msp = folder.resolve("network/crypto/peerOrganizations/north.example/users/Admin@north.example/msp");
        var certificate = Certificates.read(msp.resolve("signcerts/Admin@north.example-cert.pem"));
        PrivateKey key;
        try (var reader = Files.newBufferedReader(msp.resolve("keystore/priv_sk"))) {
            key = Identities.readPrivateKey(reader);
        }
        try (var administrator =
                new SystemCalls(network.profile().peers().getFirst(), "NorthHospitalMSP", certificate, key)) {
            for (var call : SystemCalls.CALLS) {
                assertFalse(
                        DENIED.matcher(administrator.answer(call)).find(),
                        () -> call + ": " + administrator.answer(call));
            }
            assertEquals("", administrator.answer(SystemCalls.CALLS.getFirst()));
            assertEquals("", administrator.blocks());
            assertEquals("", administrator.filteredBlocks());
        }
    }

    @Test
    void an_orderer_delivers_blocks_to_hospitals_and_not_to_users() throws Exception {
        Path user = userMsp(network.officers().getFirst());
        Path administrator =
                folder.resolve("network/crypto/peerOrganizations/north.example/users/Admin@north.example/msp");

        var failure = assertThrows(ToolFailedException.class, () -> fetch("MembershipMSP", user));

        assertTrue(failure.output().contains("FORBIDDEN"), failure::output);
        assertFalse(fetch("NorthHospitalMSP", administrator).contains("FORBIDDEN"));
    }

    private String fetch(String mspId, Path msp) throws IOException {
        String orderer = NetworkSettings.find(folder.resolve("network/devnet.properties"))
                .orElseThrow()
                .address("orderer1");
        return new ToolRun(
                        List.of(
                                tools.peer().toString(),
                                "channel",
                                "fetch",
                                "newest",
                                folder.resolve("fetched.block").toString(),
                                "--channelID",
                                Consortium.CHANNEL,
                                "--orderer",
                                orderer,
                                "--tls",
                                "--cafile",
                                folder.resolve(
                                                "network/crypto/ordererOrganizations/orderer1.example/tlsca/tlsca.orderer1.example-cert.pem")
                                        .toString()),
                        Map.of(
                                "FABRIC_CFG_PATH",
                                folder.resolve("network/nodes/peer-north").toString(),
                                "CORE_PEER_LOCALMSPID",
                                mspId,
                                "CORE_PEER_MSPCONFIGPATH",
                                msp.toString()),
                        Duration.ofSeconds(30))
                .output();
    }

    private Path userMsp(OfficerKeys user) throws IOException {
        Path msp = folder.resolve("user-msp");
        Files.createDirectories(msp.resolve("signcerts"));
        Files.createDirectories(msp.resolve("keystore"));
        Files.createDirectories(msp.resolve("cacerts"));
        Path organization = folder.resolve("network/crypto/membership/msp");
        Files.copy(organization.resolve("cacerts/membership-root.pem"), msp.resolve("cacerts/membership-root.pem"));
        Files.copy(organization.resolve("config.yaml"), msp.resolve("config.yaml"));
        Files.writeString(msp.resolve("signcerts/user.pem"), Certificates.text(user.certificate()));
        Files.write(
                msp.resolve("keystore/key.pem"),
                Identities.toPemString(user.key().privateKey()).getBytes(StandardCharsets.US_ASCII));
        return msp;
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
