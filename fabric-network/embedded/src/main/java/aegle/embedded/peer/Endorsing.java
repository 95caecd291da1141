// SPDX-License-Identifier: Apache-2.0
package aegle.embedded.peer;

import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.peer.Response;
import org.hyperledger.fabric.protos.peer.SignedProposal;

/** Lets the contract execute proposals, for their answer alone or to be endorsed. */
final class Endorsing {

    private final ProposalCheck check;
    private final ContractConnection contract;
    private final TransactionAssembly assembly;

    Endorsing(ProposalCheck check, ContractConnection contract, TransactionAssembly assembly) {
        this.check = check;
        this.contract = contract;
        this.assembly = assembly;
    }

    /** Execute a proposal and forget its writes. */
    Response evaluate(SignedProposal proposal, String transactionId)
            throws RequestRefusedException, ProposalFailedException {
        return simulate(check.check(proposal, transactionId)).response();
    }

    /** Execute a proposal and prepare the transaction that would make its writes real. */
    Envelope endorse(SignedProposal proposal, String transactionId)
            throws RequestRefusedException, ProposalFailedException {
        CheckedProposal checked = check.check(proposal, transactionId);
        return assembly.prepare(checked, simulate(checked));
    }

    private SimulationResult simulate(CheckedProposal proposal) throws ProposalFailedException {
        SimulationResult result = contract.simulate(proposal);
        if (!result.isSuccess()) {
            throw ProposalFailedException.contractError(
                    result.response().getStatus(), result.response().getMessage());
        }
        return result;
    }
}
