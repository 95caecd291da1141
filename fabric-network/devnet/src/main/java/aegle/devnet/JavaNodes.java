// SPDX-License-Identifier: Apache-2.0

package aegle.devnet;

import aegle.devnet.material.OwnerFile;
import aegle.devnet.node.MembershipProcess;
import aegle.devnet.node.OfficeProcess;
import aegle.devnet.process.Health;
import aegle.devnet.process.Node;
import aegle.devnet.process.Node.Description;
import aegle.devnet.process.NodeCommand;
import aegle.devnet.process.NodeProcess;
import aegle.record.member.Officer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The nodes that are Aegle's own programs: the contract beside each peer, the membership service, and the office whose invented
 * officers approve every applicant.
 */
final class JavaNodes {
    static final String MEMBERSHIP = "membership";
    static final String OFFICE = "office";
    /** A small first heap keeps the young generation small; otherwise it takes 35 MiB on a large machine before it is ever cleaned. */
    private static final List<String> SMALL = List.of("-Xms24m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final DevnetLayout layout;
    private final NetworkSettings settings;
    private final Foundation foundation;
    private final AeglePrograms programs;

    JavaNodes(DevnetLayout layout, NetworkSettings settings, Foundation foundation, AeglePrograms programs) {
        this.layout = layout;
        this.settings = settings;
        this.foundation = foundation;
        this.programs = programs;
    }

    Node contract(Hospital hospital) throws IOException {
        String name = hospital.contract();
        return node(
                new Description(name, "contract of " + hospital.displayName(), settings.address(name)),
                () -> contractCommand(hospital),
                Health.speaksGrpc(settings.port(name), TlsFiles.root(layout)));
    }

    private NodeCommand contractCommand(Hospital hospital) throws IOException {
        String name = hospital.contract();
        Path folder = layout.madeNode(name);
        TlsFiles.issue(layout, folder);
        var environment = new TreeMap<String, String>();
        environment.put("CORE_CHAINCODE_ID_NAME", foundation.contractPackage().id());
        environment.put("CORE_CHAINCODE_LOGGING_LEVEL", "WARNING");
        environment.put("CORE_CHAINCODE_LOGGING_SHIM", "WARNING");
        environment.put("AEGLE_CONTRACT_ADDRESS", settings.address(name));
        environment.put(
                "AEGLE_CONTRACT_TLS_CERTIFICATE",
                folder.resolve(TlsFiles.CERTIFICATE).toString());
        environment.put("AEGLE_CONTRACT_TLS_KEY", folder.resolve(TlsFiles.KEY).toString());
        environment.put(
                "AEGLE_CONTRACT_TLS_PEER_ROOT", layout.peerTlsRoot(hospital).toString());
        environment.put("AEGLE_CHANNEL", Consortium.CHANNEL);
        environment.put("AEGLE_CONTRACT", Consortium.CONTRACT);
        environment.put("AEGLE_NETWORK_ID", foundation.networkId().hex());
        List<Officer> officers = foundation.founding().officers();
        for (int i = 0; i < officers.size(); i++) {
            var officer = officers.get(i);
            environment.put("AEGLE_OFFICER_" + i, officer.key().hex() + "@" + officer.hospital());
        }
        for (int i = 0; i < Consortium.STORES.size(); i++) {
            environment.putAll(store("AEGLE_STORE_" + i, Consortium.STORES.get(i), hospital));
        }
        return java(programs.contract(), List.of("-Xmx128m"), environment, folder);
    }

    private Map<String, String> store(String prefix, String store, Hospital hospital) throws IOException {
        var key = StoreKey.ofContract(settings, hospital, store);
        Path secret = layout.node(hospital.contract()).resolve(store + ".secret");
        OwnerFile.write(secret, key.secret());
        return Map.of(
                prefix + "_ID",
                store,
                prefix + "_ENDPOINT",
                StoreNodes.endpoint(settings, store),
                prefix + "_REGION",
                Consortium.REGION,
                prefix + "_BUCKET",
                Consortium.BUCKET,
                prefix + "_ACCESS_KEY",
                key.access(),
                prefix + "_SECRET_KEY_FILE",
                secret.toString());
    }

    Node membership() throws IOException {
        String address = settings.address(MEMBERSHIP);
        return node(
                new Description(MEMBERSHIP, "membership service", address),
                this::membershipCommand,
                Health.answers(HttpURLConnection.HTTP_NOT_FOUND, "https://" + address + "/", TlsFiles.root(layout)));
    }

    private NodeCommand membershipCommand() throws IOException {
        Path folder = layout.madeNode(MEMBERSHIP);
        TlsFiles.issue(layout, folder);
        var environment = new TreeMap<>(foundation.authorityEnvironment());
        environment.put("AEGLE_MEMBERSHIP_ADDRESS", settings.address(MEMBERSHIP));
        environment.put("AEGLE_MEMBERSHIP_FOLDER", folder.toString());
        environment.put(
                "AEGLE_MEMBERSHIP_TLS_CERTIFICATE",
                folder.resolve(TlsFiles.CERTIFICATE).toString());
        environment.put("AEGLE_MEMBERSHIP_TLS_KEY", folder.resolve(TlsFiles.KEY).toString());
        environment.put("AEGLE_CONNECTION_PROFILE", layout.profile().toString());
        return java(MembershipProcess.class, List.of("-Xmx192m"), environment, folder);
    }

    /** Its officers verify nobody; hospitals' own do. */
    Node office() {
        Path ready = layout.node(OFFICE).resolve("ready");
        return node(
                new Description(OFFICE, "invented officers", ""),
                () -> officeCommand(ready),
                () -> Files.exists(ready) ? Optional.empty() : Optional.of("has not opened"));
    }

    private NodeCommand officeCommand(Path ready) throws IOException {
        Path folder = layout.madeNode(OFFICE);
        Files.deleteIfExists(ready);
        return java(
                OfficeProcess.class,
                List.of("-Xmx128m"),
                Map.of(
                        "AEGLE_CONNECTION_PROFILE", layout.profile().toString(),
                        "AEGLE_OFFICERS", layout.officers().toString(),
                        "AEGLE_READY", ready.toString()),
                folder);
    }

    private Node node(Description description, Node.Preparation preparation, Health health) {
        var process = new NodeProcess(layout.process(description.name()), layout.log(description.name()));
        return new Node(description, process, preparation, health);
    }

    private NodeCommand java(Class<?> main, List<String> memory, Map<String, String> environment, Path folder)
            throws IOException {
        return new JavaCommand(main, concat(memory, SMALL)).in(folder, environment);
    }

    private static List<String> concat(List<String> first, List<String> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
