// SPDX-License-Identifier: Apache-2.0
package aegle.embedded.peer;

import io.grpc.Server;
import io.grpc.TlsServerCredentials;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One process in the place of a Fabric network: serves {@code gateway.Gateway} over TLS on 127.0.0.1 to the unchanged
 * fabric-gateway client, and is the peer of the unchanged Java contract server.
 *
 * <p>What Submit has answered with OK is on disk and survives a kill at any instant, and the whole chain of blocks is checked at
 * each start; if blocks can no longer be made while it runs, it stops serving rather than let clients wait. Creators, signatures, versions and
 * phantoms are checked as Fabric checks them. It is one organization's word: no second endorser, no Byzantine order, so it
 * is for first runs, training and tests, never for several hospitals.
 */
public final class DevelopmentPeer implements AutoCloseable {

    /** No message on either side may be larger. */
    public static final int MAXIMUM_MESSAGE_BYTES = 8 * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(DevelopmentPeer.class);
    private static final int MAXIMUM_CALLS_PER_CONNECTION = 1_000;
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);
    private static final Duration SHORTEST_KEEP_ALIVE = Duration.ofSeconds(10);

    private final PeerStorage storage;
    private final BlockCommitter committer;
    private final ContractConnection contract;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Server server;

    private DevelopmentPeer(PeerSettings settings, PeerStorage storage, Clock clock, CommitFault fault)
            throws IOException {
        this.storage = storage;
        var address = new InetSocketAddress(
                InetAddress.getLoopbackAddress(), settings.endpoint().port());
        var credentials = TlsServerCredentials.create(
                settings.endpoint().tlsCertificate().toFile(),
                settings.endpoint().tlsKey().toFile());
        var builder = NettyServerBuilder.forAddress(address, credentials)
                .executor(threads)
                .maxInboundMessageSize(MAXIMUM_MESSAGE_BYTES)
                .maxConcurrentCallsPerConnection(MAXIMUM_CALLS_PER_CONNECTION)
                .permitKeepAliveTime(SHORTEST_KEEP_ALIVE.toSeconds(), TimeUnit.SECONDS)
                .permitKeepAliveWithoutCalls(true);
        committer = new BlockCommitter(storage.ledger(), this::refuseCalls);
        contract = new ContractConnection(
                settings.names().contract(), settings.contractServer(), storage.database(), MAXIMUM_MESSAGE_BYTES);
        server = builder.addService(gateway(settings, clock, fault)).build();
    }

    /** Start a peer whose orderers never fail. */
    public static DevelopmentPeer start(PeerSettings settings, Clock clock, SecureRandom random) throws IOException {
        return start(settings, clock, random, CommitFault.none());
    }

    /**
     * Start a peer, on its data if there are any.
     *
     * @throws IOException if the port is taken, TLS material is unreadable, or another peer runs on the data directory
     * @throws LedgerStorageException if the data cannot be opened, belong to another channel or are damaged
     */
    public static DevelopmentPeer start(PeerSettings settings, Clock clock, SecureRandom random, CommitFault fault)
            throws IOException {
        PeerStorage storage = PeerStorage.open(settings, clock.instant(), random);
        DevelopmentPeer peer;
        try {
            peer = new DevelopmentPeer(settings, storage, clock, fault);
        } catch (IOException | RuntimeException e) {
            storage.close();
            throw e;
        }
        try {
            peer.server.start();
        } catch (IOException | RuntimeException e) {
            peer.close();
            throw e;
        }
        return peer;
    }

    /** The port of 127.0.0.1 on which programs reach the peer. */
    public int port() {
        return server.getPort();
    }

    /** SHA-256 of the serialized genesis block: 32 bytes that stay the same for the life of the data directory. */
    public byte[] networkId() {
        return storage.ledger().networkId().toByteArray();
    }

    /** How many blocks the ledger has, the genesis block included. */
    public long height() {
        return storage.ledger().height();
    }

    /** Stop serving, finish the block at hand and release the data directory. */
    @Override
    public void close() {
        server.shutdownNow();
        try {
            boolean ended = server.awaitTermination(CLOSE_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            threads.shutdownNow();
            contract.close();
            committer.close();
            if (!ended || !threads.awaitTermination(CLOSE_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("Some calls did not end in time");
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            contract.close();
            committer.close();
            Thread.currentThread().interrupt();
        }
        storage.close();
    }

    /** Calls under way still get their answers; whoever dials again finds nobody. */
    private void refuseCalls() {
        server.shutdown();
    }

    private GatewayService gateway(PeerSettings settings, Clock clock, CommitFault fault) {
        ChannelNames names = settings.names();
        CreatorCheck creators = new CreatorCheck(settings.membership(), clock);
        Predicate<String> committed = id -> storage.ledger().commitment(id).isPresent();
        return new GatewayService(
                new Endorsing(
                        new ProposalCheck(names, creators, committed, clock),
                        contract,
                        new TransactionAssembly(names.contract(), storage.endorsingKey())),
                new Submission(new SubmissionCheck(names, creators, storage.endorsingKey()), committer, fault),
                new LedgerFollowing(
                        new SignedRequestCheck(new HeaderCheck(names.channel(), creators), creators),
                        names.contract(),
                        storage.ledger(),
                        committer,
                        threads),
                new GatewayErrors(() -> "127.0.0.1:" + port(), names.mspId()));
    }
}
