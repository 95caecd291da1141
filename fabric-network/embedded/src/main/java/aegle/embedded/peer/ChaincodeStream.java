// SPDX-License-Identifier: Apache-2.0
package aegle.embedded.peer;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Context;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.stub.StreamObserver;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hyperledger.fabric.protos.peer.ChaincodeGrpc;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One stream of {@code protos.Chaincode/Connect} to the contract server, from registration until either side ends it; runs
 * any number of transactions at once and gives each 30 s.
 */
final class ChaincodeStream implements StreamObserver<ChaincodeMessage>, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ChaincodeStream.class);
    private static final Duration REGISTRATION_LIMIT = Duration.ofSeconds(10);
    private static final Duration CLOSE_LIMIT = Duration.ofMillis(300);
    private static final Duration CALL_LIMIT = Duration.ofSeconds(30);
    private static final String TERMINATED = "chaincode stream terminated";

    private final Object sending = new Object();
    private final ManagedChannel channel;
    private final StreamObserver<ChaincodeMessage> toContract;
    private final CompletableFuture<Boolean> registered = new CompletableFuture<>();
    private final Map<String, Run> runs = new ConcurrentHashMap<>();
    private volatile boolean terminated;

    /** Dial the contract server; {@link #awaitRegistration} tells whether it answered. */
    ChaincodeStream(InetSocketAddress contractServer, int maximumMessageBytes) {
        channel = Grpc.newChannelBuilderForAddress(
                        contractServer.getHostString(), contractServer.getPort(), InsecureChannelCredentials.create())
                .maxInboundMessageSize(maximumMessageBytes)
                .build();
        // the stream must outlive the call of the program that happens to need it first
        Context caller = Context.ROOT.attach();
        try {
            synchronized (sending) { // the first message may arrive before the field is set
                toContract = ChaincodeGrpc.newStub(channel).connect(this);
            }
        } finally {
            Context.ROOT.detach(caller);
        }
    }

    /** A transaction that the contract is working on. */
    private record Run(String channel, TransactionSimulation simulation, CompletableFuture<ChaincodeMessage> outcome) {}

    /** Wait until the contract has registered. */
    boolean awaitRegistration() throws InterruptedException {
        try {
            return registered.get(REGISTRATION_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    boolean isOpen() {
        return !terminated;
    }

    /** Let the contract work on a transaction. */
    SimulationResult run(ChaincodeMessage transaction, TransactionSimulation simulation)
            throws ProposalFailedException, InterruptedException {
        String id = transaction.getTxid();
        Run run = new Run(transaction.getChannelId(), simulation, new CompletableFuture<>());
        if (runs.putIfAbsent(id, run) != null) {
            throw ProposalFailedException.notExecuted(
                    id, "txid: " + id + "(" + transaction.getChannelId() + ") exists");
        }
        try {
            if (terminated) {
                throw ProposalFailedException.notExecuted(id, TERMINATED);
            }
            send(transaction);
            return result(run.outcome().get(CALL_LIMIT.toMillis(), TimeUnit.MILLISECONDS), simulation);
        } catch (ExecutionException e) {
            throw ProposalFailedException.notExecuted(id, TERMINATED);
        } catch (TimeoutException e) {
            throw ProposalFailedException.notExecuted(id, "timeout expired while executing transaction");
        } catch (InvalidProtocolBufferException e) {
            throw ProposalFailedException.notExecuted(id, "the contract's answer cannot be decoded");
        } finally {
            runs.remove(id, run);
        }
    }

    @Override
    public void onNext(ChaincodeMessage message) {
        switch (message.getType()) {
            case REGISTER -> {
                send(ChaincodeMessage.newBuilder()
                        .setType(ChaincodeMessage.Type.REGISTERED)
                        .build());
                send(ChaincodeMessage.newBuilder()
                        .setType(ChaincodeMessage.Type.READY)
                        .build());
                registered.complete(true);
            }
            case KEEPALIVE -> LOG.debug("The contract server is alive");
            case COMPLETED, ERROR ->
                Optional.ofNullable(runs.get(message.getTxid()))
                        .ifPresent(run -> run.outcome().complete(message));
            default -> send(answer(message));
        }
    }

    @Override
    public void onError(Throwable cause) {
        LOG.info("The contract server ended the stream: {}", cause.getMessage());
        terminate();
    }

    @Override
    public void onCompleted() {
        terminate();
    }

    /** End the stream; transactions in flight fail, and the contract is told, so that none of its threads waits for ever. */
    @Override
    public void close() {
        synchronized (sending) {
            if (!terminated) {
                runs.forEach((id, run) -> toContract.onNext(error(id, run.channel(), TERMINATED)));
                toContract.onCompleted();
            }
            terminate();
        }
        try {
            if (!channel.awaitTermination(CLOSE_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                channel.shutdownNow();
            }
        } catch (InterruptedException e) {
            channel.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void terminate() {
        terminated = true;
        registered.complete(false);
        var cause = new IllegalStateException(TERMINATED);
        runs.values().forEach(run -> run.outcome().completeExceptionally(cause));
        channel.shutdown();
    }

    private ChaincodeMessage answer(ChaincodeMessage request) {
        Run run = runs.get(request.getTxid());
        if (run == null) {
            return error(request.getTxid(), request.getChannelId(), "no ledger context");
        }
        try {
            ByteString payload = run.simulation().answer(request);
            return ChaincodeMessage.newBuilder()
                    .setType(ChaincodeMessage.Type.RESPONSE)
                    .setTxid(request.getTxid())
                    .setChannelId(request.getChannelId())
                    .setPayload(payload)
                    .build();
        } catch (UnsupportedRequestException | InvalidProtocolBufferException | LedgerStorageException e) {
            LOG.warn("Transaction {}: {} refused: {}", request.getTxid(), request.getType(), e.getMessage());
            return error(request.getTxid(), request.getChannelId(), String.valueOf(e.getMessage()));
        }
    }

    private void send(ChaincodeMessage message) {
        synchronized (sending) {
            if (!terminated) {
                toContract.onNext(message);
            }
        }
    }

    private static SimulationResult result(ChaincodeMessage outcome, TransactionSimulation simulation)
            throws InvalidProtocolBufferException {
        if (outcome.getType() == ChaincodeMessage.Type.ERROR) {
            var response = Response.newBuilder().setStatus(500).setMessageBytes(outcome.getPayload());
            return new SimulationResult(response.build(), Optional.empty(), ByteString.EMPTY);
        }
        return new SimulationResult(
                Response.parseFrom(outcome.getPayload()),
                outcome.hasChaincodeEvent() ? Optional.of(outcome.getChaincodeEvent()) : Optional.empty(),
                simulation.readWriteSet());
    }

    private static ChaincodeMessage error(String transactionId, String channelId, String reason) {
        return ChaincodeMessage.newBuilder()
                .setType(ChaincodeMessage.Type.ERROR)
                .setTxid(transactionId)
                .setChannelId(channelId)
                .setPayload(ByteString.copyFromUtf8(reason))
                .build();
    }
}
