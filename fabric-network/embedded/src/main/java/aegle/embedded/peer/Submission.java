// SPDX-License-Identifier: Apache-2.0
package aegle.embedded.peer;

import java.util.concurrent.ExecutionException;
import org.hyperledger.fabric.protos.gateway.SubmitRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings submitted transactions into blocks, unless a {@link CommitFault} stands between. */
final class Submission {

    private static final Logger LOG = LoggerFactory.getLogger(Submission.class);

    private final SubmissionCheck check;
    private final BlockCommitter committer;
    private final CommitFault fault;

    Submission(SubmissionCheck check, BlockCommitter committer, CommitFault fault) {
        this.check = check;
        this.committer = committer;
        this.fault = fault;
    }

    /** Commit a transaction, valid or not; false if the client must believe that it failed. */
    boolean submit(SubmitRequest request) throws RequestRefusedException, ExecutionException, InterruptedException {
        OrderedTransaction transaction = check.check(request);
        return switch (fault.fate(transaction.id())) {
            case CommitFault.Ordered() -> {
                Commitment commitment = committer.commit(transaction).get();
                LOG.debug("Transaction {} is {}", transaction.id(), commitment);
                yield true;
            }
            case CommitFault.Lost() -> false;
            case CommitFault.Ghost(var release) -> {
                var _ = release.thenRun(() -> {
                    var _ = committer.commit(transaction);
                });
                yield false;
            }
        };
    }
}
