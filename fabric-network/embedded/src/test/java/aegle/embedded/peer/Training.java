// SPDX-License-Identifier: Apache-2.0
package aegle.embedded.peer;

import io.grpc.CallOptions;
import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.TlsChannelCredentials;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.Hash;
import org.hyperledger.fabric.client.Network;
import org.hyperledger.fabric.client.identity.Signers;
import org.hyperledger.fabric.protos.gateway.GatewayGrpc;

/** A running development peer with a contract server behind it and real clients before it. */
final class Training implements AutoCloseable {

    static final String CHANNEL = "training";

    private final Path directory;
    private final InventedAuthority authority;
    private final InetSocketAddress contractAddress;
    private final List<Gateway> opened = new ArrayList<>();
    private final Set<X509Certificate> revoked = ConcurrentHashMap.newKeySet();
    private NotebookServer contractServer;
    private DevelopmentPeer peer;
    private ManagedChannel channel;

    private Training(Path directory, Clock clock, CommitFault fault) throws IOException {
        this.directory = directory;
        authority = new InventedAuthority("Hospital1MSP");
        authority.writeServerFiles(directory);
        contractAddress = NotebookServer.freeAddress();
        contractServer = NotebookServer.start(contractAddress);
        peer = DevelopmentPeer.start(settings(CHANNEL), clock, new SecureRandom(), fault);
        channel = dial();
    }

    static Training start(Path directory) throws IOException {
        return start(directory, CommitFault.none());
    }

    static Training start(Path directory, CommitFault fault) throws IOException {
        return new Training(directory, Clock.systemUTC(), fault);
    }

    static Training startWithClock(Path directory, Clock clock) throws IOException {
        return new Training(directory, clock, CommitFault.none());
    }

    DevelopmentPeer peer() {
        return peer;
    }

    InventedAuthority authority() {
        return authority;
    }

    PeerSettings settings(String channelName) {
        return new PeerSettings(
                directory.resolve("data"),
                new PeerEndpoint(0, directory.resolve("tls.crt"), directory.resolve("tls.key")),
                new ChannelNames(channelName, NotebookContract.NAME, "Hospital1MSP"),
                contractAddress,
                new TrustedMembership(Map.of("Hospital1MSP", List.of(authority.root())), revoked::contains));
    }

    void revoke(X509Certificate certificate) {
        revoked.add(certificate);
    }

    void restartPeer() throws IOException {
        stopPeer();
        peer = DevelopmentPeer.start(settings(CHANNEL), Clock.systemUTC(), new SecureRandom());
        channel = dial();
    }

    void stopPeer() {
        channel.shutdownNow();
        peer.close();
    }

    void stopContractServer() {
        contractServer.close();
    }

    void startContractServer() throws IOException {
        contractServer = NotebookServer.start(contractAddress);
    }

    Gateway gateway(Member member) {
        UnaryOperator<CallOptions> limited = options -> options.withDeadlineAfter(30, TimeUnit.SECONDS);
        Gateway gateway = Gateway.newInstance()
                .identity(member.identity())
                .signer(Signers.newPrivateKeySigner(member.keys().getPrivate()))
                .hash(Hash.SHA256)
                .connection(channel)
                .evaluateOptions(limited)
                .endorseOptions(limited)
                .submitOptions(limited)
                .commitStatusOptions(limited)
                .chaincodeEventsOptions(limited)
                .connect();
        opened.add(gateway);
        return gateway;
    }

    Network network(Member member) {
        return gateway(member).getNetwork(CHANNEL);
    }

    Contract notebook(Member member) {
        return network(member).getContract(NotebookContract.NAME);
    }

    GatewayGrpc.GatewayBlockingStub handmadeClient() {
        return GatewayGrpc.newBlockingStub(channel).withDeadlineAfter(30, TimeUnit.SECONDS);
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        opened.forEach(Gateway::close);
        stopPeer();
        stopContractServer();
    }

    private ManagedChannel dial() throws IOException {
        var credentials = TlsChannelCredentials.newBuilder()
                .trustManager(directory.resolve("tls.crt").toFile())
                .build();
        return Grpc.newChannelBuilder("127.0.0.1:" + peer.port(), credentials).build();
    }
}
