// SPDX-License-Identifier: Apache-2.0

package aegle.devnet.cli;

import aegle.devnet.FabricDevnet;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code devnet upgrade}: brings this build's contract into the running network as the next version, and prints its table. */
@Command(
        name = "upgrade",
        description = "Bring this build's contract into the running network as its next version.",
        mixinStandardHelpOptions = true)
final class UpgradeCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        FabricDevnet network = data.fabric();
        network.upgradeContract();
        new NodeTable(network).print(spec.commandLine().getOut());
        return 0;
    }
}
