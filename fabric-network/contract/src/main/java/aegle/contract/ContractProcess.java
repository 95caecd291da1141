// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import java.io.IOException;
import java.time.Clock;

/** The program of a hospital's contract process: serves until it is stopped. Its settings come from the environment. */
public final class ContractProcess {
    private ContractProcess() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        var environment = new ContractEnvironment(System.getenv());
        var contract = new PatientRecordContract(environment.settings(Clock.systemUTC()));
        contract.initializeProcessLogging();
        try (var server =
                ContractServer.start(environment.address(), environment.tls(), environment.packageId(), contract)) {
            server.awaitEnd();
        }
    }
}
