// SPDX-License-Identifier: Apache-2.0
package aegle.embedded.peer;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.gateway.SubmitRequest;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/**
 * Decides what becomes of a submitted transaction: one whose header, creator or signature is wrong never reaches a block
 * (orderers refuse it); one that its creator signed but that is not what this peer endorsed is committed as invalid.
 */
final class SubmissionCheck {

    private final String contract;
    private final HeaderCheck headers;
    private final CreatorCheck creators;
    private final EndorsingKey endorser;

    SubmissionCheck(ChannelNames names, CreatorCheck creators, EndorsingKey endorser) {
        this.contract = names.contract();
        this.headers = new HeaderCheck(names.channel(), creators);
        this.creators = creators;
        this.endorser = endorser;
    }

    OrderedTransaction check(SubmitRequest request) throws RequestRefusedException {
        Envelope envelope = request.getPreparedTransaction();
        if (envelope.getSignature().isEmpty()) {
            throw RequestRefusedException.malformed("prepared transaction must be signed");
        }
        try {
            TransactionEnvelope transaction = new TransactionEnvelope(envelope);
            Creator creator = headers.check(transaction.header());
            creators.verify(creator, envelope.getPayload(), envelope.getSignature());
            if (!transaction.transactionId().equals(request.getTransactionId())) {
                throw RequestRefusedException.malformed("request and envelope name different transactions");
            }
            return new OrderedTransaction(
                    transaction.transactionId(),
                    envelope.toByteString(),
                    transaction.readWriteSet(contract),
                    verdict(transaction));
        } catch (InvalidProtocolBufferException e) {
            throw RequestRefusedException.malformed("failed to unpack the prepared transaction");
        }
    }

    private TxValidationCode verdict(TransactionEnvelope transaction) {
        if (!transaction.answersItsProposal()) {
            return TxValidationCode.INVALID_ENDORSER_TRANSACTION;
        }
        ByteString response = transaction.endorsedAction().getProposalResponsePayload();
        boolean endorsed = transaction.endorsedAction().getEndorsementsList().stream()
                .anyMatch(endorsement -> endorser.endorsed(response, endorsement));
        return endorsed ? TxValidationCode.VALID : TxValidationCode.ENDORSEMENT_POLICY_FAILURE;
    }
}
