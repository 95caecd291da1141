// SPDX-License-Identifier: Apache-2.0

package aegle.devnet;

import aegle.devnet.process.Node;
import aegle.devnet.process.Together;
import aegle.devnet.tool.FabricTools;
import aegle.sharing.ConnectionProfile.NetworkKind;
import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A network of real Fabric nodes on this computer: four orderers, four hospitals with a peer and a contract process each, Fabric CA
 * behind the membership service, two S3 stores, and an office of invented officers.
 */
public final class FabricDevnet implements Devnet {
    private static final Logger LOG = LoggerFactory.getLogger(FabricDevnet.class);

    private final DevnetLayout layout;
    private final NetworkSettings settings;
    private final Surroundings surroundings;
    private final Foundation foundation;
    private final FabricNodes fabric;
    private final JavaNodes java;
    private final Node authority;
    private final List<Node> stores = new ArrayList<>();
    private final List<Node> orderers = new ArrayList<>();
    private final List<Node> peers = new ArrayList<>();
    private final List<Node> contracts = new ArrayList<>();
    private final Node membership;
    private final Node office;

    FabricDevnet(DevnetLayout layout, NetworkSettings settings, Surroundings surroundings) throws IOException {
        this.layout = layout;
        this.settings = settings;
        this.surroundings = surroundings;
        this.foundation = new Foundation(layout, settings);
        this.fabric = new FabricNodes(layout, settings, surroundings.tools());
        this.java = new JavaNodes(layout, settings, foundation, surroundings.programs());
        var buckets = new StoreNodes(layout, settings, surroundings.tools());
        for (var orderer : Consortium.ORDERERS) {
            orderers.add(fabric.orderer(orderer));
        }
        for (String store : Consortium.STORES) {
            stores.add(buckets.store(store));
        }
        this.authority = fabric.authority();
        this.membership = java.membership();
        this.office = java.office();
        assembleHospitals();
    }

    /** Makes the list of the hospitals' nodes, which changes when one joins or leaves and while the contract is upgraded. */
    private void assembleHospitals() throws IOException {
        peers.clear();
        contracts.clear();
        for (var hospital : settings.hospitals()) {
            peers.add(peer(hospital));
            for (int version : settings.contractVersions()) {
                contracts.add(contract(hospital, version));
            }
        }
    }

    Node peer(Hospital hospital) throws IOException {
        return fabric.peer(hospital);
    }

    Node contract(Hospital hospital, int version) throws IOException {
        return java.contract(hospital, version);
    }

    /** A network that is to be founded: its ports and secrets are chosen. */
    static FabricDevnet found(DevnetLayout layout, ToolSource tools, AeglePrograms programs) throws IOException {
        tools.tools();
        layout.make();
        var random = new SecureRandom();
        var settings =
                NetworkSettings.choose(layout.settings(), NetworkKind.FABRIC, portNames(), secretNames(), random);
        return new FabricDevnet(
                layout, settings, new Surroundings(tools, programs, Clock.tickMillis(ZoneOffset.UTC), random));
    }

    private static List<String> portNames() {
        var names = new ArrayList<String>();
        Consortium.ORDERERS.forEach(orderer -> names.addAll(FabricNodes.ordererPorts(orderer)));
        Consortium.FOUNDERS.forEach(hospital -> names.addAll(portNames(hospital, 1)));
        names.addAll(FabricNodes.authorityPorts());
        names.add(JavaNodes.MEMBERSHIP);
        names.addAll(Consortium.STORES);
        return names;
    }

    /** The ports that a hospital's nodes need. */
    static List<String> portNames(Hospital hospital, int contractVersion) {
        var names = new ArrayList<>(FabricNodes.peerPorts(hospital));
        names.add(hospital.contract(contractVersion));
        return names;
    }

    private static List<String> secretNames() {
        var names = new ArrayList<String>();
        names.add(FabricNodes.REGISTRAR);
        for (String store : Consortium.STORES) {
            names.add(StoreNodes.administrator(store));
        }
        Consortium.FOUNDERS.forEach(hospital -> names.addAll(secretNames(hospital)));
        return names;
    }

    /** The secrets of a hospital's keys, one of each store. */
    static List<String> secretNames(Hospital hospital) {
        return Consortium.STORES.stream()
                .map(store -> StoreKey.contractSecret(hospital, store))
                .toList();
    }

    @Override
    public NetworkKind kind() {
        return NetworkKind.FABRIC;
    }

    @Override
    public DevnetLayout layout() {
        return layout;
    }

    Foundation foundation() {
        return foundation;
    }

    NetworkSettings settings() {
        return settings;
    }

    Clock clock() {
        return surroundings.clock();
    }

    Leadership leadership() {
        return new Leadership(settings);
    }

    SecureRandom random() {
        return surroundings.random();
    }

    @Override
    public List<Node> nodes() {
        var nodes = new ArrayList<>(withoutOffice());
        nodes.add(office);
        return nodes;
    }

    private List<Node> withoutOffice() {
        var nodes = new ArrayList<>(orderers);
        nodes.addAll(peers);
        nodes.addAll(contracts);
        nodes.addAll(stores);
        nodes.add(authority);
        nodes.add(membership);
        return nodes;
    }

    @Override
    public void up() throws IOException {
        upWithoutOffice();
        office.start();
    }

    /** Start everything but the office, for tests that act the officers themselves. */
    void upWithoutOffice() throws IOException {
        try (var _ = FolderLock.take(layout.lock())) {
            var before = running();
            boolean well = false;
            try {
                start(surroundings.tools().tools());
                well = true;
            } finally {
                if (!well) {
                    stopAllBut(before);
                }
            }
        }
    }

    /**
     * Bring a hospital into the running network, or complete what was interrupted. For a member whose peer has lost its data: bring
     * the peer back.
     *
     * @throws IOException if the network is not up, or a step fails; what was done stays, and the next call goes on
     */
    public void join(Hospital hospital) throws IOException {
        change(tools -> new HospitalAdmission(this, tools).join(hospital));
    }

    /**
     * Bring a hospital that has joined out of the running network, or complete what was interrupted. Its data stay in its folder.
     *
     * @throws IOException likewise
     */
    public void leave(Hospital hospital) throws IOException {
        change(tools -> new HospitalAdmission(this, tools).leave(hospital));
    }

    /**
     * Bring the contract of this build into the running network as its next version, or complete what was interrupted.
     *
     * @throws IOException likewise
     */
    public void upgradeContract() throws IOException {
        change(tools -> new ContractUpgrade(this, tools).run());
    }

    private void change(Together.Work<FabricTools> work) throws IOException {
        try (var _ = FolderLock.take(layout.lock())) {
            if (!Files.exists(layout.ready())) {
                throw new IOException("no network runs in " + layout.root() + "; devnet up starts it");
            }
            work.with(surroundings.tools().tools());
        } finally {
            assembleHospitals();
        }
        // its officers are those of the hospitals that the profile names
        if (office.running().isPresent()) {
            office.terminate();
            office.awaitEnd();
            office.start();
        }
    }

    /** The hospitals that programs reach. */
    List<Hospital> hospitals() {
        return settings.members();
    }

    /** A hospital that has nodes here. */
    public Optional<Hospital> hospital(String key) {
        return settings.hospitals().stream()
                .filter(hospital -> hospital.key().equals(key))
                .findFirst();
    }

    private List<String> running() throws IOException {
        var names = new ArrayList<String>();
        for (Node node : nodes()) {
            if (node.running().isPresent()) {
                names.add(node.name());
            }
        }
        return names;
    }

    private void stopAllBut(List<String> names) throws IOException {
        List<Node> mine =
                nodes().stream().filter(node -> !names.contains(node.name())).toList();
        Together.each(mine, Node::terminate);
        Together.each(mine, Node::awaitEnd);
    }

    private void start(FabricTools found) throws IOException {
        requirePorts();
        LOG.info("Starting the Fabric network in {}", layout.root());
        foundation.makeKeys(found);
        TlsFiles.makeRoot(layout);
        Together.each(stores, Node::launch);
        authority.start();
        foundation.makeFirstBlock(found, surroundings.clock(), surroundings.random());
        Together.each(orderers, Node::launch);
        Together.each(peers, Node::launch);
        foundation.enrollOfficers(surroundings.clock(), surroundings.random());
        var profile = new ProfileWriting(layout, settings, foundation).write();
        Together.each(contracts, Node::launch);
        membership.launch();
        Together.each(stores, Node::awaitWell);
        prepareStores(found, settings.hospitals());
        Together.each(withoutOffice(), Node::awaitWell);
        if (!Files.exists(layout.founded())) {
            LOG.info("Founding the channel");
            var administrators = new Administrators(layout, settings, found);
            new ChannelFounding(settings, administrators, new ContractLifecycle(layout, foundation, administrators))
                    .run();
        }
        new FirstCalls(profile, foundation, surroundings.clock()).run();
        Files.writeString(layout.founded(), foundation.networkId().hex());
        Files.writeString(layout.ready(), "");
    }

    /** Has every store know these hospitals' keys. */
    void prepareStores(FabricTools found, List<Hospital> hospitals) throws IOException {
        Together.each(Consortium.STORES, name -> {
            try (var store = StoreAdministration.of(layout, settings, name)) {
                StoreBucket.make(store);
                new StoreKeyring(store, StoreKey.ofContracts(settings, hospitals, name))
                        .admit(found.storeServer().kind());
            }
        });
    }

    /** Has no store know a hospital's key any more; the others' stay. */
    void withdrawStoreKeys(FabricTools found, Hospital hospital, List<Hospital> others) throws IOException {
        prepareStores(found, others);
        Together.each(Consortium.STORES, name -> {
            try (var store = StoreAdministration.of(layout, settings, name)) {
                new StoreKeyring(store, StoreKey.ofContracts(settings, List.of(hospital), name))
                        .withdraw(found.storeServer().kind());
            }
        });
    }

    /** A port that was free when the network was founded may be somebody else's now. */
    private void requirePorts() throws IOException {
        if (running().isEmpty()) {
            for (String name : settings.portNames()) {
                if (!PortBlock.isFree(settings.port(name))) {
                    throw new IOException("port " + settings.port(name) + " of " + name
                            + " is taken by another program; the network keeps the ports it was founded with");
                }
            }
        }
    }

    /** What the network is made of besides its folder. */
    record Surroundings(ToolSource tools, AeglePrograms programs, Clock clock, SecureRandom random) {}
}
