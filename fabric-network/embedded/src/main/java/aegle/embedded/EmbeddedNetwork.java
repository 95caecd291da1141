// SPDX-License-Identifier: Apache-2.0

package aegle.embedded;

import aegle.client.ledger.FabricRecordLedger;
import aegle.contract.ContractServer;
import aegle.contract.ContractSettings;
import aegle.contract.StoreAccess;
import aegle.contract.StoreSecret;
import aegle.crypto.identity.SigningKeyPair;
import aegle.embedded.peer.ChannelNames;
import aegle.embedded.peer.DevelopmentPeer;
import aegle.embedded.peer.PeerEndpoint;
import aegle.embedded.peer.PeerSettings;
import aegle.embedded.peer.TrustedMembership;
import aegle.embedded.s3.EmbeddedStore;
import aegle.embedded.s3.StoreSettings;
import aegle.membership.CertificateOrder;
import aegle.membership.MembershipService;
import aegle.membership.MembershipSettings;
import aegle.membership.ProvenRequest;
import aegle.membership.RequestRefusedException;
import aegle.membership.ca.InProcessCertificateAuthority;
import aegle.membership.ca.TlsAuthority;
import aegle.record.MspId;
import aegle.record.NetworkId;
import aegle.record.call.MemberCalls.Founding;
import aegle.record.call.MemberCalls.Initialize;
import aegle.record.member.Officer;
import aegle.sharing.ConnectionProfile;
import aegle.sharing.ConnectionProfile.NetworkKind;
import aegle.sharing.RecordLedger;
import aegle.sharing.SharingException;
import aegle.sharing.enrollment.CertificateRequest;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The practice network in one process: it speaks the real protocols of peer, contract, membership and S3 to unchanged clients, and
 * survives a kill at any instant. It is one trust domain, not a consortium, and says so.
 */
public final class EmbeddedNetwork implements StaffedNetwork {
    /** What both programs' status line shows. */
    public static final String NAME = "Practice network on this computer";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedNetwork.class);
    private static final String CHANNEL = "records";
    private static final String CONTRACT = "aegle";
    private static final MspId MEMBERSHIP = new MspId("MembershipMSP");
    private static final String LOOPBACK = "127.0.0.1";
    private static final int OFFICERS = 2;
    private static final String BUCKET = "aegle";
    private static final String REGION = "eu-central-1";

    private final NetworkLayout layout;
    private final NetworkAddresses addresses;
    private final NetworkParts parts;
    private final Deque<Closeable> running = new ArrayDeque<>();
    private final List<OfficerKeys> officers = new ArrayList<>();
    private final ConnectionProfile profile;

    private EmbeddedNetwork(Path folder, NetworkParts parts) throws IOException {
        this.layout = new NetworkLayout(folder);
        this.parts = parts;
        layout.make();
        this.addresses = NetworkAddresses.of(layout.settings(), parts.random());
        boolean started = false;
        try {
            this.profile = startParts();
            started = true;
        } finally {
            if (!started) {
                close();
            }
        }
    }

    /**
     * Start the network in a folder; the first time, found it.
     *
     * @throws IOException if the folder cannot be used, one of its ports is taken, or what lies there is damaged
     * @throws aegle.embedded.peer.LedgerStorageException if the ledger in it is damaged
     */
    public static EmbeddedNetwork start(Path folder, NetworkParts parts) throws IOException {
        LOG.info("Starting the embedded network: one process, one trust domain, for practice; not a consortium");
        return new EmbeddedNetwork(folder.toAbsolutePath(), parts);
    }

    /** How programs find this network; also written to {@code connection-profile.json} in its folder. */
    @Override
    public ConnectionProfile profile() {
        return profile;
    }

    /** The invented officers, two of each hospital. */
    @Override
    public List<OfficerKeys> officers() {
        return List.copyOf(officers);
    }

    private ConnectionProfile startParts() throws IOException {
        Clock clock = parts.clock();
        var authority = opened(
                InProcessCertificateAuthority.open(layout.membership(), MEMBERSHIP, clock, parts.random()),
                part -> part::close);
        var tls = opened(TlsAuthority.open(layout.membership(), clock, parts.random()), part -> part::close);
        seatOfficers(new OfficerKeys.Enrollment(authority, clock, parts.random()));
        List<EmbeddedStore> stores = startStores();
        DevelopmentPeer peer = startPeer(authority, tls);
        NetworkId network = NetworkId.of(peer.networkId());
        startContract(network, stores);
        var found = profile(network, authority.rootPem(), tls.rootPem(), stores);
        RecordLedger ledger = startMembership(found, authority, tls);
        initialize(found);
        LOG.info("Network {} answers, seen by {}", network, ledger.channel());
        found.write(layout.profile());
        return found;
    }

    private void seatOfficers(OfficerKeys.Enrollment enrollment) throws IOException {
        for (PracticeHospital hospital : PracticeHospital.values()) {
            for (int number = 1; number <= OFFICERS; number++) {
                var officer = OfficerKeys.open(layout.officers(), hospital.id(), number, enrollment);
                officers.add(opened(officer, part -> part::close));
            }
        }
    }

    private List<EmbeddedStore> startStores() throws IOException {
        var stores = new ArrayList<EmbeddedStore>();
        for (int i = 0; i < NetworkAddresses.STORES; i++) {
            var settings = new StoreSettings(
                    layout.store(i + 1),
                    addresses.stores().get(i),
                    BUCKET,
                    addresses.storeKeys().get(i));
            stores.add(opened(EmbeddedStore.start(settings, parts.storeFault()), part -> part::close));
        }
        return stores;
    }

    private DevelopmentPeer startPeer(InProcessCertificateAuthority authority, TlsAuthority tls) throws IOException {
        tls.issue("localhost", LOOPBACK).write(layout.tlsCertificate(), layout.tlsKey());
        var settings = new PeerSettings(
                layout.peer(),
                new PeerEndpoint(addresses.peer(), layout.tlsCertificate(), layout.tlsKey()),
                new ChannelNames(CHANNEL, CONTRACT, PracticeHospital.NORTH.id().value()),
                contractAddress(),
                new TrustedMembership(Map.of(MEMBERSHIP.value(), List.of(authority.root())), authority::isRevoked));
        return opened(
                DevelopmentPeer.start(settings, parts.clock(), parts.random(), parts.commitFault()),
                part -> part::close);
    }

    private void startContract(NetworkId network, List<EmbeddedStore> stores) throws IOException {
        var accounts = new ArrayList<StoreAccess>();
        for (int i = 0; i < stores.size(); i++) {
            var keys = addresses.storeKeys().get(i);
            accounts.add(new StoreAccess(
                    "store-" + (i + 1),
                    stores.get(i).endpoint(),
                    REGION,
                    BUCKET,
                    keys.accessKey(),
                    StoreSecret.of(keys.revealSecretKey().toCharArray())));
        }
        var settings =
                ContractSettings.of(CHANNEL, CONTRACT, accounts, parts.clock()).expecting(founding(network));
        opened(
                ContractServer.start(contractAddress(), CONTRACT + ":embedded", parts.contract(settings)),
                part -> part::close);
    }

    private RecordLedger startMembership(
            ConnectionProfile found, InProcessCertificateAuthority authority, TlsAuthority tls) throws IOException {
        SigningKeyPair key = opened(SigningKeyPair.generate(parts.random()), part -> part::close);
        X509Certificate certificate = enrollService(authority, key);
        RecordLedger ledger =
                opened(new FabricRecordLedger(found, certificate, key, parts.clock()), part -> part::close);
        var settings = new MembershipSettings(
                layout.membership(),
                new InetSocketAddress(InetAddress.ofLiteral(LOOPBACK), addresses.membership()),
                () -> ledger,
                parts.clock());
        opened(
                MembershipService.start(
                        settings, authority, tls.issue("localhost", LOOPBACK).sslContext()),
                part -> part::close);
        return ledger;
    }

    private static X509Certificate enrollService(InProcessCertificateAuthority authority, SigningKeyPair key)
            throws IOException {
        try {
            return authority.issue(
                    CertificateOrder.ofService("membership", ProvenRequest.of(CertificateRequest.of(key))));
        } catch (RequestRefusedException e) {
            throw new IOException("the membership service has no certificate", e);
        }
    }

    private void initialize(ConnectionProfile found) throws IOException {
        OfficerKeys first = officers.getFirst();
        try (var ledger = new FabricRecordLedger(found, first.certificate(), first.key(), parts.clock())) {
            var founding = founding(found.network());
            ledger.submit(new Initialize(founding.network(), founding.officers()));
        } catch (SharingException e) {
            throw new IOException("the network cannot be founded", e);
        }
    }

    private Founding founding(NetworkId network) {
        List<Officer> founders = officers.stream().map(OfficerKeys::officer).toList();
        return new Founding(network, founders);
    }

    private ConnectionProfile profile(
            NetworkId network, String membershipRoot, String tlsRoot, List<EmbeddedStore> stores) {
        var peer = new ConnectionProfile.Peer(
                PracticeHospital.NORTH.id().value(),
                PracticeHospital.NORTH.displayName(),
                LOOPBACK + ":" + addresses.peer(),
                tlsRoot);
        var membership = new ConnectionProfile.Membership(
                MEMBERSHIP.value(), "https://" + LOOPBACK + ":" + addresses.membership(), tlsRoot);
        var listed = new ArrayList<ConnectionProfile.Store>();
        for (int i = 0; i < stores.size(); i++) {
            listed.add(ConnectionProfile.Store.onThisComputer(
                    "store-" + (i + 1), stores.get(i).endpoint(), REGION, BUCKET));
        }
        return new ConnectionProfile(
                NAME,
                NetworkKind.EMBEDDED,
                network.hex(),
                CHANNEL,
                CONTRACT,
                List.of(peer),
                membership,
                List.of(membershipRoot),
                listed);
    }

    private InetSocketAddress contractAddress() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), addresses.contract());
    }

    private <T extends AutoCloseable> T opened(T part, Function<T, Closeable> stopping) {
        running.push(stopping.apply(part));
        return part;
    }

    /** Stop every part, the last one first. */
    @Override
    public void close() {
        while (!running.isEmpty()) {
            stop(running.pop());
        }
    }

    private static void stop(Closeable part) {
        try {
            part.close();
        } catch (IOException e) {
            LOG.warn("A part of the network did not stop well", e);
        }
    }
}
