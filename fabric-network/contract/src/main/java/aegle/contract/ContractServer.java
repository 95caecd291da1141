// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.hyperledger.fabric.shim.ChaincodeServerProperties;
import org.hyperledger.fabric.shim.NettyGrpcServer;

/**
 * The contract as a service: listens, and the hospital's peer dials it. One server serves one peer; several may live in one
 * process. Whoever reaches it without TLS acts as its peer; a hospital's process has TLS ({@link ContractProcess}).
 */
public final class ContractServer implements AutoCloseable {
    // The shim tells its pool sizes at each start, and reports every refusal as severe; a refusal is an answer. Both
    // loggers are
    // held here, as the JDK otherwise forgets their levels.
    private static final Logger SHIM = Logger.getLogger("org.hyperledger.fabric.shim");
    private static final Logger REFUSALS = Logger.getLogger("org.hyperledger.fabric.shim.impl.ChaincodeInvocationTask");

    private final NettyGrpcServer server;

    private ContractServer(NettyGrpcServer server) {
        this.server = server;
    }

    /**
     * Starts a server, which listens when this returns.
     *
     * @param packageId the id that the peer knows the installed package by
     * @throws IOException if the address is taken
     */
    public static ContractServer start(InetSocketAddress address, String packageId, ContractSettings settings)
            throws IOException {
        return start(address, packageId, new PatientRecordContract(settings));
    }

    /** Starts a server of a contract that is already made up, such as one with another policy. */
    public static ContractServer start(InetSocketAddress address, String packageId, PatientRecordContract contract)
            throws IOException {
        return start(address, Optional.empty(), packageId, contract);
    }

    static ContractServer start(
            InetSocketAddress address, Optional<ContractTls> tls, String packageId, PatientRecordContract contract)
            throws IOException {
        SHIM.setLevel(Level.WARNING);
        REFUSALS.setLevel(Level.OFF);
        contract.identify(packageId);
        var properties = new ChaincodeServerProperties();
        properties.setServerAddress(address);
        tls.ifPresent(demanded -> demanded.demandedIn(properties));
        var server = new NettyGrpcServer(contract, properties);
        server.start();
        return new ContractServer(server);
    }

    /** Waits until the server has ended. */
    public void awaitEnd() throws InterruptedException {
        server.blockUntilShutdown();
    }

    @Override
    public void close() {
        server.stop();
    }
}
