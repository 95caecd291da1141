// SPDX-License-Identifier: Apache-2.0

package aegle.benchmarks;

import aegle.devnet.process.Node;
import aegle.devnet.process.ProcessMark;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The resident memory of the network's processes: the largest of each kind, and all of them together. */
final class ResidentMemory {
    private static final String CONTRACT = "contract";
    private static final double CONTRACT_MEBIBYTES = 130;
    private static final double KIBI = 1024;

    private ResidentMemory() {}

    static List<Measurement> measure(Stage stage) throws IOException {
        Map<String, Double> largest = new TreeMap<>();
        double whole = 0;
        for (Node node : stage.network().nodes()) {
            Optional<ProcessMark> process = node.running();
            if (process.isPresent()) {
                double resident = process.get().residentKibibytes() / KIBI;
                whole += resident;
                largest.merge(kind(node.name()), resident, Math::max);
            }
        }
        var measured = new ArrayList<Measurement>();
        largest.forEach((kind, resident) -> measured.add(
                kind.equals(CONTRACT)
                        ? Measurement.atMost(CONTRACT_MEBIBYTES, "memory-" + kind, resident, "MiB")
                        : Measurement.of("memory-" + kind, resident, "MiB")));
        measured.add(Measurement.of("memory-whole", whole, "MiB"));
        return measured;
    }

    /** {@code peer-north} is a {@code peer}, {@code orderer1} an {@code orderer}; {@code fabric-ca} has no others beside it. */
    static String kind(String node) {
        return node.startsWith("fabric-ca") ? node : node.replaceFirst("[-0-9].*", "");
    }
}
