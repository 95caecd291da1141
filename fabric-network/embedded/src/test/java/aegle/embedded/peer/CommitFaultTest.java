// SPDX-License-Identifier: Apache-2.0
package aegle.embedded.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.protobuf.ByteString;
import io.grpc.Status;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.hyperledger.fabric.client.Commit;
import org.hyperledger.fabric.client.CommitStatusException;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.SubmitException;
import org.hyperledger.fabric.protos.gateway.CommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.SignedCommitStatusRequest;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class CommitFaultTest {

    private final AtomicReference<CommitFault.Fate> fate = new AtomicReference<>(new CommitFault.Ordered());
    private Training training;
    private Member anna;
    private Gateway gateway;

    @BeforeEach
    void start(@TempDir Path directory) throws Exception {
        training = Training.start(directory, id -> fate.get());
        anna = training.authority().client();
        gateway = training.gateway(anna);
    }

    @AfterEach
    void stop() {
        training.close();
    }

    @Test
    void ghost_fails_at_submit_and_commits_later() throws Exception {
        CompletableFuture<String> release = new CompletableFuture<>();
        fate.set(new CommitFault.Ghost(release));

        var failure = assertThrows(SubmitException.class, () -> put("ghost"));
        assertEquals(Status.Code.UNAVAILABLE, failure.getStatus().getCode());
        assertEquals(
                "insufficient number of orderers could successfully process transaction to satisfy quorum requirement",
                failure.getStatus().getDescription());
        assertThrows(GatewayException.class, () -> get("ghost"));
        release.complete("orderers are back");

        assertEquals(
                TxValidationCode.VALID,
                commit(failure.getTransactionId()).getStatus().getCode());
        assertEquals("1", get("ghost"));
    }

    @Test
    void commit_status_waits_for_a_ghost() throws Exception {
        CompletableFuture<String> release = new CompletableFuture<>();
        fate.set(new CommitFault.Ghost(release));
        var failure = assertThrows(SubmitException.class, () -> put("awaited"));
        Commit commit = commit(failure.getTransactionId());

        var early = assertThrows(
                CommitStatusException.class,
                () -> commit.getStatus(options -> options.withDeadlineAfter(500, TimeUnit.MILLISECONDS)));
        release.complete("orderers are back");

        assertEquals(Status.Code.DEADLINE_EXCEEDED, early.getStatus().getCode());
        assertEquals(TxValidationCode.VALID, commit.getStatus().getCode());
    }

    @Test
    void ghost_that_was_submitted_again_commits_once() throws Exception {
        CompletableFuture<String> release = new CompletableFuture<>();
        fate.set(new CommitFault.Ghost(release));
        var transaction = training.notebook(anna)
                .newProposal("put")
                .addArguments("again", "1")
                .build()
                .endorse();
        assertThrows(SubmitException.class, transaction::submit);
        fate.set(new CommitFault.Ordered());
        transaction.submit();
        long height = training.peer().height();

        release.complete("orderers are back");
        put("barrier");

        assertEquals(height + 1, training.peer().height());
    }

    @Test
    void lost_transaction_never_commits() throws Exception {
        fate.set(new CommitFault.Lost());
        var failure = assertThrows(SubmitException.class, () -> put("lost"));
        fate.set(new CommitFault.Ordered());

        put("found");

        assertEquals(Status.Code.UNAVAILABLE, failure.getStatus().getCode());
        assertThrows(GatewayException.class, () -> get("lost"));
        assertEquals("1", get("found"));
    }

    private void put(String key) throws Exception {
        assertEquals("1", Training.text(training.notebook(anna).submitTransaction("put", key, "1")));
    }

    private String get(String key) throws GatewayException {
        return Training.text(training.notebook(anna).evaluateTransaction("get", key));
    }

    private Commit commit(String transactionId) {
        ByteString request = CommitStatusRequest.newBuilder()
                .setChannelId(Training.CHANNEL)
                .setTransactionId(transactionId)
                .setIdentity(anna.creator())
                .build()
                .toByteString();
        return gateway.newCommit(SignedCommitStatusRequest.newBuilder()
                .setRequest(request)
                .build()
                .toByteArray());
    }
}
