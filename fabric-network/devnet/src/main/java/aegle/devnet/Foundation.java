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
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the network is founded on: keys, the users' root, the first block, the first officers. Each step is done once; one that was
 * interrupted is done again from its beginning.
 */
final class Foundation {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final DevnetLayout layout;
    private final NetworkSettings settings;

    Foundation(DevnetLayout layout, NetworkSettings settings) {
        this.layout = layout;
        this.settings = settings;
    }

    /** What a hospital installs on its peer to have it ask this version's process. */
    ContractPackage contractPackage(Hospital hospital, int version) throws IOException {
        return Devnet.contractPackage(version, settings.address(hospital.contract(version)));
    }

    /** Makes the keys of orderers, founders' peers and their administrators. */
    void makeKeys(FabricTools tools) throws IOException {
        makeKeys(tools, layout.crypto().resolve("ordererOrganizations"), "crypto-config.yaml", Map.of());
        for (var hospital : Consortium.FOUNDERS) {
            makeKeys(tools, hospital);
        }
    }

    /** Makes the keys of a hospital's peer and its administrator, unless they are there. */
    void makeKeys(FabricTools tools, Hospital hospital) throws IOException {
        makeKeys(
                tools,
                layout.peerCrypto(hospital),
                "crypto-config-hospital.yaml",
                Map.of("name", hospital.key(), "domain", hospital.domain()));
    }

    /** What cryptogen makes from the template has the same place in its output as below the network's keys. */
    private void makeKeys(FabricTools tools, Path made, String template, Map<String, String> values)
            throws IOException {
        if (Files.exists(made)) {
            return;
        }
        Path draft = Files.createTempDirectory(layout.crypto(), "new");
        Path configuration = draft.resolve(template);
        ConfigurationTemplate.named(template).write(configuration, values);
        run(List.of(
                tools.cryptogen().toString(),
                "generate",
                "--config",
                configuration.toString(),
                "--output",
                draft.toString()));
        Path parent = Objects.requireNonNull(made.getParent());
        Files.createDirectories(parent);
        Files.move(draft.resolve(layout.crypto().relativize(made)), made, StandardCopyOption.ATOMIC_MOVE);
        Files.delete(configuration);
        Files.deleteIfExists(draft.resolve("peerOrganizations"));
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
        Path draft = layout.genesisBlock().resolveSibling("new.block");
        makeBlock(tools, Consortium.FOUNDERS, draft);
        Files.move(draft, layout.genesisBlock(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Writes down what the channel is with these hospitals in it, and makes a first block of that. */
    void makeBlock(FabricTools tools, List<Hospital> hospitals, Path block) throws IOException {
        ConfigurationTemplate.named("configtx.yaml")
                .write(layout.channel().resolve("configtx.yaml"), channel(hospitals));
        run(List.of(
                tools.configtxgen().toString(),
                "-configPath",
                layout.channel().toString(),
                "-profile",
                "Records",
                "-channelID",
                Consortium.CHANNEL,
                "-outputBlock",
                block.toString()));
    }

    private Map<String, String> channel(List<Hospital> hospitals) throws IOException {
        var values = new TreeMap<String, String>();
        for (var orderer : Consortium.ORDERERS) {
            values.put(orderer.node() + "-port", Integer.toString(settings.port(orderer.node())));
        }
        var organizations = new StringBuilder();
        for (var hospital : hospitals) {
            organizations.append(ConfigurationTemplate.named("configtx-hospital.yaml")
                    .filled(Map.of(
                            "msp-id", hospital.id().value(),
                            "domain", hospital.domain(),
                            "host", PortBlock.LOOPBACK,
                            "port", Integer.toString(settings.port(hospital.peer())))));
        }
        values.put("hospitals", organizations.toString());
        values.put("hospitals-names", each(hospitals, "*%s"));
        values.put("hospitals-admins-and-peers", each(hospitals, "'%1$s.admin', '%1$s.peer'"));
        return values;
    }

    private static String each(List<Hospital> hospitals, String form) {
        return hospitals.stream()
                .map(hospital -> String.format(Locale.ROOT, form, hospital.id()))
                .collect(Collectors.joining(", "));
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
        return ConfigurationTemplate.named("authority.env")
                .environment(Map.of(
                        "ca-address", "https://" + settings.address(FabricNodes.AUTHORITY),
                        "ca-tls-root", TlsFiles.root(layout).toString(),
                        "registrar", FabricNodes.REGISTRAR,
                        "registrar-secret-file", secret.toString(),
                        "ca-folder", folder.toString()));
    }

    /** Enrolls two officers of each hospital, and renews certificates that are about to end. */
    void enrollOfficers(Clock clock, SecureRandom random) throws IOException {
        try (var authority = UsersAuthority.connect(authorityEnvironment(), clock, random)) {
            var enrollment = new OfficerKeys.Enrollment(authority, clock, random);
            for (var hospital : settings.hospitals()) {
                for (int number = 1; number <= Consortium.OFFICERS_PER_HOSPITAL; number++) {
                    OfficerKeys.open(layout.officers(), hospital.id(), number, enrollment)
                            .close();
                }
            }
        }
    }

    /** The members' officers' keys, for whoever acts them; to be closed. */
    List<OfficerKeys> officers() throws IOException {
        return officers(settings.members());
    }

    /** These hospitals' officers' keys; to be closed. */
    List<OfficerKeys> officers(List<Hospital> hospitals) throws IOException {
        var officers = new ArrayList<OfficerKeys>();
        for (var hospital : hospitals) {
            officers.addAll(OfficerKeys.readAll(layout.officers(), hospital.id()));
        }
        return officers;
    }

    /** What every hospital's contract process is told, whoever joined later, and the first call must say. */
    Founding founding() throws IOException {
        List<OfficerKeys> officers = officers(Consortium.FOUNDERS);
        try {
            return new Founding(
                    networkId(), officers.stream().map(OfficerKeys::officer).toList());
        } finally {
            officers.forEach(OfficerKeys::close);
        }
    }
}
