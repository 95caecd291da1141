// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import aegle.devnet.FabricNetwork;
import aegle.devnet.process.Node;
import aegle.devnet.process.Wait;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What befalls one node of the real network. */
record Fault(Node node, Kind kind, boolean leads) {
    private static final Duration ELECTION = Duration.ofSeconds(60);

    /** An orderer so many places after the one that leads at the moment. */
    static Fault ofOrderer(FabricNetwork network, int afterLeader, Kind kind) throws IOException {
        List<Node> orderers = network.nodes().stream()
                .filter(node -> node.name().startsWith("orderer"))
                .toList();
        int leader = orderers.indexOf(leader(network));
        return new Fault(orderers.get((leader + afterLeader) % orderers.size()), kind, afterLeader == 0);
    }

    private static Node leader(FabricNetwork network) throws IOException {
        var found = new ArrayList<Node>();
        Wait.until(ELECTION, () -> {
            Optional<Node> leader = network.leader();
            leader.ifPresent(found::add);
            return leader.isPresent() ? Optional.empty() : Optional.of("no orderer leads");
        });
        return found.getFirst();
    }

    void strike() throws IOException {
        switch (kind) {
            case NONE -> {}
            case KILL -> node.kill();
            case FREEZE -> node.freeze();
        }
    }

    /** Bring the node back, and wait until it is well. */
    void mend() throws IOException {
        switch (kind) {
            case NONE -> {}
            case KILL -> node.start();
            case FREEZE -> {
                node.thaw();
                node.awaitWell();
            }
        }
    }

    @Override
    public String toString() {
        return switch (kind) {
            case NONE -> "nothing";
            case KILL -> node.name() + (leads ? " (leader)" : "") + " killed";
            case FREEZE -> node.name() + (leads ? " (leader)" : "") + " frozen";
        };
    }

    /** How. */
    enum Kind {
        /** To compare with. */
        NONE,
        /** {@code kill -9}. */
        KILL,
        /** SIGSTOP: connections stand and nothing is answered. */
        FREEZE
    }
}
