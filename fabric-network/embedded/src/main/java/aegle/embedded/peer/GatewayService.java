// SPDX-License-Identifier: Apache-2.0
package aegle.embedded.peer;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.hyperledger.fabric.protos.gateway.ChaincodeEventsResponse;
import org.hyperledger.fabric.protos.gateway.CommitStatusResponse;
import org.hyperledger.fabric.protos.gateway.EndorseRequest;
import org.hyperledger.fabric.protos.gateway.EndorseResponse;
import org.hyperledger.fabric.protos.gateway.EvaluateRequest;
import org.hyperledger.fabric.protos.gateway.EvaluateResponse;
import org.hyperledger.fabric.protos.gateway.GatewayGrpc;
import org.hyperledger.fabric.protos.gateway.SignedChaincodeEventsRequest;
import org.hyperledger.fabric.protos.gateway.SignedCommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.SubmitRequest;
import org.hyperledger.fabric.protos.gateway.SubmitResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The service {@code gateway.Gateway} as a program sees it; calls block, so each needs a (virtual) thread of its own. */
final class GatewayService extends GatewayGrpc.GatewayImplBase {

    private static final Logger LOG = LoggerFactory.getLogger(GatewayService.class);

    private final Endorsing endorsing;
    private final Submission submission;
    private final LedgerFollowing following;
    private final GatewayErrors errors;

    GatewayService(Endorsing endorsing, Submission submission, LedgerFollowing following, GatewayErrors errors) {
        this.endorsing = endorsing;
        this.submission = submission;
        this.following = following;
        this.errors = errors;
    }

    /** The work behind one unary call. */
    @FunctionalInterface
    private interface Call<T> {
        T answer() throws RequestRefusedException, ProposalFailedException, ExecutionException, InterruptedException;
    }

    /** How a failed proposal is told. */
    @FunctionalInterface
    private interface ProposalFailure {
        StatusRuntimeException status(ProposalFailedException failure);
    }

    @Override
    public void evaluate(EvaluateRequest request, StreamObserver<EvaluateResponse> client) {
        respond(
                client,
                errors::notEvaluated,
                () -> EvaluateResponse.newBuilder()
                        .setResult(endorsing.evaluate(request.getProposedTransaction(), request.getTransactionId()))
                        .build());
    }

    @Override
    public void endorse(EndorseRequest request, StreamObserver<EndorseResponse> client) {
        respond(
                client,
                errors::notEndorsed,
                () -> EndorseResponse.newBuilder()
                        .setPreparedTransaction(
                                endorsing.endorse(request.getProposedTransaction(), request.getTransactionId()))
                        .build());
    }

    @Override
    public void submit(SubmitRequest request, StreamObserver<SubmitResponse> client) {
        respond(client, errors::notEndorsed, () -> {
            if (!submission.submit(request)) {
                throw errors.noQuorum();
            }
            return SubmitResponse.getDefaultInstance();
        });
    }

    @Override
    public void commitStatus(SignedCommitStatusRequest request, StreamObserver<CommitStatusResponse> client) {
        respond(client, errors::notEndorsed, () -> {
            CompletableFuture<Commitment> commitment = following.commitment(request);
            ((ServerCallStreamObserver<CommitStatusResponse>) client)
                    .setOnCancelHandler(() -> commitment.cancel(false));
            return CommitStatusResponse.newBuilder()
                    .setResult(commitment.get().code())
                    .setBlockNumber(commitment.get().block())
                    .build();
        });
    }

    @Override
    public void chaincodeEvents(SignedChaincodeEventsRequest request, StreamObserver<ChaincodeEventsResponse> client) {
        try {
            following.events(request, (ServerCallStreamObserver<ChaincodeEventsResponse>) client);
        } catch (RequestRefusedException e) {
            client.onError(errors.refused(e));
        }
    }

    private <T> void respond(StreamObserver<T> client, ProposalFailure proposalFailure, Call<T> call) {
        try {
            T answer = call.answer();
            client.onNext(answer);
            client.onCompleted();
        } catch (RequestRefusedException e) {
            client.onError(errors.refused(e));
        } catch (ProposalFailedException e) {
            client.onError(proposalFailure.status(e));
        } catch (ExecutionException | LedgerStorageException e) {
            LOG.error("A request could not be served", e);
            client.onError(errors.notCommitted());
        } catch (CancellationException e) {
            client.onError(Status.CANCELLED.asRuntimeException());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            client.onError(
                    Status.UNAVAILABLE.withDescription("the peer is stopping").asRuntimeException());
        } catch (StatusRuntimeException e) {
            client.onError(e);
        }
    }
}
