// SPDX-License-Identifier: Apache-2.0

package aegle.membership;

import aegle.membership.register.ApplicationRegister;
import aegle.membership.register.CertificateRegister;
import aegle.record.MspId;
import aegle.record.member.Member;
import aegle.record.member.MemberStatus;
import aegle.sharing.enrollment.MembershipCall;
import aegle.sharing.enrollment.MembershipCall.ApplicationPage;
import aegle.sharing.enrollment.MembershipCall.ListApplications;
import aegle.sharing.enrollment.MembershipCall.RevokeCertificate;
import aegle.sharing.enrollment.MembershipCall.Revoked;
import aegle.sharing.enrollment.NetworkRole;
import aegle.sharing.enrollment.RefusalCode;
import java.util.Optional;

/** What officers get from the service: the applications at their own hospital, and an end to certificates of members who were revoked. */
final class OfficerDesk {
    private final OfficerCheck officers;
    private final ApplicationRegister applications;
    private final CertificateRegister certificates;
    private final CertificateAuthority authority;
    private final LedgerWord ledger;

    OfficerDesk(
            OfficerCheck officers,
            ApplicationRegister applications,
            CertificateRegister certificates,
            CertificateAuthority authority,
            LedgerWord ledger) {
        this.officers = officers;
        this.applications = applications;
        this.certificates = certificates;
        this.authority = authority;
        this.ledger = ledger;
    }

    ApplicationPage list(ListApplications call) throws RequestRefusedException {
        MspId hospital = officers.hospitalOf(call.officer(), call.path(), call.subject());
        var found = applications.waiting(hospital, call.after(), MembershipCall.PAGE + 1);
        boolean more = found.size() > MembershipCall.PAGE;
        return new ApplicationPage(more ? found.subList(0, MembershipCall.PAGE) : found, more);
    }

    Revoked revoke(RevokeCertificate call) throws RequestRefusedException {
        MspId hospital = officers.hospitalOf(call.officer(), call.path(), call.subject());
        Optional<Member> member = ledger.memberWith(call.key());
        if (member.filter(known -> known.status() == MemberStatus.REVOKED).isEmpty()) {
            throw new RequestRefusedException(
                    RefusalCode.MEMBER_NOT_REVOKED, "the ledger has no revoked member with this key");
        }
        if (!member.get().hospital().equals(hospital)) {
            throw new RequestRefusedException(
                    RefusalCode.OFFICER_REQUIRED, "only an officer of the member's hospital may ask this");
        }
        return new Revoked(revokeAll(call));
    }

    private int revokeAll(RevokeCertificate call) throws RequestRefusedException {
        int revoked = 0;
        try {
            for (var issued : certificates.of(call.key())) {
                if (issued.role() == NetworkRole.CLINICIAN) {
                    authority.revoke(issued.certificate());
                    revoked++;
                }
            }
            return revoked;
        } catch (CertificateAuthorityException e) {
            throw new RequestRefusedException(
                    RefusalCode.SERVICE_FAILED, "the certificate authority does not answer", e);
        }
    }
}
