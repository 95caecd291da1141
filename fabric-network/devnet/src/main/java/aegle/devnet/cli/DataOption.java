// SPDX-License-Identifier: Apache-2.0

package aegle.devnet.cli;

import aegle.devnet.Devnet;
import aegle.devnet.EmbeddedDevnet;
import aegle.devnet.FabricDevnet;
import aegle.devnet.process.Node;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which network a command is about. */
final class DataOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "the network's folder; $${XDG_STATE_HOME:-~/.local/state}/aegle-devnet if left out")
    private @Nullable Path folder;

    Path folder() {
        return folder == null ? DevnetCommand.usualFolder() : folder;
    }

    /**
     * The network there.
     *
     * @throws IOException if there is none
     */
    Devnet network() throws IOException {
        return Devnet.find(folder())
                .orElseThrow(() -> new IOException("there is no network in " + folder() + "; devnet up makes one"));
    }

    /**
     * The network there, made of Fabric's nodes.
     *
     * @throws IOException if there is none, or another one
     */
    FabricDevnet fabric() throws IOException {
        return switch (network()) {
            case FabricDevnet fabric -> fabric;
            case EmbeddedDevnet _ ->
                throw new IOException(
                        "an embedded network has no hospitals that could join, nor versions of its contract");
        };
    }

    Node node(String name) throws IOException {
        Devnet network = network();
        return network.node(name)
                .orElseThrow(() -> new IOException("there is no node " + name + "; there are "
                        + String.join(
                                ", ", network.nodes().stream().map(Node::name).toList())));
    }
}
