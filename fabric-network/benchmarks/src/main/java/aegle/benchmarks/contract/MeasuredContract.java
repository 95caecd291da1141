// SPDX-License-Identifier: Apache-2.0

package aegle.benchmarks.contract;

import aegle.contract.ContractSettings;
import aegle.contract.PatientRecordContract;
import aegle.record.call.LedgerCall;
import aegle.record.codec.LedgerCodec;
import aegle.record.codec.LedgerFormatException;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.ResponseUtils;

/**
 * The hospitals' contract, and in the same process two that are measured beside it: {@link DoNothing} and {@link SameTraffic} are
 * answered before it sees anything, as is {@link CopyFacts}, which fills the ledger that is measured.
 */
public final class MeasuredContract extends PatientRecordContract {
    private static final String EMPTY = LedgerCall.functionOf(DoNothing.class);
    private static final String TRAFFIC = LedgerCall.functionOf(SameTraffic.class);
    private static final String COPY = LedgerCall.functionOf(CopyFacts.class);

    public MeasuredContract(ContractSettings settings) {
        super(settings);
    }

    @Override
    public Response invoke(ChaincodeStub stub) {
        String function = stub.getFunction();
        if (function.equals(EMPTY)) {
            return done();
        } else if (function.equals(TRAFFIC)) {
            argument(SameTraffic.class, stub).play(stub);
            return done();
        } else if (function.equals(COPY)) {
            argument(CopyFacts.class, stub).play(stub);
            return done();
        }
        return super.invoke(stub);
    }

    private static <C extends Record> C argument(Class<C> type, ChaincodeStub stub) {
        try {
            return LedgerCodec.decode(type, stub.getArgs().getLast());
        } catch (LedgerFormatException e) {
            throw new IllegalArgumentException("the benchmark's own call cannot be read", e);
        }
    }

    private static Response done() {
        return ResponseUtils.newSuccessResponse(LedgerCodec.encode(new DoNothing.Done()));
    }
}
