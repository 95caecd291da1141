// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import aegle.acceptance.Trial;
import aegle.acceptance.protocol.Fault.Kind;
import aegle.devnet.FabricNetwork;
import aegle.devnet.process.Node;
import aegle.sharing.ConnectionProfile.NetworkKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One of anything fails, in turn, while people work; on the real network only, half an hour for all. Started by {@code
 * fabric-network/devnet/faults}, not by {@code mvn verify}.
 */
class FaultMatrix {
    private static final List<String> CHOSEN =
            List.of(System.getProperty("aegle.faults.nodes", "").split(",", -1));
    private static final int TIMES = Integer.getInteger("aegle.faults.times", 1);

    private final List<FaultReport.Row> rows = new ArrayList<>();

    @Test
    void work_goes_on_when_one_of_anything_fails(@TempDir Path folder) throws Exception {
        assumeTrue(Trial.NETWORK == NetworkKind.FABRIC, "needs -Daegle.network=fabric");
        var network = (FabricNetwork) Trial.sharedFabric();
        try (var participants = Participants.on(folder)) {
            var chen = participants.mayaChen();
            var weber = participants.tomWeber();
            for (Source source : faults(network)) {
                Fault fault = source.next();
                Path place = folder.resolve("round-" + rows.size());
                var row = FaultRound.under(fault, participants, chen, weber, place);
                rows.add(row);
                write(new FaultReport("fabric", rows));
            }
        }
        assertEquals(List.of(), new FaultReport("fabric", rows).misses());
    }

    private static void write(FaultReport report) throws IOException {
        System.out.println(report.table());
        String out = System.getProperty("aegle.faults.out", "");
        if (!out.isEmpty()) {
            report.write(Path.of(out));
        }
    }

    private static List<Source> faults(FabricNetwork network) {
        var faults = new ArrayList<Source>();
        faults.add(() -> new Fault(network.node("orderer1"), Kind.NONE, false));
        for (int time = 0; time < TIMES; time++) {
            for (Kind kind : List.of(Kind.FREEZE, Kind.KILL)) {
                addAll(faults, network, kind);
            }
        }
        return faults;
    }

    private static void addAll(List<Source> faults, FabricNetwork network, Kind kind) {
        for (int afterLeader : ordererPlaces()) {
            faults.add(() -> Fault.ofOrderer(network, afterLeader, kind));
        }
        for (Node node : network.nodes()) {
            if (!node.name().matches("orderer.*|office") && isChosen(node.name())) {
                faults.add(() -> new Fault(node, kind, false));
            }
        }
    }

    /** Orderers by their place after the leader, who is the last: then all of them have their turn although the leader changes. */
    private static List<Integer> ordererPlaces() {
        if (isChosen("orderer")) {
            return List.of(1, 2, 3, 0);
        }
        return CHOSEN.contains("leader") ? List.of(0) : List.of();
    }

    private static boolean isChosen(String node) {
        return CHOSEN.stream().anyMatch(node::startsWith);
    }

    /** Decides late, because the leader changes. */
    @FunctionalInterface
    private interface Source {
        Fault next() throws IOException;
    }
}
