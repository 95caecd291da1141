// SPDX-License-Identifier: Apache-2.0

package aegle.devnet;

import aegle.devnet.process.Node;
import aegle.devnet.process.Together;
import aegle.devnet.tool.FabricTools;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the contract's next version into the running network: beside each hospital's process another one of this build, the package
 * that leads to it, the hospitals' agreement; then the old processes end. What was interrupted is simply repeated.
 *
 * <p>From the agreement's block on every peer asks its new process. A call that was endorsed before and comes after it is invalid and
 * changed nothing; programs endorse it anew.
 */
final class ContractUpgrade {
    private static final Logger LOG = LoggerFactory.getLogger(ContractUpgrade.class);

    private final FabricDevnet network;
    private final NetworkSettings settings;
    private final ContractLifecycle lifecycle;
    private final ProfileWriting profiles;

    ContractUpgrade(FabricDevnet network, FabricTools tools) {
        this.network = network;
        this.settings = network.settings();
        this.lifecycle = new ContractLifecycle(
                network.layout(), network.foundation(), new Administrators(network.layout(), settings, tools));
        this.profiles = new ProfileWriting(network.layout(), settings, network.foundation());
    }

    void run() throws IOException {
        int present = settings.contractVersion();
        int next = present + 1;
        List<Hospital> hospitals = settings.members();
        settings.prepareContract(next, names(hospitals, next), network.random());
        for (Hospital hospital : hospitals) {
            LOG.info("{}: version {} of the contract", hospital.displayName(), next);
            network.contract(hospital, next).start();
            lifecycle.install(hospital, next);
        }
        LOG.info("All hospitals agree on version {}", next);
        lifecycle.agree(next, hospitals);
        var profile = profiles.write();
        new FirstCalls(profile, network.foundation(), network.clock()).awaitAnswer(profile.peers());
        var former = new ArrayList<Node>();
        for (Hospital hospital : hospitals) {
            former.add(network.contract(hospital, present));
        }
        Together.each(former, Node::terminate);
        Together.each(former, Node::awaitEnd);
        settings.completeContract(names(hospitals, present));
    }

    private static List<String> names(List<Hospital> hospitals, int version) {
        return hospitals.stream().map(hospital -> hospital.contract(version)).toList();
    }
}
