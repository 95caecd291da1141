// SPDX-License-Identifier: Apache-2.0
package aegle.embedded.peer;

import com.google.protobuf.InvalidProtocolBufferException;
import org.hyperledger.fabric.protos.gateway.ChaincodeEventsRequest;
import org.hyperledger.fabric.protos.gateway.CommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.SignedChaincodeEventsRequest;
import org.hyperledger.fabric.protos.gateway.SignedCommitStatusRequest;

/** Checks the requests that carry no proposal: for a reader of our channel, signed by that reader. */
final class SignedRequestCheck {

    private final HeaderCheck headers;
    private final CreatorCheck creators;

    SignedRequestCheck(HeaderCheck headers, CreatorCheck creators) {
        this.headers = headers;
        this.creators = creators;
    }

    CommitStatusRequest check(SignedCommitStatusRequest signed) throws RequestRefusedException {
        try {
            CommitStatusRequest request = CommitStatusRequest.parseFrom(signed.getRequest());
            Creator creator = creators.check(request.getIdentity(), NodeRole.READERS);
            creators.verify(creator, signed.getRequest(), signed.getSignature());
            headers.requireChannel(request.getChannelId());
            if (request.getTransactionId().isEmpty()) {
                throw RequestRefusedException.malformed("transaction ID should not be empty");
            }
            return request;
        } catch (InvalidProtocolBufferException e) {
            throw RequestRefusedException.malformed("invalid status request");
        }
    }

    ChaincodeEventsRequest check(SignedChaincodeEventsRequest signed) throws RequestRefusedException {
        try {
            ChaincodeEventsRequest request = ChaincodeEventsRequest.parseFrom(signed.getRequest());
            Creator creator = creators.check(request.getIdentity(), NodeRole.READERS);
            creators.verify(creator, signed.getRequest(), signed.getSignature());
            headers.requireChannel(request.getChannelId());
            return request;
        } catch (InvalidProtocolBufferException e) {
            throw RequestRefusedException.malformed("invalid chaincode events request");
        }
    }
}
