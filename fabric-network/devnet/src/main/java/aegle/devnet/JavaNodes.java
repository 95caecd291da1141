// SPDX-License-Identifier: Apache-2.0

package aegle.devnet;

import aegle.devnet.material.ConfigurationTemplate;
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
    /**
     * A small first heap keeps the young generation small; otherwise it takes 35 MiB on a large machine before it is ever cleaned.
     * gRPC's Netty takes its buffers from one arena of small chunks instead of several of 4 MiB.
     */
    private static final List<String> SMALL = List.of(
            "-Xms24m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseCompactObjectHeaders",
            "-Dio.grpc.netty.shaded.io.netty.allocator.numDirectArenas=1",
            "-Dio.grpc.netty.shaded.io.netty.allocator.numHeapArenas=1",
            "-Dio.grpc.netty.shaded.io.netty.allocator.maxOrder=5");

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

    Node contract(Hospital hospital, int version) throws IOException {
        String name = hospital.contract(version);
        return node(
                new Description(name, "contract of " + hospital.displayName(), settings.address(name)),
                () -> contractCommand(hospital, version),
                Health.speaksGrpc(settings.port(name), TlsFiles.root(layout)));
    }

    private NodeCommand contractCommand(Hospital hospital, int version) throws IOException {
        String name = hospital.contract(version);
        Path folder = layout.madeNode(name);
        TlsFiles.issue(layout, folder);
        var values = new TreeMap<String, String>();
        values.put("package-id", foundation.contractPackage(hospital, version).id());
        values.put("address", settings.address(name));
        values.put("tls-certificate", folder.resolve(TlsFiles.CERTIFICATE).toString());
        values.put("tls-key", folder.resolve(TlsFiles.KEY).toString());
        values.put("peer-tls-root", layout.peerTlsRoot(hospital).toString());
        values.put("channel", Consortium.CHANNEL);
        values.put("contract", Consortium.CONTRACT);
        values.put("network-id", foundation.networkId().hex());
        values.put("officers", officers());
        values.put("stores", stores(hospital, folder));
        var environment = ConfigurationTemplate.named("contract.env").environment(values);
        return java(programs.contract(), List.of("-Xmx128m"), environment, folder);
    }

    private String officers() throws IOException {
        var lines = new ArrayList<String>();
        for (Officer officer : foundation.founding().officers()) {
            lines.add("AEGLE_OFFICER_" + lines.size() + "=" + officer.key().hex() + "@" + officer.hospital());
        }
        return String.join("\n", lines);
    }

    private String stores(Hospital hospital, Path folder) throws IOException {
        var texts = new StringBuilder();
        for (int i = 0; i < Consortium.STORES.size(); i++) {
            String store = Consortium.STORES.get(i);
            Path secret = folder.resolve(store + ".secret");
            var key = StoreKey.ofContract(settings, hospital, store);
            OwnerFile.write(secret, key.secret());
            texts.append(ConfigurationTemplate.named("contract-store.env")
                    .filled(Map.of(
                            "number",
                            Integer.toString(i),
                            "id",
                            store,
                            "endpoint",
                            StoreNodes.endpoint(settings, store),
                            "region",
                            Consortium.REGION,
                            "bucket",
                            Consortium.BUCKET,
                            "access-key",
                            key.access(),
                            "secret-key-file",
                            secret.toString())));
        }
        return texts.toString();
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
        environment.putAll(ConfigurationTemplate.named("membership.env")
                .environment(Map.of(
                        "profile", layout.profile().toString(),
                        "address", settings.address(MEMBERSHIP),
                        "folder", folder.toString(),
                        "tls-certificate", folder.resolve(TlsFiles.CERTIFICATE).toString(),
                        "tls-key", folder.resolve(TlsFiles.KEY).toString())));
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
