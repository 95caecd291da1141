// SPDX-License-Identifier: Apache-2.0

package aegle.devnet.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code devnet status}: asks every node and prints the table; exits with 1 if one that was started is not well. */
@Command(name = "status", description = "Ask every node whether it is well.", mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        return new NodeTable(data.network()).print(spec.commandLine().getOut()) ? 0 : 1;
    }
}
