// SPDX-License-Identifier: Apache-2.0

package aegle.devnet;

import aegle.devnet.Consortium.Orderer;
import aegle.devnet.material.ConfigurationTemplate;
import aegle.devnet.material.ContractTls;
import aegle.devnet.process.Health;
import aegle.devnet.process.Node;
import aegle.devnet.process.Node.Description;
import aegle.devnet.process.NodeCommand;
import aegle.devnet.process.NodeProcess;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The nodes that are Fabric's own programs: orderers, peers and the users' certificate authority. */
final class FabricNodes {
    static final String AUTHORITY = "fabric-ca";
    static final String REGISTRAR = "membership-registrar";
    /** The units for real hosts say the same. */
    static final Map<String, String> LOGGING = Map.of(
            "FABRIC_LOGGING_SPEC", "info:grpc=error:comm.grpc.server=warning:gossip=warning",
            "FABRIC_LOGGING_FORMAT", "%{time:2006-01-02 15:04:05.000} %{level:.5s} [%{module}] %{message}");

    private final DevnetLayout layout;
    private final NetworkSettings settings;
    private final ToolSource tools;

    FabricNodes(DevnetLayout layout, NetworkSettings settings, ToolSource tools) {
        this.layout = layout;
        this.settings = settings;
        this.tools = tools;
    }

    /** The ports that one of them needs, by their names in the settings. */
    static List<String> ordererPorts(Orderer orderer) {
        return List.of(orderer.node(), orderer.node() + "-admin", orderer.node() + "-operations");
    }

    static List<String> peerPorts(Hospital hospital) {
        return List.of(hospital.peer(), hospital.peer() + "-chaincode", hospital.peer() + "-operations");
    }

    static List<String> authorityPorts() {
        return List.of(AUTHORITY, AUTHORITY + "-operations");
    }

    Node orderer(Orderer orderer) throws IOException {
        String name = orderer.node();
        Path tlsRoot = layout.ordererCrypto(orderer).resolve("tlsca/tlsca." + orderer.domain() + "-cert.pem");
        return new Node(
                new Description(name, "orderer", settings.address(name)),
                process(name),
                () -> ordererCommand(orderer),
                Health.all(List.of(healthy(name), Health.speaksGrpc(settings.port(name), tlsRoot))));
    }

    private NodeCommand ordererCommand(Orderer orderer) throws IOException {
        String name = orderer.node();
        Path folder = layout.madeNode(name);
        Path crypto = layout.ordererCrypto(orderer).resolve("orderers/orderer." + orderer.domain());
        ConfigurationTemplate.named("orderer.yaml")
                .write(
                        folder.resolve("orderer.yaml"),
                        Map.of(
                                "listen", PortBlock.LOOPBACK,
                                "port", port(name),
                                "admin-port", port(name + "-admin"),
                                "operations-port", port(name + "-operations"),
                                "msp-id", orderer.mspId(),
                                "crypto", crypto.toString(),
                                "data", folder.toString()));
        return fabric(List.of(tools.tools().orderer().toString()), folder, Map.of());
    }

    Node peer(Hospital hospital) throws IOException {
        String name = hospital.peer();
        Path tlsRoot = layout.peerTlsRoot(hospital);
        return new Node(
                new Description(name, "peer of " + hospital.displayName(), settings.address(name)),
                process(name),
                () -> peerCommand(hospital),
                Health.all(List.of(healthy(name), Health.speaksGrpc(settings.port(name), tlsRoot))));
    }

    private NodeCommand peerCommand(Hospital hospital) throws IOException {
        String name = hospital.peer();
        Path folder = layout.madeNode(name);
        Path crypto = layout.peerCrypto(hospital).resolve("peers/peer." + hospital.domain());
        ConfigurationTemplate.named("core.yaml")
                .write(
                        folder.resolve("core.yaml"),
                        Map.of(
                                "name", name,
                                "listen", PortBlock.LOOPBACK,
                                "host", PortBlock.LOOPBACK,
                                "port", port(name),
                                "chaincode-port", port(name + "-chaincode"),
                                "operations-port", port(name + "-operations"),
                                "msp-id", hospital.id().value(),
                                "crypto", crypto.toString(),
                                "data", folder.resolve("data").toString(),
                                "ccaas-builder", tools.tools().ccaasBuilder().toString()));
        var contract = new ContractTls(
                TlsFiles.root(layout), crypto.resolve("tls/server.crt"), crypto.resolve("tls/server.key"));
        return fabric(List.of(tools.tools().peer().toString(), "node", "start"), folder, contract.builderEnvironment());
    }

    Node authority() throws IOException {
        var asked = "https://" + settings.address(AUTHORITY) + "/cainfo";
        return new Node(
                new Description(AUTHORITY, "certificate authority", settings.address(AUTHORITY)),
                process(AUTHORITY),
                this::authorityCommand,
                Health.all(List.of(
                        healthy(AUTHORITY), Health.answers(HttpURLConnection.HTTP_OK, asked, TlsFiles.root(layout)))));
    }

    private NodeCommand authorityCommand() throws IOException {
        Path folder = layout.madeNode(AUTHORITY);
        TlsFiles.issue(layout, folder);
        ConfigurationTemplate.named("fabric-ca-server-config.yaml")
                .write(
                        folder.resolve("fabric-ca-server-config.yaml"),
                        Map.of(
                                "port", port(AUTHORITY),
                                "operations-port", port(AUTHORITY + "-operations"),
                                "home", folder.toString(),
                                "registrar", REGISTRAR,
                                "registrar-secret", settings.secret(REGISTRAR)));
        return new NodeCommand(
                List.of(tools.tools().fabricCaServer().toString(), "start", "--home", folder.toString()),
                Map.of(),
                folder);
    }

    private NodeCommand fabric(List<String> command, Path folder, Map<String, String> more) {
        var environment = new java.util.TreeMap<>(LOGGING);
        environment.put("FABRIC_CFG_PATH", folder.toString());
        environment.putAll(more);
        return new NodeCommand(command, environment, folder);
    }

    private Health healthy(String name) throws IOException {
        return Health.answers("http://" + settings.address(name + "-operations") + "/healthz");
    }

    private NodeProcess process(String name) {
        return new NodeProcess(layout.process(name), layout.log(name));
    }

    private String port(String name) throws IOException {
        return Integer.toString(settings.port(name));
    }
}
