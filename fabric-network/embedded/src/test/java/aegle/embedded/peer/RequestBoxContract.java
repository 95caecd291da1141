// SPDX-License-Identifier: Apache-2.0

package aegle.embedded.peer;

import aegle.record.Bytes;
import aegle.record.MemberId;
import aegle.record.NetworkId;
import aegle.record.SigningPublicKey;
import aegle.record.access.AccessRequest;
import aegle.record.access.RequestStatus;
import aegle.record.call.AccessCalls.ListOwnRequests;
import aegle.record.call.AccessCalls.ListRequests;
import aegle.record.call.AccessCalls.RequestAccess;
import aegle.record.call.AccessCalls.RequestPage;
import aegle.record.call.OwnerCall;
import aegle.record.call.RecordCalls.CancelOperation;
import aegle.record.call.RecordCalls.Cancellation;
import aegle.record.codec.LedgerCodec;
import aegle.record.codec.LedgerFormatException;
import aegle.record.command.OwnerAuthorization;
import aegle.record.command.OwnerCommand;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hyperledger.fabric.metrics.Metrics;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.shim.ChaincodeBase;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.ResponseUtils;
import org.hyperledger.fabric.shim.ledger.KeyValue;
import org.hyperledger.fabric.traces.Traces;

/** A contract in the ledger's encoding that keeps requests and counts them under one key, so that writers meet. */
final class RequestBoxContract extends ChaincodeBase {
    static final String NAME = "requests";

    private static final MemberId MEMBER = MemberId.ofHex("00112233445566778899aabbccddeeff");
    private static final String COUNT = "count";

    private final SigningPublicKey owner;
    private volatile NetworkId network = NetworkId.of(new byte[NetworkId.LENGTH]);

    private RequestBoxContract(SigningPublicKey owner) {
        this.owner = owner;
    }

    static RequestBoxContract create(SigningPublicKey owner) {
        var contract = new RequestBoxContract(owner);
        contract.processCommandLineOptions(new String[] {"--id", NAME + ":1"});
        contract.validateOptions();
        Metrics.initialize(contract.getChaincodeConfig());
        Traces.initialize(contract.getChaincodeConfig());
        return contract;
    }

    void serve(NetworkId served) {
        network = served;
    }

    @Override
    public Response init(ChaincodeStub stub) {
        return ResponseUtils.newSuccessResponse();
    }

    @Override
    public Response invoke(ChaincodeStub stub) {
        try {
            return switch (stub.getFunction()) {
                case "requestAccess" -> requestAccess(stub, call(stub, RequestAccess.class));
                case "listOwnRequests" ->
                    list(stub, call(stub, ListOwnRequests.class).pageSize());
                case "listRequests" -> owned(stub, call(stub, ListRequests.class), Duration.ofSeconds(60));
                case "cancelOperation" -> owned(stub, call(stub, CancelOperation.class), Duration.ofMinutes(10));
                default -> ResponseUtils.newErrorResponse("FUNCTION_UNKNOWN: no function " + stub.getFunction());
            };
        } catch (LedgerFormatException | GeneralSecurityException | InvalidProtocolBufferException e) {
            return ResponseUtils.newErrorResponse("ARGUMENT_MALFORMED: " + e.getMessage());
        }
    }

    private Response requestAccess(ChaincodeStub stub, RequestAccess call) throws GeneralSecurityException {
        String key = "r" + call.request().hex();
        byte[] known = stub.getState(key);
        if (known.length > 0) {
            return ResponseUtils.newSuccessResponse(known);
        } else if (!call.expires().isAfter(stub.getTxTimestamp())) {
            return ResponseUtils.newErrorResponse("REQUEST_EXPIRED: it ended at " + call.expires());
        }
        var time = Instant.ofEpochMilli(stub.getTxTimestamp().toEpochMilli());
        var request = new AccessRequest(
                call.request(), call.record(), MEMBER, call.sealed(), time, call.expires(), RequestStatus.OPEN, 1);
        stub.putState(key, LedgerCodec.encode(request));
        int count = Integer.parseInt("0" + stub.getStringState(COUNT));
        stub.putStringState(COUNT, Integer.toString(count + 1));
        stub.setEvent("changed", Arrays.copyOf(sha256(call.record().value().toByteArray()), 2));
        return ResponseUtils.newSuccessResponse(LedgerCodec.encode(request));
    }

    private static Response list(ChaincodeStub stub, int pageSize) throws LedgerFormatException {
        List<AccessRequest> requests = new ArrayList<>();
        for (KeyValue entry : stub.getStateByRange("r", "s")) {
            requests.add(LedgerCodec.decode(AccessRequest.class, entry.getValue()));
        }
        String count = stub.getStringState(COUNT);
        return ResponseUtils.newSuccessResponse(LedgerCodec.encode(
                new RequestPage(requests.stream().limit(pageSize).toList(), count)));
    }

    private Response owned(ChaincodeStub stub, OwnerCall<?> call, Duration ahead)
            throws LedgerFormatException, GeneralSecurityException, InvalidProtocolBufferException {
        List<byte[]> arguments = stub.getArgs();
        var authorization = LedgerCodec.decode(OwnerAuthorization.class, arguments.get(2));
        var command = new OwnerCommand(
                network,
                stub.getChannelId(),
                NAME,
                call.function(),
                call.record(),
                call.factId(),
                Bytes.of(sha256(arguments.get(1))),
                call.factVersion(),
                Bytes.of(sha256(certificate(stub))),
                authorization.notAfter());
        if (!authorization.signature().verifies(owner, command.bytes())) {
            return ResponseUtils.newErrorResponse("OWNER_COMMAND_INVALID: not the owner's signature");
        } else if (authorization.notAfter().isAfter(Instant.now().plus(ahead))
                || authorization.notAfter().isBefore(Instant.now())) {
            return ResponseUtils.newErrorResponse("OWNER_COMMAND_EXPIRED: good until " + authorization.notAfter());
        }
        return call instanceof CancelOperation cancel
                ? ResponseUtils.newSuccessResponse(
                        LedgerCodec.encode(new Cancellation(cancel.record(), cancel.operation())))
                : list(stub, 1);
    }

    private static <R extends Record> R call(ChaincodeStub stub, Class<R> type) throws LedgerFormatException {
        return LedgerCodec.decode(type, stub.getArgs().get(1));
    }

    private static byte[] certificate(ChaincodeStub stub)
            throws InvalidProtocolBufferException, GeneralSecurityException {
        byte[] pem =
                SerializedIdentity.parseFrom(stub.getCreator()).getIdBytes().toByteArray();
        return CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem))
                .getEncoded();
    }

    private static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }
}
