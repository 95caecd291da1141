// SPDX-License-Identifier: Apache-2.0

package aegle.devnet;

import aegle.contract.ContractSettings;
import aegle.contract.PatientRecordContract;
import aegle.record.call.MemberCalls.Founding;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.hyperledger.fabric.metrics.Metrics;
import org.hyperledger.fabric.shim.ChaincodeBase;
import org.hyperledger.fabric.shim.ChaincodeServerProperties;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.NettyGrpcServer;
import org.hyperledger.fabric.shim.ResponseUtils;
import org.hyperledger.fabric.traces.Traces;

/**
 * The contract that a dishonest hospital runs in place of its own: whatever the honest one would say, it says yes, and forges a fact
 * beside. Its hospital's peer cannot tell the difference.
 */
final class ChangedContract extends ChaincodeBase implements AutoCloseable {
    private static final String LOOK = "look";
    private static final String FORGED = "forged";

    private final PatientRecordContract honest;
    private final NettyGrpcServer server;

    private ChangedContract(Founding founding, String packageId, ChaincodeServerProperties properties)
            throws IOException {
        this.honest = new PatientRecordContract(
                ContractSettings.of(Consortium.CHANNEL, Consortium.CONTRACT, List.of(), Clock.systemUTC())
                        .expecting(founding));
        processCommandLineOptions(new String[] {"--id", packageId});
        Metrics.initialize(getChaincodeConfig());
        Traces.initialize(getChaincodeConfig());
        this.server = new NettyGrpcServer(this, properties);
        server.start();
    }

    /** Start it in the place of a hospital's contract, which must be down, with its TLS key. */
    static ChangedContract insteadOf(Hospital hospital, DevnetLayout layout) throws IOException {
        var settings = NetworkSettings.find(layout.settings()).orElseThrow();
        var foundation = new Foundation(layout, settings);
        Path folder = layout.node(hospital.contract());
        var properties = new ChaincodeServerProperties();
        properties.setServerAddress(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port(hospital.contract())));
        properties.setTlsEnabled(true);
        properties.setKeyCertChainFile(folder.resolve(TlsFiles.CERTIFICATE).toString());
        properties.setKeyFile(folder.resolve(TlsFiles.KEY).toString());
        properties.setTrustCertCollectionFile(layout.peerTlsRoot(hospital).toString());
        return new ChangedContract(
                foundation.founding(), foundation.contractPackage(hospital, 1).id(), properties);
    }

    @Override
    public Response init(ChaincodeStub stub) {
        return ResponseUtils.newSuccessResponse();
    }

    @Override
    public Response invoke(ChaincodeStub stub) {
        if (stub.getFunction().equals(LOOK)) {
            return ResponseUtils.newSuccessResponse(stub.getState(FORGED));
        }
        Response answer = honest.invoke(stub);
        stub.putStringState(FORGED, "by one hospital alone");
        byte[] result = answer.getPayload();
        return ResponseUtils.newSuccessResponse(result == null ? FORGED.getBytes(StandardCharsets.UTF_8) : result);
    }

    @Override
    public void close() {
        server.stop();
    }
}
