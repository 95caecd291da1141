// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import aegle.record.MemberId;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.member.Member;
import aegle.record.member.MemberStatus;
import aegle.record.member.Officer;
import java.time.Instant;
import java.util.Optional;

/**
 * Who counts as a clinician or an officer ({@code docs/rules.md}, rules 1 and 6): certificate attribute <em>and</em> an entry
 * of the ledger with exactly that key. The ledger wins over the certificate authority.
 */
final class MemberPolicy {

    /** The member with the caller's key, whatever her status. */
    Optional<Member> memberOf(Invocation invocation) {
        return invocation
                .ledger()
                .find(MemberId.class, LedgerKey.memberByKey(invocation.caller().key()))
                .flatMap(id -> invocation.ledger().find(Member.class, LedgerKey.member(id)));
    }

    Member requireKnown(Invocation invocation) {
        return memberOf(invocation)
                .orElseThrow(() -> new RefusedException(
                        LedgerErrorCode.MEMBER_UNKNOWN, "no member has the key of the caller's certificate"));
    }

    /** The caller as an active clinician whose attestation has not lapsed. */
    Member requireClinician(Invocation invocation) {
        requireRole(invocation, CallerIdentity.CLINICIAN);
        Member member = requireKnown(invocation);
        refusal(member, invocation.time()).ifPresent(code -> {
            throw new RefusedException(code, "member " + member.id() + " may not act");
        });
        return member;
    }

    Officer requireOfficer(Invocation invocation) {
        requireRole(invocation, CallerIdentity.OFFICER);
        return invocation
                .ledger()
                .find(Officer.class, LedgerKey.officer(invocation.caller().key()))
                .orElseThrow(() -> new RefusedException(
                        LedgerErrorCode.OFFICER_UNKNOWN, "no officer has the key of the caller's certificate"));
    }

    /** Why the caller, who is that member, must not, or must not then, act as a clinician; empty if she may. */
    Optional<LedgerErrorCode> refusalOfCaller(Member member, Instant time, Invocation invocation) {
        return invocation.caller().hasRole(CallerIdentity.CLINICIAN)
                ? refusal(member, time)
                : Optional.of(LedgerErrorCode.ROLE_MISSING);
    }

    Optional<LedgerErrorCode> refusal(Member member, Instant time) {
        if (member.status() == MemberStatus.REVOKED) {
            return Optional.of(LedgerErrorCode.MEMBER_REVOKED);
        } else if (member.status() != MemberStatus.ACTIVE) {
            return Optional.of(LedgerErrorCode.MEMBER_NOT_ACTIVE);
        }
        return member.attestation().hasLapsed(time)
                ? Optional.of(LedgerErrorCode.ATTESTATION_LAPSED)
                : Optional.empty();
    }

    static void requireRole(Invocation invocation, String role) {
        RefusedException.unless(
                invocation.caller().hasRole(role),
                LedgerErrorCode.ROLE_MISSING,
                "the caller's certificate lacks the role " + role);
    }
}
