// SPDX-License-Identifier: Apache-2.0
package aegle.embedded.peer;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigValue;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.hyperledger.fabric.protos.msp.MSPConfig;

/**
 * What stands in block 0: the channel, its contract and its organizations with the roots they had on the first day, and a
 * nonce, so that two networks of the same settings have different network ids.
 */
final class GenesisBlock {

    private static final String APPLICATION = "Application";
    private static final String CONTRACT = "Contract";

    private GenesisBlock() {}

    /** Serialize the configuration of a new channel as the only envelope of block 0. */
    static ByteString envelope(ChannelNames names, TrustedMembership membership, ByteString nonce, Instant now) {
        var application = ConfigGroup.newBuilder();
        new TreeMap<>(membership.roots()).forEach((mspId, roots) -> application.putGroups(mspId, msp(mspId, roots)));
        application.putValues(
                CONTRACT,
                ConfigValue.newBuilder()
                        .setValue(ByteString.copyFromUtf8(names.contract()))
                        .build());
        var channelGroup = ConfigGroup.newBuilder().putGroups(APPLICATION, application.build());
        var channelHeader = ChannelHeader.newBuilder()
                .setType(HeaderType.CONFIG_VALUE)
                .setChannelId(names.channel())
                .setTimestamp(
                        Timestamp.newBuilder().setSeconds(now.getEpochSecond()).setNanos(now.getNano()));
        var header = Header.newBuilder()
                .setChannelHeader(channelHeader.build().toByteString())
                .setSignatureHeader(
                        SignatureHeader.newBuilder().setNonce(nonce).build().toByteString());
        var config = ConfigEnvelope.newBuilder().setConfig(Config.newBuilder().setChannelGroup(channelGroup));
        var payload =
                Payload.newBuilder().setHeader(header).setData(config.build().toByteString());
        return Envelope.newBuilder()
                .setPayload(payload.build().toByteString())
                .build()
                .toByteString();
    }

    /** Refuse a chain that was begun for another channel or contract. */
    static void verify(Block genesis, ChannelNames names) {
        try {
            var payload = Payload.parseFrom(
                    Envelope.parseFrom(genesis.getData().getData(0)).getPayload());
            var channel = ChannelHeader.parseFrom(payload.getHeader().getChannelHeader())
                    .getChannelId();
            var contract = ConfigEnvelope.parseFrom(payload.getData())
                    .getConfig()
                    .getChannelGroup()
                    .getGroupsOrThrow(APPLICATION)
                    .getValuesOrThrow(CONTRACT)
                    .getValue()
                    .toStringUtf8();
            if (!channel.equals(names.channel()) || !contract.equals(names.contract())) {
                throw new LedgerStorageException(
                        "this data directory belongs to channel " + channel + " and contract " + contract);
            }
        } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
            throw new LedgerStorageException("block 0 is damaged", e);
        }
    }

    private static ConfigGroup msp(String mspId, List<X509Certificate> roots) {
        var msp = FabricMSPConfig.newBuilder().setName(mspId);
        for (X509Certificate root : roots) {
            try {
                msp.addRootCerts(ByteString.copyFrom(root.getEncoded()));
            } catch (CertificateEncodingException e) {
                throw new IllegalArgumentException("a root certificate of " + mspId + " has no DER form", e);
            }
        }
        ByteString config = MSPConfig.newBuilder()
                .setConfig(msp.build().toByteString())
                .build()
                .toByteString();
        return ConfigGroup.newBuilder()
                .putValues("MSP", ConfigValue.newBuilder().setValue(config).build())
                .build();
    }
}
