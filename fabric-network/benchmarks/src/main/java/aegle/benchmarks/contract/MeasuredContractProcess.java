// SPDX-License-Identifier: Apache-2.0

package aegle.benchmarks.contract;

import aegle.contract.ContractProcess;
import java.io.IOException;

/** A hospital's contract process that serves the {@link MeasuredContract}. */
public final class MeasuredContractProcess {
    private MeasuredContractProcess() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        ContractProcess.serve(MeasuredContract::new);
    }
}
