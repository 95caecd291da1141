// SPDX-License-Identifier: Apache-2.0

package aegle.embedded.peer;

import aegle.client.ledger.FabricRecordLedger;
import aegle.client.ledger.LedgerDeadlines;
import aegle.crypto.identity.SigningKeyPair;
import aegle.record.NetworkId;
import aegle.record.SigningPublicKey;
import aegle.record.command.TaggedSignature;
import aegle.sharing.ConnectionProfile;
import aegle.sharing.ConnectionProfile.Membership;
import aegle.sharing.ConnectionProfile.NetworkKind;
import aegle.sharing.ConnectionProfile.Peer;
import aegle.sharing.ConnectionProfile.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.bouncycastle.util.BigIntegers;
import org.hyperledger.fabric.shim.ChaincodeServerProperties;
import org.hyperledger.fabric.shim.NettyChaincodeServer;

/** A development peer with the {@link RequestBoxContract} behind it and the client's ledger before it. */
final class RequestBox implements AutoCloseable {
    private static final Clock CLOCK = Clock.tickMillis(ZoneOffset.UTC);
    private static final LedgerDeadlines IMPATIENT = new LedgerDeadlines(
            Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(8));

    private final Path directory;
    private final CommitFault fault;
    private final InventedAuthority authority = new InventedAuthority("HospitalMSP");
    private final SigningKeyPair owner = SigningKeyPair.generate(new SecureRandom());
    private final SigningKeyPair key;
    private final Member anna;
    private final InetSocketAddress contractAddress;
    private final RequestBoxContract contract;
    private NettyChaincodeServer contractServer;
    private DevelopmentPeer peer;

    RequestBox(Path directory, CommitFault fault) throws IOException {
        this.directory = directory;
        this.fault = fault;
        authority.writeServerFiles(directory);
        anna = authority.client();
        var scalar = ((ECPrivateKey) anna.keys().getPrivate()).getS();
        key = SigningKeyPair.ofScalar(BigIntegers.asUnsignedByteArray(SigningKeyPair.SCALAR_LENGTH, scalar));
        contractAddress = NotebookServer.freeAddress();
        contract = RequestBoxContract.create(SigningPublicKey.of(owner.jdkPublicKey()));
        contractServer = serve();
        peer = startPeer(0);
        contract.serve(NetworkId.of(peer.networkId()));
    }

    FabricRecordLedger ledger() throws IOException {
        return ledger(address());
    }

    /** A ledger whose profile lists these peers, the last of which is called the living hospital. */
    FabricRecordLedger ledger(String... addresses) throws IOException {
        String root = Files.readString(directory.resolve("tls.crt"));
        var peers = List.of(addresses).stream()
                .map(address -> new Peer(
                        "HospitalMSP", address.equals(address()) ? "Living Hospital" : "Dead Hospital", address, root))
                .toList();
        var profile = new ConnectionProfile(
                "training",
                NetworkKind.EMBEDDED,
                NetworkId.of(peer.networkId()).hex(),
                "training",
                RequestBoxContract.NAME,
                peers,
                new Membership("HospitalMSP", "https://127.0.0.1:1", root),
                List.of(root),
                List.of(Store.onThisComputer("store", "http://127.0.0.1:1", "eu-central-1", "aegle")));
        return new FabricRecordLedger(profile, anna.certificate(), key, CLOCK, IMPATIENT);
    }

    /** A peer beside the living one that gets no blocks any more. */
    LaggingPeer laggingPeer() throws IOException {
        return new LaggingPeer(directory, address());
    }

    String address() {
        return "127.0.0.1:" + peer.port();
    }

    TaggedSignature signAsOwner(byte[] command) {
        return TaggedSignature.of(owner.sign(command));
    }

    void stopContract() {
        contractServer.stop();
    }

    void startContract() {
        contractServer = serve();
    }

    void stopPeer() {
        peer.close();
    }

    void restartPeer() throws IOException {
        int port = peer.port();
        peer.close();
        peer = startPeer(port);
    }

    @Override
    public void close() {
        peer.close();
        contractServer.stop();
        key.close();
        owner.close();
    }

    private DevelopmentPeer startPeer(int port) throws IOException {
        var settings = new PeerSettings(
                directory.resolve("data"),
                new PeerEndpoint(port, directory.resolve("tls.crt"), directory.resolve("tls.key")),
                new ChannelNames("training", RequestBoxContract.NAME, "HospitalMSP"),
                contractAddress,
                new TrustedMembership(Map.of("HospitalMSP", List.of(authority.root())), certificate -> false));
        return DevelopmentPeer.start(settings, Clock.systemUTC(), new SecureRandom(), fault);
    }

    private NettyChaincodeServer serve() {
        try {
            var properties = new ChaincodeServerProperties();
            properties.setServerAddress(contractAddress);
            var server = new NettyChaincodeServer(contract, properties);
            Thread.ofPlatform().daemon().name("request-box").start(() -> run(server));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(NettyChaincodeServer server) {
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
