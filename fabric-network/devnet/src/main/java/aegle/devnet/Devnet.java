// SPDX-License-Identifier: Apache-2.0

package aegle.devnet;

import aegle.devnet.material.ContractPackage;
import aegle.devnet.process.Node;
import aegle.devnet.process.Together;
import aegle.sharing.ConnectionProfile.NetworkKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** A network in a folder of this computer, running or not. */
public sealed interface Devnet permits FabricDevnet, EmbeddedDevnet {

    /** The network in a folder; none if none was founded there. */
    static Optional<Devnet> find(Path folder) throws IOException {
        return find(folder, AeglePrograms.standard());
    }

    private static Optional<Devnet> find(Path folder, AeglePrograms programs) throws IOException {
        var layout = new DevnetLayout(folder.toAbsolutePath().normalize());
        Optional<NetworkSettings> settings = NetworkSettings.find(layout.settings());
        return settings.isEmpty() ? Optional.empty() : Optional.of(of(layout, settings.get(), programs));
    }

    /**
     * The network in a folder, which becomes a new one if none was founded there.
     *
     * @throws IOException if there is one of the other kind
     */
    static Devnet at(Path folder, NetworkKind kind) throws IOException {
        return at(folder, kind, AeglePrograms.standard());
    }

    /** Likewise, with other programs as nodes. */
    static Devnet at(Path folder, NetworkKind kind, AeglePrograms programs) throws IOException {
        Optional<Devnet> there = find(folder, programs);
        if (there.isPresent()) {
            if (there.get().kind() != kind) {
                throw new IOException(folder + " holds another kind of network: "
                        + there.get().kind());
            }
            return there.get();
        }
        var layout = new DevnetLayout(folder.toAbsolutePath().normalize());
        return switch (kind) {
            case FABRIC -> FabricDevnet.found(layout, ToolSource.onPath(), programs);
            case EMBEDDED -> EmbeddedDevnet.found(layout, programs);
        };
    }

    private static Devnet of(DevnetLayout layout, NetworkSettings settings, AeglePrograms programs) throws IOException {
        return switch (settings.kind()) {
            case FABRIC ->
                new FabricDevnet(
                        layout,
                        settings,
                        new FabricDevnet.Surroundings(
                                ToolSource.onPath(), programs, Clock.tickMillis(ZoneOffset.UTC), new SecureRandom()));
            case EMBEDDED -> new EmbeddedDevnet(layout, programs);
        };
    }

    /** What a hospital installs on its peer to have it ask the process of this version at that address. */
    static ContractPackage contractPackage(int version, String address) {
        return ContractPackage.labelled(Consortium.CONTRACT + "_" + version, address);
    }

    NetworkKind kind();

    DevnetLayout layout();

    /** All nodes, in the order in which the table has them. */
    List<Node> nodes();

    /**
     * Start what does not run, and return when programs may connect; the first time, found the network. If it fails, whatever this
     * call has started is stopped again.
     *
     * @throws IOException if a program is missing, a port taken, or a node not well
     */
    void up() throws IOException;

    /** Stop everything that runs. */
    default void down() throws IOException {
        try (var _ = FolderLock.take(layout().lock())) {
            stop();
        }
    }

    /** Stops everything; the caller has the lock. */
    private void stop() throws IOException {
        Files.deleteIfExists(layout().ready());
        Together.each(nodes(), Node::terminate);
        Together.each(nodes(), Node::awaitEnd);
    }

    /** Finds a node by its name. */
    default Optional<Node> node(String name) {
        return nodes().stream().filter(node -> node.name().equals(name)).findFirst();
    }
}
