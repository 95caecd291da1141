// SPDX-License-Identifier: Apache-2.0
package aegle.embedded.peer;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status;
import java.util.HexFormat;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.SignatureHeader;

/** Checks what proposals and transactions have in common: type, channel, transaction id and creator. */
final class HeaderCheck {

    private final String channel;
    private final CreatorCheck creators;

    HeaderCheck(String channel, CreatorCheck creators) {
        this.channel = channel;
        this.creators = creators;
    }

    /** Check a header and tell who made it. */
    Creator check(Header header) throws RequestRefusedException {
        try {
            ChannelHeader channelHeader = ChannelHeader.parseFrom(header.getChannelHeader());
            SignatureHeader signatureHeader = SignatureHeader.parseFrom(header.getSignatureHeader());
            if (channelHeader.getType() != HeaderType.ENDORSER_TRANSACTION_VALUE || channelHeader.getEpoch() != 0) {
                throw RequestRefusedException.malformed("invalid header type " + channelHeader.getType());
            }
            requireChannel(channelHeader.getChannelId());
            requireTransactionId(channelHeader.getTxId(), signatureHeader);
            return creators.check(signatureHeader.getCreator(), NodeRole.WRITERS);
        } catch (InvalidProtocolBufferException e) {
            throw RequestRefusedException.malformed("the header cannot be decoded");
        }
    }

    /** Refuse every channel but ours. */
    void requireChannel(String named) throws RequestRefusedException {
        if (!channel.equals(named)) {
            throw new RequestRefusedException(Status.Code.UNAVAILABLE, "channel '" + named + "' not found");
        }
    }

    private static void requireTransactionId(String claimed, SignatureHeader header) throws RequestRefusedException {
        String computed = HexFormat.of()
                .formatHex(Sha256.of(header.getNonce(), header.getCreator()).toByteArray());
        if (header.getNonce().isEmpty() || !computed.equals(claimed)) {
            throw RequestRefusedException.malformed(
                    "invalid transaction id: got [" + claimed + "], expected [" + computed + "]");
        }
    }
}
