// SPDX-License-Identifier: Apache-2.0

package aegle.devnet.node;

import aegle.client.ledger.FabricRecordLedger;
import aegle.crypto.identity.SigningKeyPair;
import aegle.membership.CertificateAuthority;
import aegle.membership.CertificateAuthorityException;
import aegle.membership.CertificateOrder;
import aegle.membership.MembershipService;
import aegle.membership.MembershipSettings;
import aegle.membership.ProvenRequest;
import aegle.membership.RequestRefusedException;
import aegle.sharing.ConnectionProfile;
import aegle.sharing.enrollment.CertificateRequest;
import java.io.IOException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;

/**
 * The program of the membership service, with the users' certificate authority behind it. It asks the ledger with a key and a
 * certificate of its own, new at each start; neither is kept. Serves until SIGTERM; its settings come from the environment.
 */
public final class MembershipProcess {
    private static final int NAME_BYTES = 8;

    private MembershipProcess() {}

    public static void main(String... arguments)
            throws IOException, CertificateAuthorityException, InterruptedException {
        var environment = NodeEnvironment.ofThisProcess();
        Clock clock = Clock.tickMillis(ZoneOffset.UTC);
        var random = new SecureRandom();
        var profile = ConnectionProfile.read(environment.path("AEGLE_CONNECTION_PROFILE"));
        var tls = ServerIdentity.read(
                environment.path("AEGLE_MEMBERSHIP_TLS_CERTIFICATE"), environment.path("AEGLE_MEMBERSHIP_TLS_KEY"));
        try (var stop = new StopSignal();
                var authority = UsersAuthority.connect(environment.variables(), clock, random);
                var key = SigningKeyPair.generate(random);
                var ledger = new FabricRecordLedger(profile, enroll(authority, key, random), key, clock)) {
            var settings = new MembershipSettings(
                    environment.path("AEGLE_MEMBERSHIP_FOLDER"),
                    environment.address("AEGLE_MEMBERSHIP_ADDRESS"),
                    () -> ledger,
                    clock);
            try (var _ = MembershipService.start(settings, authority, tls.context())) {
                stop.await();
            }
        }
    }

    private static X509Certificate enroll(CertificateAuthority authority, SigningKeyPair key, SecureRandom random)
            throws IOException, CertificateAuthorityException {
        var name = new byte[NAME_BYTES];
        random.nextBytes(name);
        String text = "membership-" + HexFormat.of().formatHex(name);
        try {
            return authority.issue(
                    CertificateOrder.ofService(text, ProvenRequest.of(CertificateRequest.of(key, text))));
        } catch (RequestRefusedException e) {
            throw new IOException("the membership service's own request is refused", e);
        }
    }
}
