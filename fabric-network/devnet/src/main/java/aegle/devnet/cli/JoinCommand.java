// SPDX-License-Identifier: Apache-2.0

package aegle.devnet.cli;

import aegle.devnet.FabricDevnet;
import aegle.devnet.Hospital;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code devnet join HOSPITAL}: brings one more hospital into the running network, and prints its table. */
@Command(
        name = "join",
        description = "Bring one more hospital into the running network; for one that is there, bring its peer back.",
        mixinStandardHelpOptions = true)
final class JoinCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Parameters(paramLabel = "HOSPITAL", description = "a short name for its nodes, lower-case letters: riverside")
    private String key = "";

    @Option(names = "--title", paramLabel = "TITLE", description = "its whole name; HOSPITAL if left out")
    private @Nullable String title;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        FabricDevnet network = data.fabric();
        network.join(network.hospital(key).orElseGet(() -> new Hospital(key, title == null ? key : title)));
        new NodeTable(network).print(spec.commandLine().getOut());
        return 0;
    }
}
