// SPDX-License-Identifier: Apache-2.0

package aegle.membership;

import aegle.client.membership.HttpMembershipDirectory;
import aegle.crypto.identity.SigningKeyPair;
import aegle.membership.ca.InProcessCertificateAuthority;
import aegle.membership.ca.TlsAuthority;
import aegle.record.MspId;
import aegle.sharing.ConnectionProfile;
import aegle.sharing.ConnectionProfile.Membership;
import aegle.sharing.ConnectionProfile.NetworkKind;
import aegle.sharing.ConnectionProfile.Peer;
import aegle.sharing.ConnectionProfile.Store;
import aegle.sharing.enrollment.CertificateRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A membership service on a free port of this machine, with its ledger and its clock, that can be stopped and started again. */
final class MembershipRoom implements AutoCloseable {
    static final MspId ORGANIZATION = new MspId("MembershipMSP");

    final MovableClock clock = new MovableClock();
    final SecureRandom random = new SecureRandom();
    final LedgerOfMembers ledger = new LedgerOfMembers();

    private final Path folder;
    private InProcessCertificateAuthority authority;
    private TlsAuthority tls;
    private MembershipService service;

    MembershipRoom(Path folder) throws IOException {
        this.folder = folder;
        this.authority = InProcessCertificateAuthority.open(folder, ORGANIZATION, clock, random);
        this.tls = TlsAuthority.open(folder, Clock.systemUTC(), random);
        this.service = start();
    }

    private MembershipService start() throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var settings = new MembershipSettings(folder, address, () -> ledger, clock);
        return MembershipService.start(
                settings, authority, tls.issue("localhost", "127.0.0.1").sslContext());
    }

    void restart() throws IOException {
        close();
        authority = InProcessCertificateAuthority.open(folder, ORGANIZATION, clock, random);
        tls = TlsAuthority.open(folder, Clock.systemUTC(), random);
        service = start();
    }

    void stopService() {
        service.close();
    }

    InProcessCertificateAuthority authority() {
        return authority;
    }

    TlsAuthority tls() {
        return tls;
    }

    String url() {
        return "https://127.0.0.1:" + service.address().getPort();
    }

    ConnectionProfile profile(String membershipRoot, String tlsRoot) {
        return new ConnectionProfile(
                "Practice",
                NetworkKind.EMBEDDED,
                LedgerOfMembers.NETWORK.hex(),
                "records",
                "patient-record",
                List.of(new Peer("Hospital1MSP", "Invented Hospital", "127.0.0.1:1", tlsRoot)),
                new Membership(ORGANIZATION.value(), url(), tlsRoot),
                List.of(membershipRoot),
                List.of(Store.onThisComputer("one", "http://127.0.0.1:2", "us-east-1", "aegle")));
    }

    HttpMembershipDirectory directory() {
        return directory(clock);
    }

    HttpMembershipDirectory directory(Clock programsClock) {
        return new HttpMembershipDirectory(profile(authority.rootPem(), tls.rootPem()), programsClock, random);
    }

    Instant nextYear() {
        return clock.instant().plus(Duration.ofDays(365));
    }

    Officer officer(MspId hospital) {
        return officer(authority, hospital);
    }

    Officer officer(InProcessCertificateAuthority issuer, MspId hospital) {
        var key = SigningKeyPair.generate(random);
        return new Officer(key, issuer.issue(CertificateOrder.ofOfficer(hospital, request(key))));
    }

    static ProvenRequest request(SigningKeyPair key) {
        try {
            return ProvenRequest.of(CertificateRequest.of(key));
        } catch (RequestRefusedException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    @Override
    public void close() {
        service.close();
        authority.close();
        tls.close();
    }

    /** An officer's key and certificate. */
    record Officer(SigningKeyPair key, X509Certificate certificate) {}
}
