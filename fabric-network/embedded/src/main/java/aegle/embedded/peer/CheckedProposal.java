// SPDX-License-Identifier: Apache-2.0
package aegle.embedded.peer;

import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.SignedProposal;

/** A proposal that passed {@link ProposalCheck}, taken apart. */
record CheckedProposal(
        SignedProposal signed,
        Header header,
        ChannelHeader channelHeader,
        ChaincodeProposalPayload payload,
        ChaincodeInput input) {

    String transactionId() {
        return channelHeader.getTxId();
    }
}
