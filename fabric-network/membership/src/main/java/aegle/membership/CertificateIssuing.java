// SPDX-License-Identifier: Apache-2.0

package aegle.membership;

import aegle.membership.register.CertificateRegister;
import aegle.membership.register.IssuedCertificate;
import aegle.record.Bytes;
import aegle.sharing.enrollment.RefusalCode;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Issues at most one certificate per key at a time: who asks again gets the same one, and a new one under the same name shortly
 * before it expires. A key serves one role, and none once its certificate is revoked.
 */
final class CertificateIssuing {
    private static final Duration RENEWED_BEFORE = Duration.ofDays(30);

    private final CertificateAuthority authority;
    private final CertificateRegister register;
    private final Clock clock;

    /** Fair: with many at once, who came first must not wait until her program gives up. */
    private final ReentrantLock turn = new ReentrantLock(true);

    CertificateIssuing(CertificateAuthority authority, CertificateRegister register, Clock clock) {
        this.authority = authority;
        this.register = register;
        this.clock = clock;
    }

    /** The certificate, DER. */
    Bytes issue(CertificateOrder order) throws RequestRefusedException {
        turn.lock();
        try {
            List<IssuedCertificate> known = register.of(order.request().key().digest());
            requireFree(known, order);
            Optional<IssuedCertificate> last = known.stream().reduce((_, later) -> later);
            if (last.filter(this::isFresh).isPresent()) {
                return encode(last.get().certificate());
            }
            return encode(order(last.map(issued -> order.named(issued.name())).orElse(order)));
        } finally {
            turn.unlock();
        }
    }

    private void requireFree(List<IssuedCertificate> known, CertificateOrder order) throws RequestRefusedException {
        if (known.stream()
                .anyMatch(issued -> issued.role() != order.attributes().role())) {
            throw new RequestRefusedException(RefusalCode.KEY_TAKEN, "this key serves another role already");
        }
        if (known.stream().anyMatch(issued -> authority.isRevoked(issued.certificate()))) {
            throw new RequestRefusedException(RefusalCode.KEY_TAKEN, "this key's certificate was revoked");
        }
    }

    private boolean isFresh(IssuedCertificate issued) {
        return issued.certificate()
                .getNotAfter()
                .toInstant()
                .isAfter(clock.instant().plus(RENEWED_BEFORE));
    }

    private X509Certificate order(CertificateOrder order) throws RequestRefusedException {
        try {
            X509Certificate certificate = authority.issue(order);
            register.add(
                    order.request().key().digest(),
                    new IssuedCertificate(order.attributes().role(), order.name(), certificate));
            return certificate;
        } catch (CertificateAuthorityException e) {
            throw new RequestRefusedException(
                    RefusalCode.SERVICE_FAILED, "the certificate authority does not answer", e);
        }
    }

    private static Bytes encode(X509Certificate certificate) {
        try {
            return Bytes.of(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("an issued certificate has an encoding", e);
        }
    }
}
