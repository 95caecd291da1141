// SPDX-License-Identifier: Apache-2.0

package aegle.devnet;

import aegle.devnet.process.Node;
import aegle.devnet.tool.FabricTools;
import aegle.embedded.OfficerKeys;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a hospital into the running network, or out of it, while the others go on. Every step asks what was done, so what was
 * interrupted is simply repeated; and a member whose peer has lost its data comes back by joining again.
 *
 * <p>No other node is restarted: programs and the membership service find the new peer when they next read the profile.
 */
final class HospitalAdmission {
    private static final Logger LOG = LoggerFactory.getLogger(HospitalAdmission.class);

    private final FabricDevnet network;
    private final NetworkSettings settings;
    private final FabricTools tools;
    private final Administrators administrators;
    private final ContractLifecycle lifecycle;
    private final ProfileWriting profiles;

    HospitalAdmission(FabricDevnet network, FabricTools tools) {
        this.network = network;
        this.settings = network.settings();
        this.tools = tools;
        this.administrators = new Administrators(network.layout(), settings, tools);
        this.lifecycle = new ContractLifecycle(network.layout(), network.foundation(), administrators);
        this.profiles = new ProfileWriting(network.layout(), settings, network.foundation());
    }

    void join(Hospital hospital) throws IOException {
        int version = settings.contractVersion();
        List<Hospital> others = membersBut(hospital);
        LOG.info("{}: keys of its peer, its administrator and its officers", hospital.displayName());
        settings.makeRoom(
                hospital,
                FabricDevnet.portNames(hospital, version),
                FabricDevnet.secretNames(hospital),
                network.random());
        network.foundation().makeKeys(tools, hospital);
        network.foundation().enrollOfficers(network.clock(), network.random());
        List<Hospital> all = settings.hospitals().stream()
                .filter(one -> one.equals(hospital) || others.contains(one))
                .toList();
        LOG.info("{}: admission to the channel", hospital.displayName());
        channel().admitExactly(all, others);
        LOG.info("{}: its keys of the stores, its peer and its contract process", hospital.displayName());
        network.prepareStores(tools, all);
        Node contract = network.contract(hospital, version);
        contract.launch();
        network.peer(hospital).start();
        administrators.join(hospital);
        administrators.awaitCaughtUp(hospital, others.getFirst());
        lifecycle.install(hospital, version);
        contract.awaitWell();
        LOG.info("{}: agreement of all hospitals, election of its officers", hospital.displayName());
        lifecycle.agree(version, all);
        elect(hospital, others, false);
        new FirstCalls(profiles.write(), network.foundation(), network.clock())
                .awaitAnswer(List.of(profiles.peer(hospital)));
        settings.setMember(hospital, true);
        profiles.write();
    }

    void leave(Hospital hospital) throws IOException {
        if (Consortium.FOUNDERS.contains(hospital)) {
            throw new IOException(hospital.displayName() + " is a founder; the devnet keeps its founders");
        }
        int version = settings.contractVersion();
        List<Hospital> others = membersBut(hospital);
        LOG.info("{}: no program is sent to its peer any more, its officers are voted out", hospital.displayName());
        settings.setMember(hospital, false);
        profiles.write();
        elect(hospital, others, true);
        LOG.info("{}: agreement of the others", hospital.displayName());
        lifecycle.agree(version, others);
        // before it is refused further blocks, from when on it would answer with what was
        end(network.contract(hospital, version));
        end(network.peer(hospital));
        LOG.info("{}: end of its keys of the stores and of its part in the channel", hospital.displayName());
        network.withdrawStoreKeys(tools, hospital, others);
        channel().admitExactly(others, others);
        settings.forget(hospital, FabricDevnet.portNames(hospital, version), FabricDevnet.secretNames(hospital));
    }

    private List<Hospital> membersBut(Hospital hospital) {
        return settings.members().stream()
                .filter(member -> !member.equals(hospital))
                .toList();
    }

    private ChannelUpdate channel() {
        return new ChannelUpdate(network.layout(), tools, network.foundation(), administrators);
    }

    /** The hospitals' officers in turn, until a majority of hospitals has voted. */
    private void elect(Hospital hospital, List<Hospital> voting, boolean remove) throws IOException {
        List<OfficerKeys> candidates = network.foundation().officers(List.of(hospital));
        List<OfficerKeys> voters = network.foundation().officers(voting);
        try {
            var election = new OfficerElection(profiles.write(), voters, network.clock());
            for (OfficerKeys candidate : candidates) {
                election.decide(candidate.officer(), remove);
            }
        } finally {
            candidates.forEach(OfficerKeys::close);
            voters.forEach(OfficerKeys::close);
        }
    }

    private static void end(Node node) throws IOException {
        node.terminate();
        node.awaitEnd();
    }
}
