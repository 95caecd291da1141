// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import aegle.contract.CallTable.Route;
import aegle.record.call.LedgerCall;
import aegle.record.call.MemberCalls.Initialize;
import aegle.record.call.OwnerCall;
import aegle.record.codec.LedgerCodec;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.codec.LedgerFormatException;
import aegle.record.command.OwnerAuthorization;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.hyperledger.fabric.metrics.Metrics;
import org.hyperledger.fabric.shim.ChaincodeBase;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.ResponseUtils;
import org.hyperledger.fabric.traces.Traces;

/**
 * The chaincode. A call comes as its function's name, its encoding and, for an owner's call, her authorization; the answer is
 * encoded likewise, and a refusal is status 500 with {@code CODE: text}.
 *
 * <p>Deterministic but for two checks that write nothing: how far the proposal's timestamp is from this process's clock, and
 * what is evaluated by that clock.
 *
 * <p>Not final, so that benchmarks can put one in its place that also answers a call that does nothing.
 */
public class PatientRecordContract extends ChaincodeBase {
    private final ContractSettings settings;
    private final OwnerCommandCheck ownerCommands;
    private final CallTable calls = new CallTable();

    public PatientRecordContract(ContractSettings settings) {
        this(settings, new PermissionPolicy());
    }

    /** With another policy, for the test that shows that a lax one is noticed. */
    public PatientRecordContract(ContractSettings settings, PermissionPolicy permissions) {
        this.settings = settings;
        this.ownerCommands = new OwnerCommandCheck(settings.contract());
        var members = new MemberPolicy();
        new OfficerTransactions(members, settings.founding()).register(calls);
        new MemberTransactions(members).register(calls);
        new MemberDirectory(members).register(calls);
        new RecordTransactions(members, permissions).register(calls);
        new EpochTransactions().register(calls);
        new PermissionTransactions(members).register(calls);
        new DocumentTransactions(members, permissions, settings.clockTolerance()).register(calls);
        new DocumentLists(members, permissions).register(calls);
        new PrivateDocumentTransactions().register(calls);
        new AccessTransactions(members, permissions, settings.clockTolerance()).register(calls);
        new RequestTransactions(members).register(calls);
        var signer = new StoreSigner(settings.stores(), settings.urlValidity());
        new StoreGate(members, permissions, signer, settings.permitAge()).register(calls);
    }

    Set<String> functions() {
        return calls.functions();
    }

    /** Tells the shim which package this is; from then on it can be served. */
    void identify(String packageId) {
        processCommandLineOptions(new String[] {"--id", packageId});
        validateOptions();
        var configuration = getChaincodeConfig();
        Metrics.initialize(configuration);
        Traces.initialize(configuration);
    }

    /** Sets up the shim's logging from the environment; for a process that is nothing but a contract server. */
    void initializeProcessLogging() {
        initializeLogging();
    }

    /** Does nothing: the network is founded by a call of its own. */
    @Override
    public final Response init(ChaincodeStub stub) {
        return ResponseUtils.newSuccessResponse();
    }

    @Override
    public Response invoke(ChaincodeStub stub) {
        try {
            return ResponseUtils.newSuccessResponse(answer(stub));
        } catch (RefusedException e) {
            return ResponseUtils.newErrorResponse(e.getMessage());
        }
    }

    private byte[] answer(ChaincodeStub stub) {
        List<byte[]> arguments = stub.getArgs();
        RefusedException.unless(
                arguments.size() == 2 || arguments.size() == 3,
                LedgerErrorCode.ARGUMENT_MALFORMED,
                "a call has one argument, an owner's call two");
        Route<?, ?> route = calls.find(new String(arguments.getFirst(), StandardCharsets.UTF_8))
                .orElseThrow(() ->
                        new RefusedException(LedgerErrorCode.FUNCTION_UNKNOWN, "this contract has no such function"));
        return carryOut(route, arguments.subList(1, arguments.size()), stub);
    }

    private <C extends Record & LedgerCall<A>, A extends Record> byte[] carryOut(
            Route<C, A> route, List<byte[]> arguments, ChaincodeStub stub) {
        C call = decode(route.type(), arguments.getFirst());
        var invocation = Invocation.begin(call, arguments.getFirst(), stub, settings);
        if (!(call instanceof Initialize)) {
            invocation.network();
        }
        if (call instanceof OwnerCall<?> owned) {
            RefusedException.unless(
                    arguments.size() == 2, LedgerErrorCode.OWNER_COMMAND_MISSING, "only the owner may call this");
            ownerCommands.require(owned, decode(OwnerAuthorization.class, arguments.getLast()), invocation);
        } else {
            RefusedException.unless(
                    arguments.size() == 1, LedgerErrorCode.ARGUMENT_MALFORMED, "this call has one argument");
        }
        return LedgerCodec.encode(route.handler().handle(call, invocation));
    }

    private static <R extends Record> R decode(Class<R> type, byte[] argument) {
        try {
            return LedgerCodec.decode(type, argument);
        } catch (LedgerFormatException e) {
            throw new RefusedException(e.code(), String.valueOf(e.getMessage()));
        }
    }
}
