// SPDX-License-Identifier: Apache-2.0
package aegle.embedded.peer;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Predicate;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.peer.ChaincodeHeaderExtension;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeSpec;
import org.hyperledger.fabric.protos.peer.Proposal;
import org.hyperledger.fabric.protos.peer.SignedProposal;

/**
 * Decides whether a proposal may be executed at all: header, creator, signature, time within 15 minutes of this peer's
 * (Fabric's {@code peer.authentication.timewindow}), a transaction id never seen, and our contract and no system contract.
 */
final class ProposalCheck {

    private static final Duration TIME_WINDOW = Duration.ofMinutes(15);
    private static final Set<String> SYSTEM_CONTRACTS = Set.of("qscc", "cscc", "_lifecycle");

    /** Reserved names that v3 has no contract for any more: it looks for an external one. */
    private static final Set<String> LEGACY = Set.of("lscc", "escc", "vscc");

    private final ChannelNames names;
    private final HeaderCheck headers;
    private final CreatorCheck creators;
    private final Predicate<String> alreadyCommitted;
    private final Clock clock;

    ProposalCheck(ChannelNames names, CreatorCheck creators, Predicate<String> alreadyCommitted, Clock clock) {
        this.names = names;
        this.headers = new HeaderCheck(names.channel(), creators);
        this.creators = creators;
        this.alreadyCommitted = alreadyCommitted;
        this.clock = clock;
    }

    /** Take the proposal apart and check every part. */
    CheckedProposal check(SignedProposal signed, String claimedTransactionId)
            throws RequestRefusedException, ProposalFailedException {
        if (signed.getProposalBytes().isEmpty()) {
            throw RequestRefusedException.malformed("a signed proposal is required");
        }
        try {
            Proposal proposal = Proposal.parseFrom(signed.getProposalBytes());
            Header header = Header.parseFrom(proposal.getHeader());
            var payload = ChaincodeProposalPayload.parseFrom(proposal.getPayload());
            ChannelHeader channelHeader = ChannelHeader.parseFrom(header.getChannelHeader());
            requireThere(channelHeader, payload);
            Creator creator = headers.check(header);
            creators.verify(creator, signed.getProposalBytes(), signed.getSignature());
            if (!channelHeader.getTxId().equals(claimedTransactionId)) {
                throw RequestRefusedException.malformed("request and proposal name different transactions");
            }
            requireNow(channelHeader.getTimestamp());
            if (alreadyCommitted.test(channelHeader.getTxId())) {
                throw ProposalFailedException.rejected("duplicate transaction found [" + channelHeader.getTxId() + "]");
            }
            return new CheckedProposal(signed, header, channelHeader, payload, input(channelHeader, payload));
        } catch (InvalidProtocolBufferException e) {
            throw RequestRefusedException.malformed("failed to unpack transaction proposal");
        }
    }

    private void requireNow(Timestamp timestamp) throws RequestRefusedException, ProposalFailedException {
        Instant now = clock.instant();
        try {
            Instant proposed = Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos());
            if (Duration.between(proposed, now).abs().compareTo(TIME_WINDOW) > 0) {
                throw ProposalFailedException.wrongTime(
                        "request unauthorized due to incorrect timestamp " + proposed + ", peer time " + now);
            }
        } catch (DateTimeException | ArithmeticException e) {
            throw RequestRefusedException.malformed("the proposal's timestamp is no time");
        }
    }

    private ChaincodeInput input(ChannelHeader channelHeader, ChaincodeProposalPayload payload)
            throws InvalidProtocolBufferException, RequestRefusedException, ProposalFailedException {
        var spec = spec(payload);
        String contract = spec.getChaincodeId().getName();
        var extension = ChaincodeHeaderExtension.parseFrom(channelHeader.getExtension());
        if (!extension.getChaincodeId().getName().equals(contract)) {
            throw RequestRefusedException.malformed("header and payload name different contracts");
        }
        if (SYSTEM_CONTRACTS.contains(contract)) {
            throw ProposalFailedException.contractError(500, accessDenied(contract, spec.getInput()));
        }
        return spec.getInput();
    }

    private static ChaincodeSpec spec(ChaincodeProposalPayload payload) throws InvalidProtocolBufferException {
        return ChaincodeInvocationSpec.parseFrom(payload.getInput()).getChaincodeSpec();
    }

    /** The gateway looks for peers that have the contract before anybody looks at anything else; who names no channel is malformed. */
    private void requireThere(ChannelHeader header, ChaincodeProposalPayload payload)
            throws InvalidProtocolBufferException, ProposalFailedException {
        if (header.getChannelId().isEmpty()) {
            return;
        }
        String contract = spec(payload).getChaincodeId().getName();
        if (!names.channel().equals(header.getChannelId())) {
            throw ProposalFailedException.channelUnknown(header.getChannelId(), contract);
        } else if (LEGACY.contains(contract)) {
            throw ProposalFailedException.notExecuted(
                    header.getTxId(), "could not launch chaincode " + contract + ".syscc");
        } else if (!SYSTEM_CONTRACTS.contains(contract) && !names.contract().equals(contract)) {
            throw ProposalFailedException.contractUnknown(names.channel(), contract);
        }
    }

    /** In the words of each system contract. */
    private String accessDenied(String contract, ChaincodeInput input) {
        String function = input.getArgsCount() == 0 ? "" : input.getArgs(0).toStringUtf8();
        String reason = "failed evaluating policy on signed data during check policy [/Channel/Application/Hospitals]: "
                + "[signature set did not satisfy policy]";
        String denied = "access denied for [" + function + "][" + names.channel() + "]: ";
        return switch (contract) {
            case "_lifecycle" -> "Failed to authorize invocation due to failed ACL check: " + reason;
            case "qscc" -> denied + "[" + reason + "]";
            default -> denied + reason;
        };
    }
}
