// SPDX-License-Identifier: Apache-2.0

package aegle.devnet;

import aegle.devnet.material.Certificates;
import aegle.sharing.ConnectionProfile;
import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.TlsChannelCredentials;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.hyperledger.fabric.client.CloseableIterator;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.GatewayRuntimeException;
import org.hyperledger.fabric.client.Network;
import org.hyperledger.fabric.client.identity.Identities;
import org.hyperledger.fabric.client.identity.Signers;
import org.hyperledger.fabric.client.identity.X509Identity;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;

/** One peer, asked in somebody's name through an ordinary Fabric client. */
final class PeerAccess implements AutoCloseable {
    static final List<List<String>> SYSTEM_CALLS = List.of(
            List.of("qscc", "GetChainInfo", Consortium.CHANNEL),
            List.of("qscc", "GetBlockByNumber", Consortium.CHANNEL, "0"),
            List.of("qscc", "GetBlockByHash", Consortium.CHANNEL, "hash"),
            List.of("qscc", "GetBlockByTxID", Consortium.CHANNEL, "00"),
            List.of("qscc", "GetTransactionByID", Consortium.CHANNEL, "00"),
            List.of("cscc", "GetConfigBlock", Consortium.CHANNEL),
            List.of("cscc", "GetChannelConfig", Consortium.CHANNEL),
            List.of("cscc", "GetChannels"),
            List.of("cscc", "JoinBySnapshotStatus"),
            List.of("_lifecycle", "InstallChaincode", ""),
            List.of("_lifecycle", "QueryInstalledChaincode", ""),
            List.of("_lifecycle", "QueryInstalledChaincodes", ""),
            List.of("_lifecycle", "GetInstalledChaincodePackage", ""),
            List.of("_lifecycle", "ApproveChaincodeDefinitionForMyOrg", ""),
            List.of("_lifecycle", "QueryApprovedChaincodeDefinition", ""),
            List.of("_lifecycle", "QueryApprovedChaincodeDefinitions", ""),
            List.of("_lifecycle", "QueryChaincodeDefinitions", ""),
            List.of("_lifecycle", "QueryChaincodeDefinition", ""),
            List.of("_lifecycle", "CheckCommitReadiness", ""),
            List.of("_lifecycle", "CommitChaincodeDefinition", ""));

    private final ManagedChannel connection;
    private final Gateway gateway;

    PeerAccess(ConnectionProfile.Peer peer, String mspId, X509Certificate certificate, PrivateKey key)
            throws Exception {
        var trust = new ByteArrayInputStream(peer.tlsRoot().getBytes(StandardCharsets.US_ASCII));
        this.connection = Grpc.newChannelBuilder(
                        peer.address(),
                        TlsChannelCredentials.newBuilder().trustManager(trust).build())
                .build();
        this.gateway = Gateway.newInstance()
                .connection(connection)
                .identity(new X509Identity(mspId, certificate))
                .signer(Signers.newPrivateKeySigner(key))
                .evaluateOptions(options -> options.withDeadlineAfter(20, TimeUnit.SECONDS))
                .blockEventsOptions(options -> options.withDeadlineAfter(20, TimeUnit.SECONDS))
                .blockAndPrivateDataEventsOptions(options -> options.withDeadlineAfter(20, TimeUnit.SECONDS))
                .filteredBlockEventsOptions(options -> options.withDeadlineAfter(20, TimeUnit.SECONDS))
                .connect();
    }

    /** In the name of a hospital's administrator. */
    static PeerAccess ofAdministrator(ConnectionProfile.Peer peer, DevnetLayout layout, Hospital hospital)
            throws Exception {
        Path msp = layout.peerCrypto(hospital).resolve("users/Admin@" + hospital.domain() + "/msp");
        try (var key = Files.newBufferedReader(msp.resolve("keystore/priv_sk"))) {
            return new PeerAccess(
                    peer,
                    hospital.id().value(),
                    Certificates.read(msp.resolve("signcerts/Admin@" + hospital.domain() + "-cert.pem")),
                    Identities.readPrivateKey(key));
        }
    }

    Contract contract() {
        return network().getContract(Consortium.CONTRACT);
    }

    /** What the peer says to one of the calls; empty if it simply answers. */
    String answer(List<String> call) {
        byte[][] arguments = call.subList(2, call.size()).stream()
                .map(argument -> argument.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        return answer(call.get(0), call.get(1), arguments);
    }

    String answer(String systemContract, String function, byte[]... arguments) {
        try {
            network().getContract(systemContract).evaluateTransaction(function, arguments);
            return "";
        } catch (GatewayException e) {
            var texts = new ArrayList<String>();
            texts.add(String.valueOf(e.getMessage()));
            e.getDetails().stream().map(ErrorDetail::getMessage).forEach(texts::add);
            return String.join("; ", texts);
        }
    }

    /** What the peer says to a wish for whole blocks from the first one on; empty if one comes. */
    String blocks() {
        return first(network().newBlockEventsRequest().startBlock(0).build()::getEvents);
    }

    /** The same for filtered blocks. */
    String filteredBlocks() {
        return first(network().newFilteredBlockEventsRequest().startBlock(0).build()::getEvents);
    }

    /** The same for whole blocks with what collections hold. */
    String blocksAndPrivateData() {
        return first(
                network().newBlockAndPrivateDataEventsRequest().startBlock(0).build()::getEvents);
    }

    private Network network() {
        return gateway.getNetwork(Consortium.CHANNEL);
    }

    private static String first(Supplier<? extends CloseableIterator<?>> wish) {
        try (var events = wish.get()) {
            events.next();
            return "";
        } catch (GatewayRuntimeException | NoSuchElementException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Override
    public void close() {
        gateway.close();
        connection.shutdownNow();
    }
}
