// SPDX-License-Identifier: Apache-2.0

package aegle.membership.ca;

import aegle.crypto.identity.DerSignature;
import aegle.membership.CertificateAuthorityException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * As whom the membership service works at the Fabric CA: signs its calls. Enrolls anew 30 days before its certificate ends, and when
 * the server does not believe it.
 */
final class Registrar implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Registrar.class);
    private static final Duration RENEWED_BEFORE = Duration.ofDays(30);
    private static final Duration PAUSE = Duration.ofHours(1);
    /** Fabric CA locks a name after ten wrong secrets. */
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMinutes(5);

    private final FabricCaConnection connection;
    private final RegistrarEnrollment enrollment;
    private final Clock clock;
    private final ReentrantLock turn = new ReentrantLock();
    private CertifiedKey identity;
    private Instant nextRenewal = Instant.MIN;

    Registrar(FabricCaConnection connection, RegistrarEnrollment enrollment, Clock clock)
            throws CertificateAuthorityException {
        this.connection = connection;
        this.enrollment = enrollment;
        this.clock = clock;
        this.identity = enrollment.open();
    }

    /**
     * Make a call as the registrar.
     *
     * @throws CertificateAuthorityException if the server does not answer
     */
    FabricCaAnswer ask(FabricCaCall call) throws CertificateAuthorityException {
        FabricCaAnswer answer = connection.send(call, tokenFor(call, isNearItsEnd()));
        return answer.isUnauthorized() ? connection.send(call, tokenFor(call, true)) : answer;
    }

    private String tokenFor(FabricCaCall call, boolean renewed) {
        turn.lock();
        try {
            if (renewed && !clock.instant().isBefore(nextRenewal)) {
                renew();
            }
            return token(call);
        } finally {
            turn.unlock();
        }
    }

    private boolean isNearItsEnd() {
        turn.lock();
        try {
            Instant end = identity.certificate().getNotAfter().toInstant();
            return !clock.instant().plus(RENEWED_BEFORE).isBefore(end);
        } finally {
            turn.unlock();
        }
    }

    private void renew() {
        try {
            CertifiedKey successor = enrollment.enroll();
            identity.close();
            identity = successor;
            nextRenewal = clock.instant().plus(PAUSE);
            LOG.info("The registrar has a new certificate at the Fabric CA");
        } catch (CertificateAuthorityException e) {
            nextRenewal = clock.instant().plus(PAUSE_AFTER_FAILURE);
            LOG.warn("The registrar gets no new certificate at the Fabric CA", e);
        }
    }

    private String token(FabricCaCall call) {
        String certificate = base64(PemText.of(identity.certificate()).getBytes(StandardCharsets.US_ASCII));
        String signed = String.join(
                ".",
                call.method(),
                base64(call.path().getBytes(StandardCharsets.US_ASCII)),
                base64(call.body()),
                certificate);
        byte[] signature = DerSignature.sign(identity.key(), signed.getBytes(StandardCharsets.US_ASCII));
        return certificate + "." + base64(signature);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public void close() {
        turn.lock();
        try {
            identity.close();
        } finally {
            turn.unlock();
        }
    }
}
