// SPDX-License-Identifier: Apache-2.0

package aegle.devnet;

import aegle.sharing.ConnectionProfile;
import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.TlsChannelCredentials;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.GatewayRuntimeException;
import org.hyperledger.fabric.client.identity.Signers;
import org.hyperledger.fabric.client.identity.X509Identity;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;

/** Asks one peer for what only hospitals may see, in somebody's name, through an ordinary Fabric client. */
final class SystemCalls implements AutoCloseable {
    static final List<List<String>> CALLS = List.of(
            List.of("qscc", "GetChainInfo", Consortium.CHANNEL),
            List.of("qscc", "GetBlockByNumber", Consortium.CHANNEL, "0"),
            List.of("qscc", "GetBlockByHash", Consortium.CHANNEL, "hash"),
            List.of("qscc", "GetBlockByTxID", Consortium.CHANNEL, "00"),
            List.of("qscc", "GetTransactionByID", Consortium.CHANNEL, "00"),
            List.of("cscc", "GetConfigBlock", Consortium.CHANNEL),
            List.of("cscc", "GetChannelConfig", Consortium.CHANNEL),
            List.of("_lifecycle", "QueryChaincodeDefinitions", ""),
            List.of("_lifecycle", "QueryChaincodeDefinition", ""),
            List.of("_lifecycle", "CheckCommitReadiness", ""),
            List.of("_lifecycle", "CommitChaincodeDefinition", ""));

    private final ManagedChannel connection;
    private final Gateway gateway;

    SystemCalls(ConnectionProfile.Peer peer, String mspId, X509Certificate certificate, PrivateKey key)
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
                .filteredBlockEventsOptions(options -> options.withDeadlineAfter(20, TimeUnit.SECONDS))
                .connect();
    }

    /** What the peer says to a call; empty if it simply answers. */
    String answer(List<String> call) {
        try {
            gateway.getNetwork(Consortium.CHANNEL)
                    .getContract(call.get(0))
                    .evaluateTransaction(
                            call.get(1), call.subList(2, call.size()).toArray(String[]::new));
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
        var wish = gateway.getNetwork(Consortium.CHANNEL)
                .newBlockEventsRequest()
                .startBlock(0)
                .build();
        try (var blocks = wish.getEvents()) {
            blocks.next();
            return "";
        } catch (GatewayRuntimeException | NoSuchElementException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** The same for filtered blocks. */
    String filteredBlocks() {
        var wish = gateway.getNetwork(Consortium.CHANNEL)
                .newFilteredBlockEventsRequest()
                .startBlock(0)
                .build();
        try (var blocks = wish.getEvents()) {
            blocks.next();
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
