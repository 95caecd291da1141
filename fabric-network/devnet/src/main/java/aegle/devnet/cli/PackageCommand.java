// SPDX-License-Identifier: Apache-2.0

package aegle.devnet.cli;

import aegle.devnet.Devnet;
import aegle.devnet.material.ContractPackage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code devnet package VERSION HOST:PORT}: writes what a hospital installs on its peer, and prints its id. */
@Command(
        name = "package",
        description = "Write what a hospital installs on its peer for the contract, and print its id.",
        mixinStandardHelpOptions = true)
final class PackageCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "VERSION", description = "of the contract: 1, 2, …")
    private int version;

    @Parameters(index = "1", paramLabel = "HOST:PORT", description = "where its process listens, as the peer dials it")
    private String address = "";

    @Option(names = "--out", paramLabel = "FILE", description = "aegle.tar.gz if left out")
    private Path file = Path.of("aegle.tar.gz");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        ContractPackage made = Devnet.contractPackage(version, address);
        made.write(file);
        var out = spec.commandLine().getOut();
        out.println(made.id());
        out.flush();
        return 0;
    }
}
