// SPDX-License-Identifier: Apache-2.0

package aegle.membership;

import aegle.membership.register.ApplicationRegister;
import aegle.record.MemberId;
import aegle.record.member.Member;
import aegle.sharing.enrollment.ClinicianApplication;
import aegle.sharing.enrollment.MembershipCall.Apply;
import aegle.sharing.enrollment.MembershipCall.CollectCertificate;
import aegle.sharing.enrollment.MembershipCall.Issued;
import aegle.sharing.enrollment.MembershipCall.Received;
import aegle.sharing.enrollment.RefusalCode;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Keeps clinicians' applications for the officers of their hospital, and issues a certificate to whom the ledger has as attested:
 * its word decides, the application is only how the officers come to know of her.
 */
final class ClinicianRegistration {
    private static final Duration KEPT = Duration.ofDays(90);
    private static final int MAX_WAITING = 1_000;

    private final ApplicationRegister applications;
    private final CertificateIssuing issuing;
    private final LedgerWord ledger;
    private final Clock clock;

    ClinicianRegistration(
            ApplicationRegister applications, CertificateIssuing issuing, LedgerWord ledger, Clock clock) {
        this.applications = applications;
        this.issuing = issuing;
        this.ledger = ledger;
        this.clock = clock;
    }

    Received apply(Apply call) throws RequestRefusedException {
        ClinicianApplication application = call.application();
        requireKey(application, ProvenRequest.of(call.request()));
        if (!application.isVouchedFor(ledger.network())) {
            throw new RequestRefusedException(
                    RefusalCode.STATEMENT_INVALID, "the encryption key is not vouched for by the signing key");
        }
        applications.forgetWaitingSince(clock.instant().minus(KEPT));
        requireRoom(application);
        applications.keep(application, clock.instant());
        return new Received(application.member());
    }

    private void requireRoom(ClinicianApplication application) throws RequestRefusedException {
        Optional<ClinicianApplication> known = applications.find(application.member());
        if (known.filter(earlier -> !earlier.key().equals(application.key())).isPresent()) {
            throw new RequestRefusedException(RefusalCode.APPLICANT_TAKEN, "another applicant has this number");
        }
        if (applications
                .find(application.key())
                .filter(earlier -> !earlier.member().equals(application.member()))
                .isPresent()) {
            throw new RequestRefusedException(
                    RefusalCode.KEY_TAKEN, "this key has applied under another number already");
        }
        if (known.isEmpty() && applications.countWaiting(application.hospital()) >= MAX_WAITING) {
            throw new RequestRefusedException(
                    RefusalCode.TOO_MANY_REQUESTS, "too many applications wait at this hospital");
        }
    }

    Issued collect(CollectCertificate call) throws RequestRefusedException {
        ProvenRequest request = ProvenRequest.of(call.request());
        Optional<ClinicianApplication> application = applications.find(call.applicant());
        if (application.isPresent()) {
            requireKey(application.get(), request);
        }
        Optional<Member> member = ledger.memberWith(request.key().digest());
        if (member.isEmpty() && application.isEmpty()) {
            throw new RequestRefusedException(RefusalCode.APPLICATION_UNKNOWN, "there is no such application");
        }
        if (member.isEmpty() || !isAttested(member.get(), call.applicant(), request)) {
            return new Issued(Optional.empty());
        }
        var issued = new Issued(Optional.of(issuing.issue(CertificateOrder.ofClinician(call.applicant(), request))));
        applications.markCollected(call.applicant());
        return issued;
    }

    private boolean isAttested(Member member, MemberId applicant, ProvenRequest request)
            throws RequestRefusedException {
        if (!member.id().equals(applicant) || !member.key().equals(request.key())) {
            throw new RequestRefusedException(
                    RefusalCode.KEY_MISMATCH, "the ledger has another member with this key, or another key");
        }
        return switch (member.status()) {
            case PROPOSED -> false;
            case ATTESTED, ACTIVE -> {
                if (member.attestation().hasLapsed(clock.instant())) {
                    throw new RequestRefusedException(
                            RefusalCode.ATTESTATION_LAPSED, "the hospital's attestation has lapsed");
                }
                yield true;
            }
            case REVOKED ->
                throw new RequestRefusedException(RefusalCode.MEMBER_REVOKED, "the hospital has ended this membership");
        };
    }

    private static void requireKey(ClinicianApplication application, ProvenRequest request)
            throws RequestRefusedException {
        if (!application.key().equals(request.key())) {
            throw new RequestRefusedException(
                    RefusalCode.KEY_MISMATCH, "the certificate request is for another key than the application");
        }
    }
}
