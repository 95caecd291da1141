// SPDX-License-Identifier: Apache-2.0

package aegle.devnet.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code devnet kill NODE}: ends a node as a power failure would. */
@Command(name = "kill", description = "End a node at once, as a power failure would.", mixinStandardHelpOptions = true)
final class KillCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Parameters(paramLabel = "NODE", description = "its name in the table")
    private String node = "";

    @Override
    public Integer call() throws IOException {
        data.node(node).kill();
        return 0;
    }
}
