// SPDX-License-Identifier: Apache-2.0

package aegle.client.ledger;

import aegle.sharing.ConnectionProfile;
import com.google.protobuf.ByteString;
import io.grpc.CallOptions;
import io.grpc.ChannelCredentials;
import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.TlsChannelCredentials;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.hyperledger.fabric.client.ChaincodeEvent;
import org.hyperledger.fabric.client.Checkpoint;
import org.hyperledger.fabric.client.CloseableIterator;
import org.hyperledger.fabric.client.CommitStatusException;
import org.hyperledger.fabric.client.EndorseException;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Hash;
import org.hyperledger.fabric.client.Proposal;
import org.hyperledger.fabric.client.SubmitException;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.client.identity.Identity;
import org.hyperledger.fabric.client.identity.Signer;
import org.hyperledger.fabric.protos.gateway.CommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.SignedCommitStatusRequest;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;

/** One hospital's peer, over one connection that is kept and repairs itself. */
final class HospitalPeer implements AutoCloseable {
    private static final int MAXIMUM_MESSAGE_BYTES = 8 << 20;
    private static final Duration AVOIDED_AFTER_FAILURE = Duration.ofSeconds(10);
    private static final long KEEP_ALIVE_MINUTES = 6;

    private final ConnectionProfile profile;
    private final String hospital;
    private final ManagedChannel connection;
    private final Gateway gateway;
    private final AtomicLong reached = new AtomicLong();
    private volatile long avoidedUntil = System.nanoTime();

    private HospitalPeer(ConnectionProfile profile, String hospital, ManagedChannel connection, Gateway gateway) {
        this.profile = profile;
        this.hospital = hospital;
        this.connection = connection;
        this.gateway = gateway;
    }

    /** Prepare a connection; nothing is dialled before the first call. */
    static HospitalPeer of(ConnectionProfile profile, ConnectionProfile.Peer peer, Caller caller) {
        var connection = Grpc.newChannelBuilder(peer.address(), trusting(peer))
                .maxInboundMessageSize(MAXIMUM_MESSAGE_BYTES)
                .keepAliveTime(KEEP_ALIVE_MINUTES, TimeUnit.MINUTES)
                .build();
        var deadlines = caller.deadlines();
        var gateway = Gateway.newInstance()
                .connection(connection)
                .identity(caller.identity())
                .signer(caller.signer())
                .hash(Hash.NONE)
                .evaluateOptions(within(deadlines.evaluate()))
                .endorseOptions(within(deadlines.endorse()))
                .submitOptions(within(deadlines.submit()))
                .connect();
        return new HospitalPeer(profile, peer.hospitalName(), connection, gateway);
    }

    String hospital() {
        return hospital;
    }

    byte[] evaluate(String function, byte[]... arguments) throws GatewayException {
        return proposal(function, arguments).evaluate();
    }

    /** Builds the proposal, whose timestamp is now, and has it endorsed. */
    Transaction endorse(String function, byte[]... arguments) throws EndorseException {
        return proposal(function, arguments).endorse();
    }

    /** Hand an endorsed transaction, whoever's gateway assembled it, to the orderers. */
    void submit(Transaction endorsed) throws SubmitException {
        try {
            gateway.newTransaction(endorsed.getBytes()).submitAsync();
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("a transaction cannot be read back", e);
        }
    }

    /**
     * Wait until a transaction is committed, valid or not.
     *
     * @throws CommitStatusException with DEADLINE_EXCEEDED if that has not happened yet
     */
    Committed awaitCommit(String transactionId, Duration patience) throws CommitStatusException {
        var status = gateway.newCommit(statusRequest(transactionId)).getStatus(within(patience));
        reached.accumulateAndGet(status.getBlockNumber(), Math::max);
        return new Committed(transactionId, status.getBlockNumber(), status.getCode());
    }

    /** Tells whether this peer is known to have that transaction. */
    boolean hasReached(Committed transaction) {
        return reached.get() >= transaction.block();
    }

    CloseableIterator<ChaincodeEvent> events(Checkpoint after) {
        return gateway.getNetwork(profile.channel())
                .newChaincodeEventsRequest(profile.contract())
                .checkpoint(after)
                .build()
                .getEvents();
    }

    /** Stand back for a moment, and dial anew at the next call: gRPC itself lets two minutes pass between its attempts. */
    void failed() {
        connection.resetConnectBackoff();
        avoidedUntil = System.nanoTime() + AVOIDED_AFTER_FAILURE.toNanos();
    }

    /** For how long others are asked first, because this peer has failed a moment ago. */
    long nanosAvoidedFrom(long now) {
        return Math.max(0, avoidedUntil - now);
    }

    @Override
    public void close() {
        gateway.close();
        connection.shutdownNow();
    }

    private Proposal proposal(String function, byte[]... arguments) {
        return gateway.getNetwork(profile.channel())
                .getContract(profile.contract())
                .newProposal(function)
                .addArguments(arguments)
                .build();
    }

    private byte[] statusRequest(String transactionId) {
        var identity = gateway.getIdentity();
        var creator = SerializedIdentity.newBuilder()
                .setMspid(identity.getMspId())
                .setIdBytes(ByteString.copyFrom(identity.getCredentials()))
                .build();
        var request = CommitStatusRequest.newBuilder()
                .setChannelId(profile.channel())
                .setTransactionId(transactionId)
                .setIdentity(creator.toByteString())
                .build();
        return SignedCommitStatusRequest.newBuilder()
                .setRequest(request.toByteString())
                .build()
                .toByteArray();
    }

    private static UnaryOperator<CallOptions> within(Duration deadline) {
        return options -> options.withDeadlineAfter(deadline);
    }

    private static ChannelCredentials trusting(ConnectionProfile.Peer peer) {
        try {
            return TlsChannelCredentials.newBuilder()
                    .trustManager(new ByteArrayInputStream(peer.tlsRoot().getBytes(StandardCharsets.US_ASCII)))
                    .build();
        } catch (IOException e) {
            throw new IllegalArgumentException("the profile has no TLS root for " + peer.hospitalName(), e);
        }
    }

    /** In whose name peers are called, and how long they may take. */
    record Caller(Identity identity, Signer signer, LedgerDeadlines deadlines) {}
}
