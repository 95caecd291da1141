// SPDX-License-Identifier: Apache-2.0

package aegle.devnet.cli;

import aegle.devnet.FabricDevnet;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code devnet leave HOSPITAL}: brings a hospital that has joined out of the running network, and prints its table. */
@Command(
        name = "leave",
        description = "Bring a hospital that has joined out of the running network; its data stay in its folder.",
        mixinStandardHelpOptions = true)
final class LeaveCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Parameters(paramLabel = "HOSPITAL", description = "the short name that it joined with")
    private String key = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        FabricDevnet network = data.fabric();
        network.leave(network.hospital(key).orElseThrow(() -> new IOException("there is no hospital " + key)));
        new NodeTable(network).print(spec.commandLine().getOut());
        return 0;
    }
}
