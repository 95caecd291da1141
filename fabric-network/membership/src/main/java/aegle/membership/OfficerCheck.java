// SPDX-License-Identifier: Apache-2.0

package aegle.membership;

import aegle.membership.register.NonceRegister;
import aegle.record.Bytes;
import aegle.record.MspId;
import aegle.record.SigningPublicKey;
import aegle.sharing.enrollment.CertificateAttributes;
import aegle.sharing.enrollment.MembershipRoots;
import aegle.sharing.enrollment.OfficerAuthorization;
import aegle.sharing.enrollment.RefusalCode;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Tells for which hospital an officer speaks: her certificate lies under the membership root, is valid, not revoked and an officer's,
 * the request is hers, fresh, and seen for the first time.
 *
 * <p>Whether officers have voted her out is not asked: the ledger refuses her acts then, and her certificate is to be revoked.
 */
final class OfficerCheck {
    private static final Duration FRESH = Duration.ofMinutes(2);

    private final CertificateAuthority authority;
    private final NonceRegister nonces;
    private final LedgerWord ledger;
    private final Clock clock;

    OfficerCheck(CertificateAuthority authority, NonceRegister nonces, LedgerWord ledger, Clock clock) {
        this.authority = authority;
        this.nonces = nonces;
        this.ledger = ledger;
        this.clock = clock;
    }

    MspId hospitalOf(OfficerAuthorization officer, String call, Bytes subject) throws RequestRefusedException {
        X509Certificate certificate = parse(officer.certificate());
        MspId hospital = requireOfficer(certificate);
        Duration age = Duration.between(officer.time(), clock.instant()).abs();
        if (age.compareTo(FRESH) > 0) {
            throw new RequestRefusedException(
                    RefusalCode.REQUEST_STALE, "the request is older than two minutes, or a clock is wrong");
        }
        byte[] statement = officer.statementOn(ledger.network(), call, subject).bytes();
        if (!officer.signature().verifies(SigningPublicKey.of(certificate.getPublicKey()), statement)) {
            throw new RequestRefusedException(
                    RefusalCode.PROOF_INVALID, "the request is not signed with the officer's key");
        }
        nonces.forgetBefore(clock.instant().minus(FRESH.multipliedBy(2)));
        if (!nonces.add(officer.nonce(), clock.instant())) {
            throw new RequestRefusedException(RefusalCode.REQUEST_REPEATED, "the same request was made before");
        }
        return hospital;
    }

    private MspId requireOfficer(X509Certificate certificate) throws RequestRefusedException {
        boolean trusted = new MembershipRoots(List.of(authority.root())).vouchFor(certificate, clock.instant())
                && !authority.isRevoked(certificate);
        return CertificateAttributes.of(certificate)
                .filter(_ -> trusted)
                .flatMap(CertificateAttributes::hospital)
                .orElseThrow(() -> new RequestRefusedException(
                        RefusalCode.OFFICER_REQUIRED, "only a hospital's officer may ask this"));
    }

    private static X509Certificate parse(Bytes der) throws RequestRefusedException {
        try {
            var factory = CertificateFactory.getInstance("X.509");
            return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der.toByteArray()));
        } catch (CertificateException e) {
            throw new RequestRefusedException(RefusalCode.REQUEST_MALFORMED, "not a certificate", e);
        }
    }
}
