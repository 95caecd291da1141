// SPDX-License-Identifier: Apache-2.0

package aegle.devnet;

import aegle.devnet.material.Certificates;
import aegle.devnet.material.ConfigurationTemplate;
import aegle.devnet.material.ContractPackage;
import aegle.devnet.material.OwnerFile;
import aegle.devnet.node.UsersAuthority;
import aegle.devnet.tool.FabricTools;
import aegle.devnet.tool.ToolRun;
import aegle.embedded.OfficerKeys;
import aegle.record.NetworkId;
import aegle.record.call.MemberCalls.Founding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the network is founded on: keys, the users' root, the first block, the first officers. Each step is done once; one that was
 * interrupted is done again from its beginning.
 */
final class Foundation {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String CONTRACT_LABEL = Consortium.CONTRACT + "_1";

    private final DevnetLayout layout;
    private final NetworkSettings settings;
    private final ContractPackage contractPackage = ContractPackage.labelled(CONTRACT_LABEL);

    Foundation(DevnetLayout layout, NetworkSettings settings) {
        this.layout = layout;
        this.settings = settings;
    }

    ContractPackage contractPackage() {
        return contractPackage;
    }

    /** Makes the keys of orderers, peers and their administrators. */
    void makeKeys(FabricTools tools) throws IOException {
        if (Files.exists(layout.crypto().resolve("peerOrganizations"))) {
            return;
        }
        Path configuration = layout.crypto().resolve("crypto-config.yaml");
        ConfigurationTemplate.named("crypto-config.yaml").write(configuration, Map.of());
        Path draft = Files.createTempDirectory(layout.crypto(), "new");
        run(List.of(
                tools.cryptogen().toString(),
                "generate",
                "--config",
                configuration.toString(),
                "--output",
                draft.toString()));
        Files.move(
                draft.resolve("ordererOrganizations"),
                layout.crypto().resolve("ordererOrganizations"),
                StandardCopyOption.ATOMIC_MOVE);
        Files.move(
                draft.resolve("peerOrganizations"),
                layout.crypto().resolve("peerOrganizations"),
                StandardCopyOption.ATOMIC_MOVE);
        Files.delete(draft);
    }

    /** Makes the channel's first block, which has the users' root in it; the certificate authority must be well. */
    void makeFirstBlock(FabricTools tools, Clock clock, SecureRandom random) throws IOException {
        if (Files.exists(layout.genesisBlock())) {
            return;
        }
        Path msp = layout.membershipMsp();
        Files.createDirectories(msp.resolve("cacerts"));
        try (var authority = UsersAuthority.connect(authorityEnvironment(), clock, random)) {
            OwnerFile.write(membershipRoot(), Certificates.text(authority.root()));
        }
        ConfigurationTemplate.named("msp-config.yaml").write(msp.resolve("config.yaml"), Map.of());
        ConfigurationTemplate.named("configtx.yaml").write(layout.channel().resolve("configtx.yaml"), channelPorts());
        Path draft = layout.genesisBlock().resolveSibling("new.block");
        run(List.of(
                tools.configtxgen().toString(),
                "-configPath",
                layout.channel().toString(),
                "-profile",
                "Records",
                "-channelID",
                Consortium.CHANNEL,
                "-outputBlock",
                draft.toString()));
        Files.move(draft, layout.genesisBlock(), StandardCopyOption.ATOMIC_MOVE);
    }

    private Map<String, String> channelPorts() throws IOException {
        var ports = new TreeMap<String, String>();
        for (var orderer : Consortium.ORDERERS) {
            ports.put(orderer.node() + "-port", Integer.toString(settings.port(orderer.node())));
        }
        for (var hospital : Consortium.HOSPITALS) {
            ports.put(hospital.peer() + "-port", Integer.toString(settings.port(hospital.peer())));
        }
        return ports;
    }

    Path membershipRoot() {
        return layout.membershipMsp().resolve("cacerts/membership-root.pem");
    }

    private static void run(List<String> command) throws IOException {
        new ToolRun(command, Map.of(), PATIENCE).output();
    }

    /** The network that every signature names: SHA-256 of the first block. */
    NetworkId networkId() throws IOException {
        try {
            return NetworkId.of(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(layout.genesisBlock())));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** How the users' certificate authority is reached. */
    Map<String, String> authorityEnvironment() throws IOException {
        Path folder = layout.madeNode(JavaNodes.MEMBERSHIP).resolve("registrar");
        Files.createDirectories(folder);
        Path secret = folder.resolve("secret");
        OwnerFile.write(secret, settings.secret(FabricNodes.REGISTRAR));
        return Map.of(
                "AEGLE_CA_ADDRESS", "https://" + settings.address(FabricNodes.AUTHORITY),
                "AEGLE_CA_TLS_ROOT", TlsFiles.root(layout).toString(),
                "AEGLE_CA_REGISTRAR", FabricNodes.REGISTRAR,
                "AEGLE_CA_REGISTRAR_SECRET_FILE", secret.toString(),
                "AEGLE_CA_FOLDER", folder.toString());
    }

    /** Enrolls the first officers, two of each hospital, and renews certificates that are about to end. */
    void enrollOfficers(Clock clock, SecureRandom random) throws IOException {
        try (var authority = UsersAuthority.connect(authorityEnvironment(), clock, random)) {
            var enrollment = new OfficerKeys.Enrollment(authority, clock, random);
            for (var hospital : Consortium.HOSPITALS) {
                for (int number = 1; number <= Consortium.OFFICERS_PER_HOSPITAL; number++) {
                    OfficerKeys.open(layout.officers(), hospital.id(), number, enrollment)
                            .close();
                }
            }
        }
    }

    /** The officers' keys, for whoever acts them; to be closed. */
    List<OfficerKeys> officers() throws IOException {
        var officers = new ArrayList<OfficerKeys>();
        for (var hospital : Consortium.HOSPITALS) {
            officers.addAll(OfficerKeys.readAll(layout.officers(), hospital.id()));
        }
        return officers;
    }

    /** What every hospital's contract process is told, and the first call must say. */
    Founding founding() throws IOException {
        List<OfficerKeys> officers = officers();
        try {
            return new Founding(
                    networkId(), officers.stream().map(OfficerKeys::officer).toList());
        } finally {
            officers.forEach(OfficerKeys::close);
        }
    }
}
