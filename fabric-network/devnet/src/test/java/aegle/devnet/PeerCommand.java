// SPDX-License-Identifier: Apache-2.0

package aegle.devnet;

import aegle.devnet.material.Certificates;
import aegle.devnet.tool.FabricTools;
import aegle.devnet.tool.ToolRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hyperledger.fabric.client.identity.Identities;

/** Fabric's own {@code peer} command beside the first hospital's peer, in anybody's name. */
record PeerCommand(FabricTools tools, DevnetLayout layout) {
    private static final Hospital FIRST = Consortium.FOUNDERS.getFirst();

    /** In the name of the hospital's administrator. */
    String asAdministrator(Hospital hospital, String... arguments) throws IOException {
        Path msp = layout.peerCrypto(hospital).resolve("users/Admin@" + hospital.domain() + "/msp");
        return run(hospital.id().value(), msp, List.of(arguments));
    }

    /** In the name of a member of the users' organization. */
    String asUser(X509Certificate certificate, PrivateKey key, String... arguments) throws IOException {
        Path msp = Files.createTempDirectory(layout.root(), "user-msp");
        for (String folder : List.of("signcerts", "keystore", "cacerts")) {
            Files.createDirectories(msp.resolve(folder));
        }
        Path organization = layout.membershipMsp();
        Files.copy(organization.resolve("cacerts/membership-root.pem"), msp.resolve("cacerts/membership-root.pem"));
        Files.copy(organization.resolve("config.yaml"), msp.resolve("config.yaml"));
        Files.writeString(msp.resolve("signcerts/user.pem"), Certificates.text(certificate));
        Files.writeString(msp.resolve("keystore/key.pem"), Identities.toPemString(key), StandardCharsets.US_ASCII);
        return run(Consortium.MEMBERSHIP.value(), msp, List.of(arguments));
    }

    /** The arguments that make an orderer deliver the newest block. */
    String[] fetchFrom(Consortium.Orderer orderer) throws IOException {
        var arguments = new ArrayList<>(List.of(
                "channel",
                "fetch",
                "newest",
                layout.root().resolve("fetched.block").toString(),
                "--channelID",
                Consortium.CHANNEL));
        arguments.addAll(ordererArguments(orderer));
        return arguments.toArray(String[]::new);
    }

    /** The arguments that say where an orderer is. */
    List<String> ordererArguments(Consortium.Orderer orderer) throws IOException {
        return List.of(
                "--orderer",
                NetworkSettings.find(layout.settings()).orElseThrow().address(orderer.node()),
                "--tls",
                "--cafile",
                layout.ordererCrypto(orderer)
                        .resolve("tlsca/tlsca." + orderer.domain() + "-cert.pem")
                        .toString());
    }

    private String run(String mspId, Path msp, List<String> arguments) throws IOException {
        var command = new ArrayList<>(List.of(tools.peer().toString()));
        command.addAll(arguments);
        return new ToolRun(
                        command,
                        Map.of(
                                "FABRIC_CFG_PATH",
                                layout.node(FIRST.peer()).toString(),
                                "FABRIC_LOGGING_SPEC",
                                "warn",
                                "CORE_PEER_LOCALMSPID",
                                mspId,
                                "CORE_PEER_MSPCONFIGPATH",
                                msp.toString()),
                        Duration.ofSeconds(40))
                .output();
    }
}
