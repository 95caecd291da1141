// SPDX-License-Identifier: Apache-2.0

package aegle.client.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.client.ledger.Diagnosis.HospitalsDisagree;
import aegle.client.ledger.Diagnosis.HospitalsMissing;
import aegle.client.ledger.Diagnosis.PeerUnusable;
import aegle.client.ledger.Diagnosis.Refused;
import aegle.record.codec.LedgerErrorCode;
import com.google.protobuf.Any;
import com.google.rpc.Status;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.Optional;
import org.hyperledger.fabric.client.EndorseException;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.SubmitException;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows of the first table in {@code docs/outcomes.md}, in the texts that peers were seen to send. */
class DiagnosisTest {

    @ParameterizedTest
    @EnumSource(LedgerErrorCode.class)
    void every_refusal_at_endorse_is_understood(LedgerErrorCode code) {
        var error = endorsing(
                Code.ABORTED,
                "failed to endorse transaction, see attached details for more info",
                "chaincode response 500, " + code + ": what was wrong");

        assertEquals(new Refused(code, "what was wrong"), Diagnosis.of(error));
    }

    @Test
    void a_refusal_at_evaluate_is_understood() {
        var error = evaluating(
                Code.UNKNOWN,
                "evaluate call to endorser returned error: chaincode response 500, EPOCH_STALE: epoch 3, not 2");

        assertEquals(new Refused(LedgerErrorCode.EPOCH_STALE, "epoch 3, not 2"), Diagnosis.of(error));
    }

    @Test
    void a_refusal_by_one_of_several_endorsers_counts() {
        var error = endorsing(
                Code.ABORTED,
                "failed to endorse transaction, see attached details for more info",
                "error in simulation: timeout expired while executing transaction",
                "chaincode response 500, RIGHT_MISSING: no right to write");

        assertEquals(new Refused(LedgerErrorCode.RIGHT_MISSING, "no right to write"), Diagnosis.of(error));
    }

    @Test
    void a_refusal_by_hospitals_that_have_not_got_the_last_block_is_no_refusal_yet() {
        var error = endorsing(
                Code.ABORTED,
                "failed to collect enough transaction endorsements, see attached details for more info",
                "chaincode response 500, DOCUMENT_UNKNOWN: no document 0ac6",
                "ProposalResponsePayloads do not match");

        assertEquals(
                new HospitalsDisagree(Optional.of(new Refused(LedgerErrorCode.DOCUMENT_UNKNOWN, "no document 0ac6"))),
                Diagnosis.of(error));
    }

    @Test
    void results_that_differ_are_a_disagreement() {
        var error = endorsing(
                Code.ABORTED,
                "failed to collect enough transaction endorsements, see attached details for more info",
                "ProposalResponsePayloads do not match",
                "ProposalResponsePayloads do not match");

        assertEquals(new HospitalsDisagree(Optional.empty()), Diagnosis.of(error));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chaincode response 500, null",
                "chaincode response 500, NEWER_CODE: of a contract that is newer than we are",
                "chaincode response 500, EPOCH_STALE without a colon"
            })
    void an_incomprehensible_refusal_lets_another_peer_be_asked(String detail) {
        assertInstanceOf(PeerUnusable.class, Diagnosis.of(endorsing(Code.ABORTED, "failed to endorse", detail)));
    }

    @Test
    void a_clock_that_is_off_is_no_dead_peer() {
        String text =
                "request unauthorized due to incorrect timestamp 2026-01-01T00:00:00Z, peer time 2026-01-01T00:20:00Z";

        assertEquals(
                new Refused(LedgerErrorCode.CLOCK_OFF, text),
                Diagnosis.of(endorsing(Code.ABORTED, "failed to endorse transaction", text)));
        assertInstanceOf(Refused.class, Diagnosis.of(evaluating(Code.UNAVAILABLE, text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "failed to collect enough transaction endorsements, see attached details for more info",
                "no combination of peers can be derived which satisfy the endorsement policy: required peers missing"
            })
    void missing_hospitals_are_worth_waiting_for(String text) {
        assertInstanceOf(HospitalsMissing.class, Diagnosis.of(endorsing(Code.ABORTED, text)));
    }

    @Test
    void a_dead_peer_and_a_dead_contract_server_call_for_the_next_peer() {
        assertInstanceOf(PeerUnusable.class, Diagnosis.of(evaluating(Code.UNAVAILABLE, "io exception")));
        assertInstanceOf(PeerUnusable.class, Diagnosis.of(evaluating(Code.DEADLINE_EXCEEDED, null)));
        assertInstanceOf(
                PeerUnusable.class,
                Diagnosis.of(endorsing(
                        Code.ABORTED,
                        "failed to endorse transaction, see attached details for more info",
                        "error in simulation: failed to execute transaction: could not launch chaincode")));
    }

    @Test
    void two_orderers_that_have_it_in_a_block_have_ordered_it() {
        String processed = "received unsuccessful response from orderer: status=SERVICE_UNAVAILABLE,"
                + " info=failed to submit request: request already processed";

        assertTrue(Diagnosis.isOrdered(submitting(processed, processed)));
        assertFalse(Diagnosis.isOrdered(submitting(processed, "connection refused")));
        assertFalse(Diagnosis.isOrdered(submitting()));
    }

    private static SubmitException submitting(String... details) {
        String text =
                "insufficient number of orderers could successfully process transaction to satisfy quorum requirement";
        return new SubmitException("00ff", failure(Code.UNAVAILABLE, text, details));
    }

    private static GatewayException evaluating(Code code, @Nullable String description) {
        return new GatewayException(
                io.grpc.Status.fromCode(code).withDescription(description).asRuntimeException());
    }

    private static GatewayException endorsing(Code code, String description, String... details) {
        return new EndorseException("00ff", failure(code, description, details));
    }

    private static StatusRuntimeException failure(Code code, String description, String... details) {
        var status = Status.newBuilder().setCode(code.value()).setMessage(description);
        for (String detail : details) {
            status.addDetails(Any.pack(ErrorDetail.newBuilder()
                    .setAddress("peer0.hospital1.example:7051")
                    .setMspId("Hospital1MSP")
                    .setMessage(detail)
                    .build()));
        }
        return StatusProto.toStatusRuntimeException(status.build());
    }
}
