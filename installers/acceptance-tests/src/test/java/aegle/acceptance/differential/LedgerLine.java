// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.differential;

import aegle.client.ledger.LedgerDeadlines;
import aegle.crypto.identity.DerSignature;
import aegle.crypto.identity.SigningKeyPair;
import aegle.record.Bytes;
import aegle.sharing.ConnectionProfile;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import io.grpc.CallOptions;
import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.TlsChannelCredentials;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.client.ChaincodeEvent;
import org.hyperledger.fabric.client.CloseableIterator;
import org.hyperledger.fabric.client.Commit;
import org.hyperledger.fabric.client.CommitStatusException;
import org.hyperledger.fabric.client.EndorseException;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Hash;
import org.hyperledger.fabric.client.Proposal;
import org.hyperledger.fabric.client.SubmitException;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.client.identity.X509Identity;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.gateway.CommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;
import org.hyperledger.fabric.protos.gateway.ProposedTransaction;
import org.hyperledger.fabric.protos.gateway.SignedCommitStatusRequest;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.SignedProposal;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One certificate's calls at one peer, as bare as Fabric's gateway has them: programs' own client hides transaction numbers, and
 * sends nothing malformed.
 */
public final class LedgerLine implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerLine.class);
    private static final int ATTEMPTS = 40;
    private static final long BETWEEN_MILLIS = 100;
    private static final Duration PATIENCE = LedgerDeadlines.standard().commit();

    private final ConnectionProfile profile;
    private final Gateway gateway;
    private final Runnable hangingUp;

    LedgerLine(ConnectionProfile profile, ManagedChannel peer, X509Certificate certificate, SigningKeyPair key) {
        this(profile, peer, certificate, key, () -> {});
    }

    private LedgerLine(
            ConnectionProfile profile,
            ManagedChannel peer,
            X509Certificate certificate,
            SigningKeyPair key,
            Runnable hangingUp) {
        this.profile = profile;
        this.hangingUp = hangingUp;
        this.gateway = Gateway.newInstance()
                .connection(peer)
                .identity(new X509Identity(profile.membership().mspId(), certificate))
                .signer(message -> DerSignature.sign(key, message))
                .hash(Hash.NONE)
                .evaluateOptions(LedgerLine::inTime)
                .endorseOptions(LedgerLine::inTime)
                .submitOptions(LedgerLine::inTime)
                .commitStatusOptions(LedgerLine::inTime)
                .connect();
    }

    /** A line of its own to the profile's first peer. */
    public static LedgerLine to(ConnectionProfile profile, X509Certificate certificate, SigningKeyPair key) {
        ManagedChannel channel = dialled(profile.peers().getFirst());
        return new LedgerLine(profile, channel, certificate, key, channel::shutdownNow);
    }

    static ManagedChannel dialled(ConnectionProfile.Peer peer) {
        try {
            var trust = new ByteArrayInputStream(peer.tlsRoot().getBytes(StandardCharsets.US_ASCII));
            var credentials =
                    TlsChannelCredentials.newBuilder().trustManager(trust).build();
            return Grpc.newChannelBuilder(peer.address(), credentials).build();
        } catch (IOException e) {
            throw new UncheckedIOException("the profile has no TLS root", e);
        }
    }

    private static CallOptions inTime(CallOptions options) {
        return options.withDeadlineAfter(PATIENCE);
    }

    public Evaluated evaluate(String function, byte[]... arguments) throws GatewayException {
        return evaluate(profile.channel(), profile.contract(), function, arguments);
    }

    /** Asks a contract that need not be ours, or need not be there. */
    Evaluated evaluate(String channel, String contract, String function, byte[]... arguments) throws GatewayException {
        Proposal proposal = proposal(channel, contract, function, arguments);
        return new Evaluated(proposal.getTransactionId(), Bytes.of(proposal.evaluate()));
    }

    /**
     * Has a proposal endorsed. Hospitals that have not got the last block yet see another ledger; as every client must, this asks again
     * until they agree.
     */
    public Transaction endorse(String function, byte[]... arguments) throws EndorseException {
        for (int attempt = 1; ; attempt++) {
            try {
                return endorse(profile.channel(), profile.contract(), function, arguments);
            } catch (EndorseException e) {
                if (attempt == ATTEMPTS || !isOfHospitalsThatLag(e)) {
                    throw e;
                }
                pause();
            }
        }
    }

    Transaction endorse(String channel, String contract, String function, byte[]... arguments) throws EndorseException {
        return proposal(channel, contract, function, arguments).endorse();
    }

    private static boolean isOfHospitalsThatLag(EndorseException failure) {
        return String.valueOf(failure.getMessage()).contains("failed to collect enough transaction endorsements");
    }

    /**
     * Has a transaction committed; it must be valid, since nobody else writes what it has read. One that could not be handed on may be
     * ordered all the same, so its fate is asked for in any case.
     */
    public void commit(Transaction endorsed) throws CommitStatusException {
        var code = fate(endorsed);
        if (code != TxValidationCode.VALID) {
            throw new IllegalStateException("transaction " + endorsed.getTransactionId() + " is " + code);
        }
    }

    /** Sends an endorsed transaction, whenever it was endorsed, and answers what becomes of it. */
    public TxValidationCode fate(Transaction endorsed) throws CommitStatusException {
        try {
            endorsed.submitAsync();
        } catch (SubmitException e) {
            LOG.debug("transaction {} was not taken at once", endorsed.getTransactionId(), e);
        }
        return commitOf(endorsed.getTransactionId()).getStatus().getCode();
    }

    private Commit commitOf(String transaction) {
        var identity = gateway.getIdentity();
        var creator = SerializedIdentity.newBuilder()
                .setMspid(identity.getMspId())
                .setIdBytes(ByteString.copyFrom(identity.getCredentials()))
                .build();
        var request = CommitStatusRequest.newBuilder()
                .setChannelId(profile.channel())
                .setTransactionId(transaction)
                .setIdentity(creator.toByteString())
                .build();
        return gateway.newCommit(SignedCommitStatusRequest.newBuilder()
                .setRequest(request.toByteString())
                .build()
                .toByteArray());
    }

    CloseableIterator<ChaincodeEvent> events() {
        return gateway.getNetwork(profile.channel())
                .newChaincodeEventsRequest(profile.contract())
                .startBlock(0)
                .build()
                .getEvents();
    }

    /** A proposal that says of itself that it was made at another time, signed by who makes it. */
    public Proposal dated(Instant time, String function, byte[]... arguments) throws InvalidProtocolBufferException {
        var today = ProposedTransaction.parseFrom(proposal(profile.channel(), profile.contract(), function, arguments)
                .getBytes());
        var proposed = org.hyperledger.fabric.protos.peer.Proposal.parseFrom(
                today.getProposal().getProposalBytes());
        var header = Header.parseFrom(proposed.getHeader());
        var channelHeader = ChannelHeader.parseFrom(header.getChannelHeader()).toBuilder()
                .setTimestamp(
                        Timestamp.newBuilder().setSeconds(time.getEpochSecond()).setNanos(time.getNano()));
        var dated = proposed.toBuilder()
                .setHeader(header.toBuilder()
                        .setChannelHeader(channelHeader.build().toByteString())
                        .build()
                        .toByteString());
        return gateway.newProposal(today.toBuilder()
                .setProposal(SignedProposal.newBuilder()
                        .setProposalBytes(dated.build().toByteString()))
                .build()
                .toByteArray());
    }

    private Proposal proposal(String channel, String contract, String function, byte[]... arguments) {
        return gateway.getNetwork(channel)
                .getContract(contract)
                .newProposal(function)
                .addArguments(arguments)
                .build();
    }

    public static String told(GatewayException failure) {
        return failure.getStatus().getCode() + " " + failure.getStatus().getDescription() + " "
                + failure.getDetails().stream().map(ErrorDetail::getMessage).toList();
    }

    static void pause() {
        try {
            var _ = new CountDownLatch(1).await(BETWEEN_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        gateway.close();
        hangingUp.run();
    }

    public record Evaluated(String transactionId, Bytes answer) {}
}
