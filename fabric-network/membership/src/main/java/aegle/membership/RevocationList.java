// SPDX-License-Identifier: Apache-2.0

package aegle.membership;

import aegle.record.Bytes;
import aegle.sharing.enrollment.MembershipCall.Revocations;
import aegle.sharing.enrollment.RefusalCode;
import java.security.cert.CRLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The signed list of revoked certificates as programs fetch it. Anybody may ask, so it is signed at most once in five seconds, and
 * anew after each revocation that this service carries out.
 */
final class RevocationList {
    private static final Duration KEPT = Duration.ofSeconds(5);

    private final CertificateAuthority authority;
    private final Clock clock;
    private final ReentrantLock turn = new ReentrantLock();
    private Optional<Revocations> kept = Optional.empty();
    private Instant signed = Instant.EPOCH;

    RevocationList(CertificateAuthority authority, Clock clock) {
        this.authority = authority;
        this.clock = clock;
    }

    Revocations current() throws RequestRefusedException {
        turn.lock();
        try {
            Instant now = clock.instant();
            boolean fresh = !now.isBefore(signed) && now.isBefore(signed.plus(KEPT));
            if (kept.isPresent() && fresh) {
                return kept.get();
            }
            var list = new Revocations(Bytes.of(authority.revocations().getEncoded()));
            kept = Optional.of(list);
            signed = now;
            return list;
        } catch (CertificateAuthorityException | CRLException e) {
            throw new RequestRefusedException(
                    RefusalCode.SERVICE_FAILED, "the certificate authority does not answer", e);
        } finally {
            turn.unlock();
        }
    }

    /** Have the next one signed anew. */
    void forget() {
        turn.lock();
        try {
            kept = Optional.empty();
        } finally {
            turn.unlock();
        }
    }
}
