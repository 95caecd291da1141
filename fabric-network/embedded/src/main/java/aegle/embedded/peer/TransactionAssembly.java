// SPDX-License-Identifier: Apache-2.0
package aegle.embedded.peer;

import com.google.protobuf.ByteString;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeEndorsedAction;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TransactionAction;

/** Endorses a simulation's result and prepares the transaction that the client signs; transient data are left out. */
final class TransactionAssembly {

    private final String contract;
    private final EndorsingKey key;

    TransactionAssembly(String contract, EndorsingKey key) {
        this.contract = contract;
        this.key = key;
    }

    Envelope prepare(CheckedProposal proposal, SimulationResult result) {
        ByteString payloadWithoutTransient =
                proposal.payload().toBuilder().clearTransientMap().build().toByteString();
        ByteString response = responsePayload(proposal, payloadWithoutTransient, result);
        var endorsed = ChaincodeEndorsedAction.newBuilder()
                .setProposalResponsePayload(response)
                .addEndorsements(key.endorse(response));
        var action = ChaincodeActionPayload.newBuilder()
                .setChaincodeProposalPayload(payloadWithoutTransient)
                .setAction(endorsed);
        var transaction = Transaction.newBuilder()
                .addActions(TransactionAction.newBuilder()
                        .setHeader(proposal.header().getSignatureHeader())
                        .setPayload(action.build().toByteString()));
        var payload = Payload.newBuilder()
                .setHeader(proposal.header())
                .setData(transaction.build().toByteString());
        return Envelope.newBuilder().setPayload(payload.build().toByteString()).build();
    }

    private ByteString responsePayload(
            CheckedProposal proposal, ByteString payloadWithoutTransient, SimulationResult result) {
        var action = ChaincodeAction.newBuilder()
                .setResults(result.readWriteSet())
                .setResponse(result.response())
                .setChaincodeId(ChaincodeID.newBuilder().setName(contract));
        result.event()
                .map(event -> event.toBuilder()
                        .setTxId(proposal.transactionId())
                        .setChaincodeId(contract)
                        .build()
                        .toByteString())
                .ifPresent(action::setEvents);
        return ProposalResponsePayload.newBuilder()
                .setProposalHash(Sha256.of(
                        proposal.header().getChannelHeader(),
                        proposal.header().getSignatureHeader(),
                        payloadWithoutTransient))
                .setExtension(action.build().toByteString())
                .build()
                .toByteString();
    }
}
