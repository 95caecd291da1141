// SPDX-License-Identifier: Apache-2.0

package aegle.devnet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code devnet logs NODE}: prints a node's log. */
@Command(name = "logs", description = "Print a node's log.", mixinStandardHelpOptions = true)
final class LogsCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Parameters(paramLabel = "NODE", description = "its name in the table")
    private String node = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Path log = data.node(node).log();
        if (!Files.exists(log)) {
            throw new IOException(node + " has not logged anything yet");
        }
        var out = spec.commandLine().getOut();
        try (var reader = Files.newBufferedReader(log)) {
            reader.transferTo(out);
        }
        out.flush();
        return 0;
    }
}
