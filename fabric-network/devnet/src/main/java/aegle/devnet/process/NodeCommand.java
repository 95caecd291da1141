// SPDX-License-Identifier: Apache-2.0

package aegle.devnet.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How a node is started.
 *
 * @param environment what it sees besides PATH, HOME and the like
 * @param folder where it runs
 */
public record NodeCommand(List<String> command, Map<String, String> environment, Path folder) {
    public NodeCommand {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** Says what is run, but not with which environment, which may hold secrets. */
    @Override
    public String toString() {
        return "NodeCommand" + command;
    }
}
