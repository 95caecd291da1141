// SPDX-License-Identifier: Apache-2.0
package aegle.embedded.peer;

import io.grpc.Status;

/**
 * A proposal that the endorser turned down or could not execute.
 *
 * <p>Endorse always answers such a failure with ABORTED; Evaluate with the code and the sentence kept here (gateway of Fabric
 * v3.1: a contract's own error is not retried elsewhere, a peer's is).
 */
final class ProposalFailedException extends Exception {

    private static final long serialVersionUID = 1L;
    private static final String DETAILS_ATTACHED = "failed to evaluate transaction, see attached details for more info";

    private final Status.Code evaluateCode;
    private final String evaluateMessage;

    private ProposalFailedException(Status.Code evaluateCode, String evaluateMessage, String detail) {
        super(detail);
        this.evaluateCode = evaluateCode;
        this.evaluateMessage = evaluateMessage;
    }

    /** The contract, or a system contract's access control, answered with an error. */
    static ProposalFailedException contractError(int status, String message) {
        return answered(Status.Code.UNKNOWN, "chaincode response " + status + ", " + message);
    }

    /** The endorser found the proposal itself wrong. */
    static ProposalFailedException rejected(String reason) {
        return answered(Status.Code.FAILED_PRECONDITION, reason);
    }

    /** The proposal's time is too far from this peer's. */
    static ProposalFailedException wrongTime(String reason) {
        return new ProposalFailedException(Status.Code.UNAVAILABLE, DETAILS_ATTACHED, reason);
    }

    /** The contract could not be reached, or did not answer. */
    static ProposalFailedException notExecuted(String transactionId, String reason) {
        return new ProposalFailedException(
                Status.Code.ABORTED,
                DETAILS_ATTACHED,
                "error in simulation: failed to execute transaction " + transactionId + ": " + reason);
    }

    private static ProposalFailedException answered(Status.Code code, String detail) {
        return new ProposalFailedException(code, "evaluate call to endorser returned error: " + detail, detail);
    }

    Status.Code evaluateCode() {
        return evaluateCode;
    }

    String evaluateMessage() {
        return evaluateMessage;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
