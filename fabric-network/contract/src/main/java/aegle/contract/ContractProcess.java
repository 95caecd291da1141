// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import java.io.IOException;
import java.time.Clock;
import java.util.function.Function;

/** The program of a hospital's contract process: serves until it is stopped. Its settings come from the environment. */
public final class ContractProcess {
    private ContractProcess() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        serve(PatientRecordContract::new);
    }

    /** Serve a contract that is made of the environment's settings, until the process is stopped. */
    public static void serve(Function<ContractSettings, PatientRecordContract> makeContract)
            throws IOException, InterruptedException {
        var environment = new ContractEnvironment(System.getenv());
        var contract = makeContract.apply(environment.settings(Clock.systemUTC()));
        contract.initializeProcessLogging();
        try (var server =
                ContractServer.start(environment.address(), environment.tls(), environment.packageId(), contract)) {
            server.awaitEnd();
        }
    }
}
