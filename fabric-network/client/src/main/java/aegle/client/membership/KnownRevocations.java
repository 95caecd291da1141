// SPDX-License-Identifier: Apache-2.0

package aegle.client.membership;

import aegle.sharing.SharingException;
import aegle.sharing.enrollment.MembershipCall.FetchRevocations;
import aegle.sharing.enrollment.MembershipRoots;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The revoked certificates as far as this program knows: asked for anew after ten minutes, and left as they are when the service
 * does not answer. The ledger's word on a member is the one that counts; this only adds to it.
 */
final class KnownRevocations {
    private static final Logger LOG = LoggerFactory.getLogger(KnownRevocations.class);
    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final Duration DEADLINE = Duration.ofSeconds(3);

    private final MembershipConnection connection;
    private final MembershipRoots roots;
    private final Clock clock;
    private final ReentrantLock turn = new ReentrantLock();
    private Instant askAgain = Instant.EPOCH;
    private Optional<X509CRL> list = Optional.empty();

    KnownRevocations(MembershipConnection connection, MembershipRoots roots, Clock clock) {
        this.connection = connection;
        this.roots = roots;
        this.clock = clock;
    }

    boolean contain(X509Certificate certificate) {
        turn.lock();
        try {
            if (!clock.instant().isBefore(askAgain)) {
                askAgain = clock.instant().plus(FRESH);
                fetch().ifPresent(fetched -> list = Optional.of(fetched));
            }
            return list.filter(revoked -> revoked.isRevoked(certificate)).isPresent();
        } finally {
            turn.unlock();
        }
    }

    private Optional<X509CRL> fetch() {
        try {
            byte[] encoded =
                    connection.ask(new FetchRevocations(), DEADLINE).list().toByteArray();
            var fetched =
                    (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(encoded));
            return isSignedByARoot(fetched) ? Optional.of(fetched) : Optional.empty();
        } catch (SharingException | GeneralSecurityException e) {
            LOG.debug("The list of revoked certificates could not be had", e);
            return Optional.empty();
        }
    }

    private boolean isSignedByARoot(X509CRL fetched) {
        return roots.roots().stream().anyMatch(root -> {
            try {
                fetched.verify(root.getPublicKey());
                return fetched.getIssuerX500Principal().equals(root.getSubjectX500Principal());
            } catch (GeneralSecurityException _) {
                return false;
            }
        });
    }
}
