// SPDX-License-Identifier: Apache-2.0
package aegle.embedded.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.interfaces.ECPrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;
import org.hyperledger.fabric.client.EndorseException;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.gateway.ChaincodeEventsRequest;
import org.hyperledger.fabric.protos.gateway.CommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.SignedChaincodeEventsRequest;
import org.hyperledger.fabric.protos.gateway.SignedCommitStatusRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
final class PeerAccessTest {

    private Training training;
    private InventedAuthority authority;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        training = Training.start(directory);
        authority = training.authority();
    }

    @AfterAll
    void stop() {
        training.close();
    }

    @Test
    void client_and_admin_may_propose() throws Exception {
        assertEquals("1", put(authority.client()));
        assertEquals("1", put(authority.member("CN=head,OU=admin")));
        assertEquals("1", put(authority.member("CN=fabric-ca,OU=client+OU=hospital1")));
    }

    @Test
    void certificate_of_an_unknown_root_is_refused() {
        assertDenied(new InventedAuthority("Hospital1MSP").client());
    }

    @Test
    void certificate_of_an_unknown_organization_is_refused() {
        assertDenied(new InventedAuthority("ElsewhereMSP").client());
    }

    @Test
    void expired_certificate_is_refused() {
        Instant longAgo = Instant.now().minus(Duration.ofDays(1));

        assertDenied(authority.member("CN=late,OU=client", longAgo, Duration.ofHours(1)));
    }

    @Test
    void certificate_of_tomorrow_is_refused() {
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));

        assertDenied(authority.member("CN=early,OU=client", tomorrow, Duration.ofHours(1)));
    }

    @Test
    void revoked_certificate_is_refused_from_then_on() throws Exception {
        Member member = authority.client();
        assertEquals("1", put(member));

        training.revoke(member.certificate());

        assertDenied(member);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CN=node,OU=peer", "CN=node,OU=orderer", "CN=none", "CN=both,OU=client,OU=admin"})
    void certificate_without_a_proposing_role_is_refused(String subject) {
        assertDenied(authority.member(subject));
    }

    @Test
    void certificate_of_the_authority_itself_is_refused() {
        assertDenied(authority.itself());
    }

    @Test
    void key_on_another_curve_is_refused() {
        assertDenied(authority.memberWithLongKey());
    }

    @Test
    void stolen_certificate_without_its_key_is_refused() {
        Member victim = authority.client();

        assertDenied(new Member(victim.mspId(), victim.certificate(), InventedAuthority.newKeys("secp256r1")));
    }

    @Test
    void high_s_signature_is_refused() throws Exception {
        Member member = authority.client();
        HandmadeProposal proposal = HandmadeProposal.of(member, header -> {}, "put", "high", "1");
        ByteString lowS = member.sign(proposal.bytes());
        ByteString highS = highS(member, lowS);

        assertCode(
                Status.Code.PERMISSION_DENIED, () -> training.handmadeClient().endorse(proposal.toEndorse(highS)));
        assertTrue(training.handmadeClient().endorse(proposal.toEndorse(lowS)).hasPreparedTransaction());
    }

    @Test
    void wrong_header_type_is_refused() throws Exception {
        assertMalformed(header -> header.setType(HeaderType.CONFIG_VALUE));
    }

    @Test
    void transaction_id_that_is_not_the_hash_of_nonce_and_creator_is_refused() throws Exception {
        assertMalformed(header -> header.setTxId("00".repeat(32)));
    }

    @Test
    void proposal_that_names_two_contracts_is_refused() throws Exception {
        assertMalformed(header -> header.setExtension(ByteString.EMPTY));
    }

    @Test
    void bytes_that_are_no_proposal_are_refused() {
        var nonsense = new HandmadeProposal("x", ByteString.copyFromUtf8("no proposal"));

        assertCode(
                Status.Code.INVALID_ARGUMENT,
                () -> training.handmadeClient().evaluate(nonsense.toEvaluate(ByteString.EMPTY)));
    }

    @ParameterizedTest
    @ValueSource(ints = {-16, 16})
    void clock_that_is_off_is_told_with_the_time_of_the_peer(int minutes, @TempDir Path directory) throws Exception {
        Clock off = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(minutes));
        try (Training elsewhere = Training.startWithClock(directory, off)) {
            var notebook = elsewhere.notebook(elsewhere.authority().client());

            var endorsing = assertThrows(EndorseException.class, () -> notebook.submitTransaction("put", "t", "1"));
            var evaluating = assertThrows(GatewayException.class, () -> notebook.evaluateTransaction("get", "t"));

            assertEquals(Status.Code.ABORTED, endorsing.getStatus().getCode());
            assertEquals(Status.Code.UNAVAILABLE, evaluating.getStatus().getCode());
            String detail = endorsing.getDetails().getFirst().getMessage();
            assertTrue(detail.startsWith("request unauthorized due to incorrect timestamp "), detail);
            assertTrue(detail.contains("peer time "), detail);
        }
    }

    /** The words of Fabric v3.1.5 ({@code OddCalls} in the acceptance tests compares them with a real network). */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            qscc       | access denied for [GetChainInfo][training]: [failed evaluating policy
            cscc       | access denied for [GetChainInfo][training]: failed evaluating policy
            _lifecycle | Failed to authorize invocation due to failed ACL check: failed evaluating policy
            """)
    void system_contract_is_refused_as_by_an_access_control_list(String name, String words) {
        var contract = training.network(authority.client()).getContract(name);

        var evaluating = assertThrows(
                GatewayException.class, () -> contract.evaluateTransaction("GetChainInfo", Training.CHANNEL));
        var endorsing = assertThrows(
                EndorseException.class, () -> contract.submitTransaction("GetChainInfo", Training.CHANNEL));

        String detail = "chaincode response 500, " + words;
        assertTrue(evaluating.getDetails().getFirst().getMessage().startsWith(detail), evaluating.toString());
        assertTrue(endorsing.getDetails().getFirst().getMessage().startsWith(detail), endorsing.toString());
    }

    @Test
    void the_old_lifecycle_contract_is_none_any_more() {
        var contract = training.network(authority.client()).getContract("lscc");

        var evaluating = assertThrows(GatewayException.class, () -> contract.evaluateTransaction("GetChaincodes"));

        assertEquals(Status.Code.ABORTED, evaluating.getStatus().getCode());
        assertTrue(evaluating.getDetails().getFirst().getMessage().endsWith("could not launch chaincode lscc.syscc"));
    }

    @Test
    void unknown_contract_and_channel_are_told_by_the_gateway_itself() {
        var gateway = training.gateway(authority.client());
        var noContract = gateway.getNetwork(Training.CHANNEL).getContract("nothing");
        var noChannel = gateway.getNetwork("nowhere").getContract("nothing");
        String nobodyHasIt = "no combination of peers can be derived which satisfy the endorsement policy: "
                + "No metadata was found for chaincode nothing in channel ";

        requireTold(
                Status.Code.FAILED_PRECONDITION,
                "no peers available to evaluate chaincode nothing in channel training",
                assertThrows(GatewayException.class, () -> noContract.evaluateTransaction("get", "x")));
        requireTold(
                Status.Code.FAILED_PRECONDITION,
                nobodyHasIt + "training",
                assertThrows(GatewayException.class, () -> noContract.submitTransaction("put", "x", "1")));
        requireTold(
                Status.Code.UNAVAILABLE,
                "failed to get config for channel [nowhere]: could not get last config for channel nowhere",
                assertThrows(GatewayException.class, () -> noChannel.evaluateTransaction("get", "x")));
        requireTold(
                Status.Code.FAILED_PRECONDITION,
                nobodyHasIt + "nowhere",
                assertThrows(GatewayException.class, () -> noChannel.submitTransaction("put", "x", "1")));
    }

    private static void requireTold(Status.Code code, String message, GatewayException failure) {
        assertEquals(code, failure.getStatus().getCode());
        assertEquals(message, failure.getStatus().getDescription());
        assertEquals(List.of(), failure.getDetails());
    }

    @Test
    void commit_status_is_told_to_nobody_who_did_not_sign_for_it() throws Exception {
        Member member = authority.client();
        var request = CommitStatusRequest.newBuilder()
                .setChannelId(Training.CHANNEL)
                .setTransactionId("00".repeat(32))
                .setIdentity(member.creator())
                .build()
                .toByteString();
        var forged = SignedCommitStatusRequest.newBuilder()
                .setRequest(request)
                .setSignature(authority.client().sign(request))
                .build();

        assertCode(
                Status.Code.PERMISSION_DENIED, () -> training.handmadeClient().commitStatus(forged));
    }

    @Test
    void events_are_told_to_nobody_who_did_not_sign_for_them() throws Exception {
        Member member = authority.client();
        var request = ChaincodeEventsRequest.newBuilder()
                .setChannelId(Training.CHANNEL)
                .setChaincodeId(NotebookContract.NAME)
                .setIdentity(member.creator())
                .build()
                .toByteString();
        var forged = SignedChaincodeEventsRequest.newBuilder()
                .setRequest(request)
                .setSignature(authority.client().sign(request))
                .build();

        assertCode(
                Status.Code.PERMISSION_DENIED,
                () -> training.handmadeClient().chaincodeEvents(forged).hasNext());
    }

    private String put(Member member) throws Exception {
        return Training.text(training.notebook(member).submitTransaction("put", "access", "1"));
    }

    private void assertDenied(Member member) {
        var notebook = training.notebook(member);

        var evaluating = assertThrows(GatewayException.class, () -> notebook.evaluateTransaction("get", "access"));
        var endorsing = assertThrows(EndorseException.class, () -> notebook.submitTransaction("put", "access", "2"));

        assertEquals(Status.Code.PERMISSION_DENIED, evaluating.getStatus().getCode());
        assertEquals(Status.Code.PERMISSION_DENIED, endorsing.getStatus().getCode());
    }

    private void assertMalformed(Consumer<ChannelHeader.Builder> change) throws GeneralSecurityException {
        Member member = authority.client();
        HandmadeProposal proposal = HandmadeProposal.of(member, change, "get", "access");
        ByteString signature = member.sign(proposal.bytes());

        assertCode(
                Status.Code.INVALID_ARGUMENT, () -> training.handmadeClient().evaluate(proposal.toEvaluate(signature)));
    }

    private static void assertCode(Status.Code code, Executable call) {
        assertEquals(
                code,
                assertThrows(StatusRuntimeException.class, call).getStatus().getCode());
    }

    private static ByteString highS(Member member, ByteString lowS) throws IOException, GeneralSecurityException {
        BigInteger order =
                ((ECPrivateKey) member.keys().getPrivate()).getParams().getOrder();
        ASN1Sequence pair = ASN1Sequence.getInstance(lowS.toByteArray());
        var mirrored = new ASN1EncodableVector();
        mirrored.add(pair.getObjectAt(0));
        mirrored.add(new ASN1Integer(
                order.subtract(ASN1Integer.getInstance(pair.getObjectAt(1)).getValue())));
        return ByteString.copyFrom(new DERSequence(mirrored).getEncoded());
    }
}
