// SPDX-License-Identifier: Apache-2.0

package aegle.devnet.cli;

import aegle.devnet.Devnet;
import aegle.sharing.ConnectionProfile.NetworkKind;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code devnet up}: starts a network, the first time founds it, and prints its table. */
@Command(name = "up", description = "Start the network; the first time, found it.", mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--network",
            paramLabel = "KIND",
            description = "${COMPLETION-CANDIDATES}; what is there already, or fabric, if left out")
    private @Nullable NetworkKind kind;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        long start = System.nanoTime();
        Devnet network = Devnet.at(data.folder(), wanted());
        network.up();
        var out = spec.commandLine().getOut();
        new NodeTable(network).print(out);
        out.printf(
                "Up after %.1f s. Programs connect with %s%n",
                Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0,
                network.layout().profile());
        out.flush();
        return 0;
    }

    private NetworkKind wanted() throws IOException {
        if (kind != null) {
            return kind;
        }
        return Devnet.find(data.folder()).map(Devnet::kind).orElse(NetworkKind.FABRIC);
    }
}
