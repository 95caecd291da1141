// SPDX-License-Identifier: Apache-2.0

package aegle.devnet.cli;

import aegle.devnet.material.ConfigurationTemplate;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code devnet template FILE PLACE=VALUE…}: prints one of the network's configuration files, filled for a host of its own. */
@Command(
        name = "template",
        description = "Print a node's configuration file, filled in for a host of its own.",
        mixinStandardHelpOptions = true)
final class TemplateCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FILE", description = "core.yaml, hosts/aegle-peer.service, …")
    private String file = "";

    @Parameters(index = "1..*", paramLabel = "PLACE=VALUE", description = "what to fill in")
    private Map<String, String> values = new TreeMap<>();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        String filled;
        try {
            filled = ConfigurationTemplate.named(file).filled(values);
        } catch (IllegalArgumentException e) {
            throw new IOException("the template is not filled in", e);
        }
        var out = spec.commandLine().getOut();
        out.print(filled);
        out.flush();
        return 0;
    }
}
