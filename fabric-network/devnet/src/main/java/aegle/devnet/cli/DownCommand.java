// SPDX-License-Identifier: Apache-2.0

package aegle.devnet.cli;

import aegle.devnet.Devnet;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code devnet down}: stops everything and leaves the data. */
@Command(name = "down", description = "Stop every node; the data stay.", mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Optional<Devnet> network = Devnet.find(data.folder());
        if (network.isPresent()) {
            network.get().down();
        }
        var out = spec.commandLine().getOut();
        out.println("Nothing of " + data.folder() + " is running.");
        out.flush();
        return 0;
    }
}
