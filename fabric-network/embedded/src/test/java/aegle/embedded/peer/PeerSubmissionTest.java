// SPDX-License-Identifier: Apache-2.0
package aegle.embedded.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.hyperledger.fabric.client.EndorseException;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Hash;
import org.hyperledger.fabric.client.Proposal;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.gateway.CommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.CommitStatusResponse;
import org.hyperledger.fabric.protos.gateway.PreparedTransaction;
import org.hyperledger.fabric.protos.gateway.SignedCommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.SubmitRequest;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeEndorsedAction;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
final class PeerSubmissionTest {

    private Training training;
    private Member anna;
    private Member mallory;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        training = Training.start(directory);
        anna = training.authority().client();
        mallory = training.authority().member("CN=mallory,OU=client");
    }

    @AfterAll
    void stop() {
        training.close();
    }

    @Test
    void tampered_write_set_is_an_endorsement_policy_failure() throws Exception {
        PreparedTransaction endorsed = endorsePut("tampered", "honest");

        Envelope tampered =
                changeAction(endorsed.getEnvelope(), action -> action.setProposalResponsePayload(forgeWrites(action)));

        assertEquals(TxValidationCode.ENDORSEMENT_POLICY_FAILURE, submit(endorsed, tampered, anna));
        assertAbsent("tampered");
    }

    @Test
    void missing_endorsement_is_an_endorsement_policy_failure() throws Exception {
        PreparedTransaction endorsed = endorsePut("unendorsed", "1");

        Envelope stripped = changeAction(endorsed.getEnvelope(), ChaincodeEndorsedAction.Builder::clearEndorsements);

        assertEquals(TxValidationCode.ENDORSEMENT_POLICY_FAILURE, submit(endorsed, stripped, anna));
        assertAbsent("unendorsed");
    }

    @Test
    void endorsement_by_somebody_else_is_an_endorsement_policy_failure() throws Exception {
        PreparedTransaction endorsed = endorsePut("self-endorsed", "1");

        Envelope selfEndorsed = changeAction(endorsed.getEnvelope(), action -> {
            ByteString payload = action.getProposalResponsePayload();
            action.getEndorsementsBuilder(0)
                    .setEndorser(anna.creator())
                    .setSignature(sign(anna, payload.concat(anna.creator())));
        });

        assertEquals(TxValidationCode.ENDORSEMENT_POLICY_FAILURE, submit(endorsed, selfEndorsed, anna));
        assertAbsent("self-endorsed");
    }

    @Test
    void endorsement_of_another_proposal_of_the_same_creator_is_invalid() throws Exception {
        PreparedTransaction first = endorsePut("swapped", "1");
        PreparedTransaction second = endorsePut("swapped", "2");

        Envelope swapped = changePayload(
                first.getEnvelope(),
                payload -> payload.setData(payload(second.getEnvelope()).getData()));

        assertEquals(TxValidationCode.INVALID_ENDORSER_TRANSACTION, submit(first, swapped, anna));
        assertAbsent("swapped");
    }

    @Test
    void transaction_signed_by_another_creator_is_refused() throws Exception {
        PreparedTransaction endorsed = endorsePut("foreign", "1");

        var refusal =
                assertThrows(StatusRuntimeException.class, () -> submit(endorsed, endorsed.getEnvelope(), mallory));

        assertEquals(Status.Code.PERMISSION_DENIED, refusal.getStatus().getCode());
        assertAbsent("foreign");
    }

    @Test
    void transaction_moved_under_another_creator_is_invalid() throws Exception {
        PreparedTransaction endorsed = endorsePut("moved", "1");
        SignatureHeader header = SignatureHeader.newBuilder()
                .setNonce(ByteString.copyFromUtf8("a nonce of twenty-four b"))
                .setCreator(mallory.creator())
                .build();
        String id = HexFormat.of()
                .formatHex(Hash.SHA256.apply(
                        header.getNonce().concat(header.getCreator()).toByteArray()));

        Envelope moved = changePayload(
                endorsed.getEnvelope(),
                payload -> payload.getHeaderBuilder()
                        .setSignatureHeader(header.toByteString())
                        .setChannelHeader(withTransactionId(payload.getHeader(), id)));

        var renamed = endorsed.toBuilder().setTransactionId(id).build();
        assertEquals(TxValidationCode.INVALID_ENDORSER_TRANSACTION, submit(renamed, moved, mallory));
        assertAbsent("moved");
    }

    @Test
    void transaction_whose_creator_was_revoked_after_endorsement_is_refused() throws Exception {
        Member leaver = training.authority().member("CN=leaver,OU=client");
        PreparedTransaction endorsed = PreparedTransaction.parseFrom(
                proposePut(leaver, "leaver", "1").endorse().getBytes());

        training.revoke(leaver.certificate());

        var refusal =
                assertThrows(StatusRuntimeException.class, () -> submit(endorsed, endorsed.getEnvelope(), leaver));
        assertEquals(Status.Code.PERMISSION_DENIED, refusal.getStatus().getCode());
        assertAbsent("leaver");
    }

    @Test
    void replayed_transaction_keeps_its_first_result() throws Exception {
        PreparedTransaction endorsed = endorsePut("replayed", "first");
        assertEquals(TxValidationCode.VALID, submit(endorsed, endorsed.getEnvelope(), anna));
        training.notebook(anna).submitTransaction("put", "replayed", "second");
        long height = training.peer().height();

        assertEquals(TxValidationCode.VALID, submit(endorsed, endorsed.getEnvelope(), anna));

        assertEquals(height, training.peer().height());
        assertEquals("second", get("replayed"));
    }

    @Test
    void proposal_of_a_committed_transaction_is_refused() throws Exception {
        Proposal proposal = proposePut(anna, "twice", "1");
        proposal.endorse().submit();

        var refusal = assertThrows(EndorseException.class, proposal::endorse);

        assertEquals(
                "duplicate transaction found [" + proposal.getTransactionId() + "]",
                refusal.getDetails().getFirst().getMessage());
    }

    @Test
    void bytes_that_are_no_transaction_are_refused() {
        Envelope nonsense = Envelope.newBuilder()
                .setPayload(ByteString.copyFromUtf8("nonsense"))
                .setSignature(ByteString.copyFromUtf8("nonsense"))
                .build();
        SubmitRequest request =
                SubmitRequest.newBuilder().setPreparedTransaction(nonsense).build();

        var refusal = assertThrows(
                StatusRuntimeException.class, () -> training.handmadeClient().submit(request));

        assertEquals(Status.Code.INVALID_ARGUMENT, refusal.getStatus().getCode());
    }

    private Proposal proposePut(Member creator, String key, String value) {
        return training.notebook(creator)
                .newProposal("put")
                .addArguments(key, value)
                .build();
    }

    private PreparedTransaction endorsePut(String key, String value) throws Exception {
        return PreparedTransaction.parseFrom(
                proposePut(anna, key, value).endorse().getBytes());
    }

    private TxValidationCode submit(PreparedTransaction endorsed, Envelope envelope, Member signer)
            throws GeneralSecurityException {
        Envelope signed = envelope.toBuilder()
                .setSignature(signer.sign(envelope.getPayload()))
                .build();
        var accepted = training.handmadeClient()
                .submit(SubmitRequest.newBuilder()
                        .setTransactionId(endorsed.getTransactionId())
                        .setChannelId(Training.CHANNEL)
                        .setPreparedTransaction(signed)
                        .build());
        assertEquals(0, accepted.getSerializedSize());
        ByteString question = CommitStatusRequest.newBuilder()
                .setChannelId(Training.CHANNEL)
                .setTransactionId(endorsed.getTransactionId())
                .setIdentity(anna.creator())
                .build()
                .toByteString();
        CommitStatusResponse answer = training.handmadeClient()
                .commitStatus(SignedCommitStatusRequest.newBuilder()
                        .setRequest(question)
                        .setSignature(anna.sign(question))
                        .build());
        return answer.getResult();
    }

    private void assertAbsent(String key) {
        assertThrows(GatewayException.class, () -> get(key));
    }

    private String get(String key) throws GatewayException {
        return Training.text(training.notebook(anna).evaluateTransaction("get", key));
    }

    private static ByteString forgeWrites(ChaincodeEndorsedAction.Builder action) {
        try {
            var response = ProposalResponsePayload.parseFrom(action.getProposalResponsePayload());
            byte[] extension = response.getExtension().toByteArray();
            int honest = new String(extension, StandardCharsets.ISO_8859_1).indexOf("honest");
            extension[honest] = 'H';
            return response.toBuilder()
                    .setExtension(ByteString.copyFrom(extension))
                    .build()
                    .toByteString();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ByteString withTransactionId(Header header, String id) {
        try {
            return ChannelHeader.parseFrom(header.getChannelHeader()).toBuilder()
                    .setTxId(id)
                    .build()
                    .toByteString();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ByteString sign(Member member, ByteString data) {
        try {
            return member.sign(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Payload payload(Envelope envelope) {
        try {
            return Payload.parseFrom(envelope.getPayload());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Envelope changePayload(Envelope envelope, Consumer<Payload.Builder> change) {
        Payload.Builder payload = payload(envelope).toBuilder();
        change.accept(payload);
        return Envelope.newBuilder().setPayload(payload.build().toByteString()).build();
    }

    private static Envelope changeAction(Envelope envelope, Consumer<ChaincodeEndorsedAction.Builder> change) {
        UnaryOperator<ByteString> changed = bytes -> {
            try {
                Transaction.Builder transaction = Transaction.parseFrom(bytes).toBuilder();
                var action = transaction.getActionsBuilder(0);
                var actionPayload = ChaincodeActionPayload.parseFrom(action.getPayload()).toBuilder();
                change.accept(actionPayload.getActionBuilder());
                action.setPayload(actionPayload.build().toByteString());
                return transaction.build().toByteString();
            } catch (InvalidProtocolBufferException e) {
                throw new IllegalStateException(e);
            }
        };
        return changePayload(envelope, payload -> payload.setData(changed.apply(payload.getData())));
    }
}
