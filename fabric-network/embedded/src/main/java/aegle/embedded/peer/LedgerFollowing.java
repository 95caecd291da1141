// SPDX-License-Identifier: Apache-2.0
package aegle.embedded.peer;

import io.grpc.stub.ServerCallStreamObserver;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.hyperledger.fabric.protos.gateway.ChaincodeEventsRequest;
import org.hyperledger.fabric.protos.gateway.ChaincodeEventsResponse;
import org.hyperledger.fabric.protos.gateway.CommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.SignedChaincodeEventsRequest;
import org.hyperledger.fabric.protos.gateway.SignedCommitStatusRequest;

/** Tells programs what becomes of transactions: one transaction's fate, or the events of all. */
final class LedgerFollowing {

    private final SignedRequestCheck check;
    private final String contract;
    private final Ledger ledger;
    private final BlockCommitter committer;
    private final ExecutorService threads;

    LedgerFollowing(
            SignedRequestCheck check,
            String contract,
            Ledger ledger,
            BlockCommitter committer,
            ExecutorService threads) {
        this.check = check;
        this.contract = contract;
        this.ledger = ledger;
        this.committer = committer;
        this.threads = threads;
    }

    /** Wait for one transaction; whoever cancels the returned future waits no longer. */
    CompletableFuture<Commitment> commitment(SignedCommitStatusRequest signed) throws RequestRefusedException {
        CommitStatusRequest request = check.check(signed);
        return committer.await(request.getTransactionId());
    }

    /** Send events until the client cancels. */
    void events(SignedChaincodeEventsRequest signed, ServerCallStreamObserver<ChaincodeEventsResponse> client)
            throws RequestRefusedException {
        ChaincodeEventsRequest request = check.check(signed);
        EventReplay.Start start = start(request);
        if (!contract.equals(request.getChaincodeId())) {
            return; // as in Fabric: a stream on which nothing ever happens
        }
        EventReplay replay = new EventReplay(ledger, committer, start, client);
        client.setOnReadyHandler(replay::clientIsReady);
        Future<?> running = threads.submit(replay);
        client.setOnCancelHandler(() -> running.cancel(true));
    }

    private EventReplay.Start start(ChaincodeEventsRequest request) throws RequestRefusedException {
        String after = request.getAfterTransactionId();
        Optional<Commitment> known = after.isEmpty() ? Optional.empty() : ledger.commitment(after);
        if (known.isPresent()) {
            return new EventReplay.Start(known.get().block(), after);
        }
        return switch (request.getStartPosition().getTypeCase()) {
            case SPECIFIED ->
                new EventReplay.Start(
                        Math.max(0, request.getStartPosition().getSpecified().getNumber()), after);
            case NEXT_COMMIT, TYPE_NOT_SET -> new EventReplay.Start(ledger.height(), after);
            case OLDEST, NEWEST -> throw RequestRefusedException.malformed("invalid start position type");
        };
    }
}
