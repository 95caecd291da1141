// SPDX-License-Identifier: Apache-2.0

package aegle.devnet;

import aegle.devnet.process.Node;
import aegle.devnet.tool.FabricTools;
import aegle.embedded.OfficerKeys;
import aegle.embedded.StaffedNetwork;
import aegle.sharing.ConnectionProfile;
import aegle.sharing.ConnectionProfile.NetworkKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A running network of real Fabric nodes, for tests and players: the counterpart of {@code EmbeddedNetwork}. Its officers approve
 * nobody by themselves.
 *
 * <pre>{@code
 * try (var network = FabricNetwork.start(folder)) {
 *     network.node("orderer2").kill();
 *     …
 *     network.node("orderer2").start();
 * }
 * }</pre>
 */
public final class FabricNetwork implements StaffedNetwork {
    private final FabricDevnet devnet;
    private final ConnectionProfile profile;
    private final List<OfficerKeys> officers;
    private final Ending ending;

    private FabricNetwork(FabricDevnet devnet, Ending ending) throws IOException {
        this.devnet = devnet;
        this.profile = ConnectionProfile.read(devnet.layout().profile());
        this.officers = devnet.foundation().officers();
        this.ending = ending;
    }

    /**
     * Start the network in a folder; the first time, found it. Closing stops it.
     *
     * @throws aegle.devnet.tool.MissingToolsException if Fabric's programs are not on PATH
     * @throws IOException if the folder cannot be used, or a node does not become well
     */
    public static FabricNetwork start(Path folder) throws IOException {
        return start(folder, Ending.STOP);
    }

    /**
     * Found a network in a folder of its own. Closing stops it and removes the folder; if founding fails, the folder stays for its
     * logs.
     *
     * @throws aegle.devnet.tool.MissingToolsException if Fabric's programs are not on PATH
     * @throws IOException if a node does not become well
     */
    public static FabricNetwork startForNow() throws IOException {
        FabricTools.onPath();
        return start(Files.createTempDirectory("aegle-fabric-"), Ending.REMOVE);
    }

    private static FabricNetwork start(Path folder, Ending ending) throws IOException {
        var devnet = fabric(Devnet.at(folder, NetworkKind.FABRIC));
        devnet.upWithoutOffice();
        return new FabricNetwork(devnet, ending);
    }

    /**
     * Connect to a network that {@code devnet up} has started. Closing leaves it as it is.
     *
     * @throws IOException if none runs there
     */
    public static FabricNetwork connect(Path folder) throws IOException {
        Optional<Devnet> found = Devnet.find(folder);
        if (found.isEmpty() || !Files.exists(found.get().layout().ready())) {
            throw new IOException("no network runs in " + folder);
        }
        return new FabricNetwork(fabric(found.get()), Ending.LEAVE);
    }

    private static FabricDevnet fabric(Devnet devnet) throws IOException {
        return switch (devnet) {
            case FabricDevnet fabric -> fabric;
            case EmbeddedDevnet embedded ->
                throw new IOException(embedded.layout().root() + " holds an embedded network");
        };
    }

    /** How programs find this network; also written to {@code connection-profile.json} in its folder. */
    @Override
    public ConnectionProfile profile() {
        return profile;
    }

    /** The invented officers, two of each hospital, the first hospital's first. */
    @Override
    public List<OfficerKeys> officers() {
        return officers;
    }

    /** The hospitals, in the profile's order. */
    public List<Hospital> hospitals() {
        return devnet.hospitals();
    }

    /** All nodes. */
    public List<Node> nodes() {
        return devnet.nodes();
    }

    /**
     * One node: to be killed, started, frozen.
     *
     * @param name as the table has it: {@code orderer1}, {@code peer-north}, {@code contract-north}, {@code store-1}, {@code
     *     fabric-ca}, {@code membership}
     */
    public Node node(String name) {
        return devnet.node(name).orElseThrow(() -> new IllegalArgumentException("there is no node " + name));
    }

    /**
     * The orderer that leads, as of the latest block; nobody while the leader changes.
     *
     * @throws IOException if an orderer does not answer
     */
    public Optional<Node> leader() throws IOException {
        return devnet.leadership().leader().map(orderer -> node(orderer.node()));
    }

    /** Where all its nodes keep everything: ledgers, stores, logs. */
    public Path folder() {
        return devnet.layout().root();
    }

    DevnetLayout layout() {
        return devnet.layout();
    }

    /** Close the officers' keys and, if this object has started the network, stop it. */
    @Override
    public void close() {
        officers.forEach(OfficerKeys::close);
        try {
            if (ending != Ending.LEAVE) {
                devnet.down();
            }
            if (ending == Ending.REMOVE) {
                remove(devnet.layout().root());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the network could not be stopped", e);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** What closing does with the network. */
    private enum Ending {
        LEAVE,
        STOP,
        REMOVE
    }
}
