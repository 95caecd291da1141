// SPDX-License-Identifier: Apache-2.0

package aegle.devnet.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code devnet start NODE}: starts one node again and waits until it is well. */
@Command(name = "start", description = "Start a node again.", mixinStandardHelpOptions = true)
final class StartCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Parameters(paramLabel = "NODE", description = "its name in the table")
    private String node = "";

    @Override
    public Integer call() throws IOException {
        data.node(node).start();
        return 0;
    }
}
