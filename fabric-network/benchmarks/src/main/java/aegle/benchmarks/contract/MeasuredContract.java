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
 * answered before it sees anything.
 */
public final class MeasuredContract extends PatientRecordContract {
    private static final String EMPTY = LedgerCall.functionOf(DoNothing.class);
    private static final String TRAFFIC = LedgerCall.functionOf(SameTraffic.class);

    public MeasuredContract(ContractSettings settings) {
        super(settings);
    }

    @Override
    public Response invoke(ChaincodeStub stub) {
        String function = stub.getFunction();
        if (function.equals(EMPTY)) {
            return done();
        } else if (function.equals(TRAFFIC)) {
            traffic(stub).play(stub);
            return done();
        }
        return super.invoke(stub);
    }

    private static SameTraffic traffic(ChaincodeStub stub) {
        try {
            return LedgerCodec.decode(SameTraffic.class, stub.getArgs().getLast());
        } catch (LedgerFormatException e) {
            throw new IllegalArgumentException("the benchmark's own call cannot be read", e);
        }
    }

    private static Response done() {
        return ResponseUtils.newSuccessResponse(LedgerCodec.encode(new DoNothing.Done()));
    }
}
