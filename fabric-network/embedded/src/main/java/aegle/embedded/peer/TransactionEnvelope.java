// SPDX-License-Identifier: Apache-2.0
package aegle.embedded.peer;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import java.util.Optional;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeEndorsedAction;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TransactionAction;

/** A transaction as it lies in a block, taken apart; says nothing about its validity. */
final class TransactionEnvelope {

    private final Envelope envelope;
    private final Header header;
    private final ChannelHeader channelHeader;
    private final TransactionAction transactionAction;
    private final ChaincodeActionPayload actionPayload;
    private final ProposalResponsePayload responsePayload;
    private final ChaincodeAction action;

    /** Take an envelope apart. */
    TransactionEnvelope(Envelope envelope) throws InvalidProtocolBufferException {
        this.envelope = envelope;
        Payload payload = Payload.parseFrom(envelope.getPayload());
        header = payload.getHeader();
        channelHeader = ChannelHeader.parseFrom(header.getChannelHeader());
        Transaction transaction = Transaction.parseFrom(payload.getData());
        if (transaction.getActionsCount() != 1) {
            throw new InvalidProtocolBufferException("a transaction has exactly one action");
        }
        transactionAction = transaction.getActions(0);
        actionPayload = ChaincodeActionPayload.parseFrom(transactionAction.getPayload());
        responsePayload =
                ProposalResponsePayload.parseFrom(actionPayload.getAction().getProposalResponsePayload());
        action = ChaincodeAction.parseFrom(responsePayload.getExtension());
    }

    Envelope envelope() {
        return envelope;
    }

    Header header() {
        return header;
    }

    String transactionId() {
        return channelHeader.getTxId();
    }

    Timestamp timestamp() {
        return channelHeader.getTimestamp();
    }

    ChaincodeEndorsedAction endorsedAction() {
        return actionPayload.getAction();
    }

    /** Tell whether the action answers the very proposal whose headers the transaction carries. */
    boolean answersItsProposal() {
        ByteString proposalHash = Sha256.of(
                header.getChannelHeader(), header.getSignatureHeader(), actionPayload.getChaincodeProposalPayload());
        return transactionAction.getHeader().equals(header.getSignatureHeader())
                && proposalHash.equals(responsePayload.getProposalHash());
    }

    /** What the contract read and wrote under its own name. */
    KVRWSet readWriteSet(String contract) throws InvalidProtocolBufferException {
        for (NsReadWriteSet set : TxReadWriteSet.parseFrom(action.getResults()).getNsRwsetList()) {
            if (set.getNamespace().equals(contract)) {
                return KVRWSet.parseFrom(set.getRwset());
            }
        }
        return KVRWSet.getDefaultInstance();
    }

    /** The event that the contract set, if any. */
    Optional<ChaincodeEvent> event() throws InvalidProtocolBufferException {
        return action.getEvents().isEmpty()
                ? Optional.empty()
                : Optional.of(ChaincodeEvent.parseFrom(action.getEvents()));
    }
}
