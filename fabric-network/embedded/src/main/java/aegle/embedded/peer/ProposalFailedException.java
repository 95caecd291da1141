// SPDX-License-Identifier: Apache-2.0
package aegle.embedded.peer;

import io.grpc.Status;

/**
 * A proposal that the endorser turned down or could not execute.
 *
 * <p>Endorse answers such a failure with ABORTED, Evaluate with a code and a sentence of its own (gateway of Fabric v3.1: a
 * contract's own error is not retried elsewhere, a peer's is). Where no peer has the contract, both are told by the gateway itself, in
 * other words and without details.
 */
final class ProposalFailedException extends Exception {

    private static final long serialVersionUID = 1L;
    private static final Answer NOT_ENDORSED =
            new Answer(Status.Code.ABORTED, "failed to endorse transaction, see attached details for more info");
    private static final String DETAILS_ATTACHED = "failed to evaluate transaction, see attached details for more info";

    private final Answer evaluated;
    private final Answer endorsed;

    private ProposalFailedException(Answer evaluated, Answer endorsed, String detail) {
        super(detail);
        this.evaluated = evaluated;
        this.endorsed = endorsed;
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
        return new ProposalFailedException(new Answer(Status.Code.UNAVAILABLE, DETAILS_ATTACHED), NOT_ENDORSED, reason);
    }

    /** The contract could not be reached, or did not answer. */
    static ProposalFailedException notExecuted(String transactionId, String reason) {
        return new ProposalFailedException(
                new Answer(Status.Code.ABORTED, DETAILS_ATTACHED),
                NOT_ENDORSED,
                "error in simulation: failed to execute transaction " + transactionId + ": " + reason);
    }

    /** There is no such channel. */
    static ProposalFailedException channelUnknown(String channel, String contract) {
        return absent(
                new Answer(
                        Status.Code.UNAVAILABLE,
                        "failed to get config for channel [" + channel + "]: could not get last config for channel "
                                + channel),
                channel,
                contract);
    }

    /** There is no such contract on the channel. */
    static ProposalFailedException contractUnknown(String channel, String contract) {
        return absent(
                new Answer(
                        Status.Code.FAILED_PRECONDITION,
                        "no peers available to evaluate chaincode " + contract + " in channel " + channel),
                channel,
                contract);
    }

    private static ProposalFailedException absent(Answer evaluated, String channel, String contract) {
        var endorsed = new Answer(
                Status.Code.FAILED_PRECONDITION,
                "no combination of peers can be derived which satisfy the endorsement policy: No metadata was found for chaincode "
                        + contract + " in channel " + channel);
        return new ProposalFailedException(evaluated, endorsed, "");
    }

    private static ProposalFailedException answered(Status.Code code, String detail) {
        return new ProposalFailedException(
                new Answer(code, "evaluate call to endorser returned error: " + detail), NOT_ENDORSED, detail);
    }

    Answer evaluated() {
        return evaluated;
    }

    Answer endorsed() {
        return endorsed;
    }

    /** What the peer said to the gateway; empty if no peer was asked. */
    String detail() {
        return String.valueOf(getMessage());
    }

    /** Code and sentence of the gateway. */
    record Answer(Status.Code code, String message) implements java.io.Serializable {}
}
