// SPDX-License-Identifier: Apache-2.0

package aegle.client.ledger;

import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.client.ledger.HospitalPeer.Caller;
import aegle.record.PatientPseudonym;
import aegle.sharing.ConnectionProfile;
import aegle.sharing.ConnectionProfile.Membership;
import aegle.sharing.ConnectionProfile.NetworkKind;
import aegle.sharing.ConnectionProfile.Peer;
import aegle.sharing.ConnectionProfile.Store;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.hyperledger.fabric.client.identity.X509Identity;
import org.junit.jupiter.api.Test;

class ChangeWatchTest {

    @Test
    void a_stream_that_fails_in_an_unforeseen_way_is_opened_again() throws Exception {
        var attempts = new CountDownLatch(2);
        X509Certificate certificate = anyCertificate();
        var caller = new Caller(
                new X509Identity("MembershipMSP", certificate),
                _ -> {
                    attempts.countDown();
                    throw new IllegalStateException("a key that cannot sign");
                },
                LedgerDeadlines.standard());
        var profile = profile(certificate);
        var peer = HospitalPeer.of(profile, profile.peers().getFirst(), caller);
        var hospitals = new Hospitals(List.of(peer));
        try (var watch = new ChangeWatch(hospitals);
                hospitals;
                var _ = watch.subscribe(PatientPseudonym.of(new byte[PatientPseudonym.LENGTH]), () -> {})) {

            assertTrue(attempts.await(30, TimeUnit.SECONDS), "the watch has ended");
        }
    }

    private static ConnectionProfile profile(X509Certificate certificate) throws Exception {
        String pem = "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
        return new ConnectionProfile(
                "Practice",
                NetworkKind.EMBEDDED,
                "ab".repeat(32),
                "records",
                "aegle",
                List.of(new Peer("NorthMSP", "North Hospital", "127.0.0.1:1", pem)),
                new Membership("MembershipMSP", "https://127.0.0.1:2", pem),
                List.of(pem),
                List.of(Store.onThisComputer("one", "http://127.0.0.1:3", "eu-central-1", "aegle")));
    }

    /** One that this Java runtime trusts; nothing is dialled. */
    private static X509Certificate anyCertificate() throws Exception {
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init((KeyStore) null);
        return Arrays.stream(trust.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .flatMap(manager -> Arrays.stream(manager.getAcceptedIssuers()))
                .findFirst()
                .orElseThrow();
    }
}
