// SPDX-License-Identifier: Apache-2.0

package aegle.embedded;

import aegle.contract.ContractSettings;
import aegle.contract.PatientRecordContract;
import aegle.embedded.peer.CommitFault;
import aegle.embedded.s3.StoreFault;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.Function;

/**
 * What the network is made of besides its folder. Tests replace parts by ones that misbehave.
 *
 * @param makeContract makes the contract that the peer asks
 */
public record NetworkParts(
        Clock clock,
        SecureRandom random,
        Function<ContractSettings, PatientRecordContract> makeContract,
        StoreFault storeFault,
        CommitFault commitFault) {

    /** The parts of a network that works. */
    public static NetworkParts standard(Clock clock, SecureRandom random) {
        return new NetworkParts(
                clock, random, PatientRecordContract::new, StoreFault.none(), _ -> new CommitFault.Ordered());
    }

    PatientRecordContract contract(ContractSettings settings) {
        return makeContract.apply(settings);
    }

    public NetworkParts withContract(Function<ContractSettings, PatientRecordContract> otherContract) {
        return new NetworkParts(clock, random, otherContract, storeFault, commitFault);
    }

    public NetworkParts withStoreFault(StoreFault fault) {
        return new NetworkParts(clock, random, makeContract, fault, commitFault);
    }

    public NetworkParts withCommitFault(CommitFault fault) {
        return new NetworkParts(clock, random, makeContract, storeFault, fault);
    }
}
