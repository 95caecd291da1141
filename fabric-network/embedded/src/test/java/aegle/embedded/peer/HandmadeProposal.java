// SPDX-License-Identifier: Apache-2.0
package aegle.embedded.peer;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.hyperledger.fabric.client.Hash;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.gateway.EndorseRequest;
import org.hyperledger.fabric.protos.gateway.EvaluateRequest;
import org.hyperledger.fabric.protos.peer.ChaincodeHeaderExtension;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeSpec;
import org.hyperledger.fabric.protos.peer.Proposal;
import org.hyperledger.fabric.protos.peer.SignedProposal;

/** A proposal as somebody without fabric-gateway would write it, with anything wrong that a test wants. */
record HandmadeProposal(String transactionId, ByteString bytes) {

    static HandmadeProposal of(Member creator, Consumer<ChannelHeader.Builder> change, String... arguments) {
        byte[] nonce = new byte[24];
        new SecureRandom().nextBytes(nonce);
        var signatureHeader = SignatureHeader.newBuilder()
                .setNonce(ByteString.copyFrom(nonce))
                .setCreator(creator.creator())
                .build();
        String id = HexFormat.of()
                .formatHex(Hash.SHA256.apply(signatureHeader
                        .getNonce()
                        .concat(signatureHeader.getCreator())
                        .toByteArray()));
        var contract = ChaincodeID.newBuilder().setName(NotebookContract.NAME).build();
        var channelHeader = ChannelHeader.newBuilder()
                .setType(HeaderType.ENDORSER_TRANSACTION_VALUE)
                .setChannelId(Training.CHANNEL)
                .setTxId(id)
                .setTimestamp(Timestamp.newBuilder().setSeconds(Instant.now().getEpochSecond()))
                .setExtension(ChaincodeHeaderExtension.newBuilder()
                        .setChaincodeId(contract)
                        .build()
                        .toByteString());
        change.accept(channelHeader);
        var input = ChaincodeInput.newBuilder();
        Arrays.stream(arguments).map(ByteString::copyFromUtf8).forEach(input::addArgs);
        var spec = ChaincodeInvocationSpec.newBuilder()
                .setChaincodeSpec(
                        ChaincodeSpec.newBuilder().setChaincodeId(contract).setInput(input));
        var header = Header.newBuilder()
                .setChannelHeader(channelHeader.build().toByteString())
                .setSignatureHeader(signatureHeader.toByteString());
        var payload =
                ChaincodeProposalPayload.newBuilder().setInput(spec.build().toByteString());
        var proposal = Proposal.newBuilder()
                .setHeader(header.build().toByteString())
                .setPayload(payload.build().toByteString());
        return new HandmadeProposal(channelHeader.getTxId(), proposal.build().toByteString());
    }

    EvaluateRequest toEvaluate(ByteString signature) {
        return EvaluateRequest.newBuilder()
                .setTransactionId(transactionId)
                .setChannelId(Training.CHANNEL)
                .setProposedTransaction(signed(signature))
                .build();
    }

    EndorseRequest toEndorse(ByteString signature) {
        return EndorseRequest.newBuilder()
                .setTransactionId(transactionId)
                .setChannelId(Training.CHANNEL)
                .setProposedTransaction(signed(signature))
                .build();
    }

    private SignedProposal signed(ByteString signature) {
        return SignedProposal.newBuilder()
                .setProposalBytes(bytes)
                .setSignature(signature)
                .build();
    }
}
