// SPDX-License-Identifier: Apache-2.0
package aegle.embedded.peer;

import com.google.protobuf.Any;
import com.google.rpc.Status;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.function.Supplier;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;

/** Failures in the form in which Fabric's gateway tells them: a status, and details that name the peer. */
final class GatewayErrors {

    private final Supplier<String> address;
    private final String mspId;

    GatewayErrors(Supplier<String> address, String mspId) {
        this.address = address;
        this.mspId = mspId;
    }

    StatusRuntimeException refused(RequestRefusedException refusal) {
        return status(refusal.code(), refusal.reason(), refusal.reason());
    }

    StatusRuntimeException notEndorsed(ProposalFailedException failure) {
        return status(failure.endorsed(), failure.detail());
    }

    StatusRuntimeException notEvaluated(ProposalFailedException failure) {
        return status(failure.evaluated(), failure.detail());
    }

    StatusRuntimeException noQuorum() {
        return status(
                Code.UNAVAILABLE,
                "insufficient number of orderers could successfully process transaction to satisfy quorum requirement",
                "no quorum of orderers");
    }

    StatusRuntimeException notCommitted() {
        return status(
                Code.UNAVAILABLE, "no orderers could successfully process transaction", "the ledger is not writable");
    }

    private StatusRuntimeException status(ProposalFailedException.Answer answer, String detail) {
        return detail.isEmpty()
                ? StatusProto.toStatusRuntimeException(Status.newBuilder()
                        .setCode(answer.code().value())
                        .setMessage(answer.message())
                        .build())
                : status(answer.code(), answer.message(), detail);
    }

    private StatusRuntimeException status(Code code, String message, String detail) {
        return StatusProto.toStatusRuntimeException(Status.newBuilder()
                .setCode(code.value())
                .setMessage(message)
                .addDetails(Any.pack(ErrorDetail.newBuilder()
                        .setAddress(address.get())
                        .setMspId(mspId)
                        .setMessage(detail)
                        .build()))
                .build());
    }
}
