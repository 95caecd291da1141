// SPDX-License-Identifier: Apache-2.0
package aegle.wallet.trial;

import aegle.crypto.identity.SigningKeyPair;
import aegle.record.MemberId;
import aegle.sharing.MembershipDirectory;
import aegle.sharing.MembershipUnavailableException;
import aegle.sharing.SharingException;
import aegle.sharing.enrollment.ClinicianApplication;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Admits every patient and trusts every certificate. */
final class TrialMembership implements MembershipDirectory {
    private final Clock clock;
    private final BooleanSupplier answering;

    TrialMembership(Clock clock, BooleanSupplier answering) {
        this.clock = clock;
        this.answering = answering;
    }

    @Override
    public X509Certificate enrollPatient(SigningKeyPair key) throws SharingException {
        if (!answering.getAsBoolean()) {
            throw new MembershipUnavailableException("no answer", new IOException("no answer"));
        }
        return TrialCertificates.of(key, "patient", clock.instant());
    }

    @Override
    public void apply(ClinicianApplication application, SigningKeyPair key) {
        throw new UnsupportedOperationException("no patient applies");
    }

    @Override
    public Optional<X509Certificate> collectCertificate(MemberId applicant, SigningKeyPair key) {
        throw new UnsupportedOperationException("no patient collects");
    }

    @Override
    public List<ClinicianApplication> pendingApplications(X509Certificate officer, SigningKeyPair key) {
        throw new UnsupportedOperationException("no patient is an officer");
    }

    @Override
    public void verify(X509Certificate certificate) {}

    @Override
    public void verifyOrigin(X509Certificate certificate) {}

    @Override
    public void close() {}
}
