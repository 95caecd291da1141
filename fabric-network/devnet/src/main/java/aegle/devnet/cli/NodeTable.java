// SPDX-License-Identifier: Apache-2.0

package aegle.devnet.cli;

import aegle.devnet.Devnet;
import aegle.devnet.process.Node;
import aegle.devnet.process.ProcessMark;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;

/** The table of a network's nodes: name, kind, address, process, memory, state. */
final class NodeTable {
    private static final String ROW = "%-18s %-38s %-17s %8s %8s  %s%n";
    private static final int KIBI = 1024;

    private final Devnet network;

    NodeTable(Devnet network) {
        this.network = network;
    }

    /** Print it, and tell whether every node that was started is well. */
    boolean print(PrintWriter out) throws IOException {
        boolean well = true;
        long memory = 0;
        out.printf(ROW, "NODE", "KIND", "ADDRESS", "PID", "MIB", "STATE");
        for (Node node : network.nodes()) {
            Optional<ProcessMark> process = node.running();
            long resident = process.isPresent() ? process.get().residentKibibytes() / KIBI : 0;
            memory += resident;
            String state = state(node, process);
            well &= state.equals("well") || state.equals("stopped");
            var description = node.description();
            out.printf(
                    ROW,
                    description.name(),
                    description.kind(),
                    description.address(),
                    process.map(mark -> Long.toString(mark.pid())).orElse("-"),
                    process.isPresent() ? Long.toString(resident) : "-",
                    state);
        }
        out.printf(ROW, "all", "", "", "", memory, "");
        out.flush();
        return well;
    }

    private static String state(Node node, Optional<ProcessMark> process) throws IOException {
        if (process.isEmpty()) {
            return node.isExpected() ? "DIED, see " + node.log() : "stopped";
        }
        return node.complaint().orElse("well");
    }
}
