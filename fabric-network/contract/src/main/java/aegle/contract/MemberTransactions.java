// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import aegle.record.Bytes;
import aegle.record.KeyDigest;
import aegle.record.MemberId;
import aegle.record.call.MemberCalls.AttestMember;
import aegle.record.call.MemberCalls.ConfirmMembership;
import aegle.record.call.MemberCalls.ProposeMember;
import aegle.record.call.MemberCalls.RenewAttestation;
import aegle.record.call.MemberCalls.RevokeMember;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.member.Attestation;
import aegle.record.member.Member;
import aegle.record.member.MemberStatus;
import aegle.record.member.Officer;
import java.util.Optional;

/**
 * How clinicians become members, stay members and cease to be: two officers of one hospital with different keys, then the
 * clinician's own certificate ({@code docs/rules.md}, rule 1).
 */
final class MemberTransactions {
    private final MemberPolicy members;

    MemberTransactions(MemberPolicy members) {
        this.members = members;
    }

    void register(CallTable table) {
        table.add(ProposeMember.class, this::propose)
                .add(AttestMember.class, this::attest)
                .add(RenewAttestation.class, this::renew)
                .add(RevokeMember.class, this::revoke)
                .add(ConfirmMembership.class, this::confirm);
    }

    private Member propose(ProposeMember call, Invocation invocation) {
        Officer officer = members.requireOfficer(invocation);
        requireOfHospital(officer, call);
        if (invocation
                .operations()
                .isRepeated(OperationLog.ofMembership(), call.member().value())) {
            return find(call.member(), invocation);
        }
        requireFirstWord(call.attestation(), officer, invocation);
        KeyDigest key = call.key().digest();
        RefusedException.unless(
                !invocation.ledger().has(LedgerKey.memberByKey(key))
                        && !invocation.ledger().has(LedgerKey.officer(key)),
                LedgerErrorCode.MEMBER_KEY_TAKEN,
                "somebody has that key already");
        Member member = proposed(call);
        RefusedException.unless(
                member.isEncryptionKeyVouchedFor(invocation.network()),
                LedgerErrorCode.STATEMENT_INVALID,
                "the applicant's key did not sign her encryption key");
        invocation
                .operations()
                .remember(OperationLog.ofMembership(), call.member().value());
        invocation.ledger().put(LedgerKey.memberByKey(key), member.id());
        invocation.ledger().mark(LedgerKey.hospitalMember(member));
        return write(member, invocation);
    }

    private static Member proposed(ProposeMember call) {
        return new Member(
                call.member(),
                call.hospital(),
                call.key(),
                call.encryptionKey(),
                call.keyStatement(),
                call.professional(),
                call.attestation(),
                MemberStatus.PROPOSED,
                Optional.empty(),
                1);
    }

    private static void requireOfHospital(Officer officer, ProposeMember call) {
        RefusedException.unless(
                officer.hospital().equals(call.hospital()),
                LedgerErrorCode.OFFICER_OF_OTHER_HOSPITAL,
                "an officer of " + officer.hospital() + " cannot speak for " + call.hospital());
    }

    private static void requireFirstWord(Attestation attestation, Officer officer, Invocation invocation) {
        RefusedException.unless(
                attestation.firstOfficer().equals(officer.key()),
                LedgerErrorCode.OFFICER_UNKNOWN,
                "the attestation's first officer is not the caller");
        RefusedException.unless(
                attestation.secondOfficer().isEmpty(),
                LedgerErrorCode.SECOND_OFFICER_REQUIRED,
                "the second officer speaks for herself");
        requireNotLapsed(attestation, invocation);
    }

    private static void requireNotLapsed(Attestation attestation, Invocation invocation) {
        RefusedException.unless(
                !attestation.hasLapsed(invocation.time()),
                LedgerErrorCode.ATTESTATION_LAPSED,
                "the attestation was due " + attestation.due());
    }

    private Member renew(RenewAttestation call, Invocation invocation) {
        Officer officer = members.requireOfficer(invocation);
        Member member = requireOwnMember(call.member(), officer, invocation);
        if (isRepeatedChange(member, call.version(), invocation)) {
            return awaiting(member, invocation);
        }
        requireNotRevoked(member);
        requireFirstWord(call.attestation(), officer, invocation);
        invocation.ledger().put(LedgerKey.renewal(member.id()), call.attestation());
        Member renewed = writeChange(member.renewed(member.attestation()), invocation);
        return showing(renewed, call.attestation());
    }

    private Member attest(AttestMember call, Invocation invocation) {
        Officer officer = members.requireOfficer(invocation);
        Member member = requireOwnMember(call.member(), officer, invocation);
        if (isRepeatedChange(member, call.version(), invocation)) {
            return member;
        }
        requireNotRevoked(member);
        var renewal = renewal(member.id(), invocation);
        Attestation proposed = renewal.orElse(member.attestation());
        requireSecondWord(proposed, officer, invocation);
        requireNotLapsed(proposed, invocation);
        if (renewal.isPresent()) {
            invocation.ledger().delete(LedgerKey.renewal(member.id()));
        }
        return writeChange(member.attested(proposed.confirmedBy(officer.key())), invocation);
    }

    private static void requireSecondWord(Attestation proposed, Officer second, Invocation invocation) {
        RefusedException.unless(
                proposed.secondOfficer().isEmpty() && !proposed.firstOfficer().equals(second.key()),
                LedgerErrorCode.SECOND_OFFICER_REQUIRED,
                "two officers with different keys attest once");
        boolean firstIsStillOfficer = invocation
                .ledger()
                .find(Officer.class, LedgerKey.officer(proposed.firstOfficer()))
                .filter(first -> first.hospital().equals(second.hospital()))
                .isPresent();
        RefusedException.unless(
                firstIsStillOfficer, LedgerErrorCode.OFFICER_UNKNOWN, "the first officer is no officer any more");
    }

    private Member revoke(RevokeMember call, Invocation invocation) {
        Officer officer = members.requireOfficer(invocation);
        Member member = requireOwnMember(call.member(), officer, invocation);
        if (isRepeatedChange(member, call.version(), invocation)) {
            return member;
        }
        requireNotRevoked(member);
        invocation.ledger().delete(LedgerKey.directoryEntry(member));
        invocation.ledger().delete(LedgerKey.renewal(member.id()));
        invocation.ledger().put(LedgerKey.end(LedgerKey.member(member.id())), new EndMark(invocation.time()));
        return writeChange(member.revoked(), invocation);
    }

    private Member confirm(ConfirmMembership call, Invocation invocation) {
        MemberPolicy.requireRole(invocation, CallerIdentity.CLINICIAN);
        Member member = members.requireKnown(invocation);
        RefusedException.unless(
                member.id().equals(call.member()), LedgerErrorCode.MEMBER_UNKNOWN, "the caller is another member");
        requireNotRevoked(member);
        RefusedException.unless(
                member.status() != MemberStatus.PROPOSED,
                LedgerErrorCode.MEMBER_NOT_ACTIVE,
                "a second officer has yet to attest");
        requireNotLapsed(member.attestation(), invocation);
        Bytes certificate = invocation.caller().certificate();
        if (member.status() == MemberStatus.ACTIVE
                && member.certificate().filter(certificate::equals).isPresent()) {
            return member;
        }
        invocation.ledger().mark(LedgerKey.directoryEntry(member));
        return write(member.confirmed(certificate), invocation);
    }

    private static Member requireOwnMember(MemberId id, Officer officer, Invocation invocation) {
        Member member = find(id, invocation);
        RefusedException.unless(
                member.hospital().equals(officer.hospital()),
                LedgerErrorCode.OFFICER_OF_OTHER_HOSPITAL,
                "member " + id + " belongs to " + member.hospital());
        return member;
    }

    private static void requireNotRevoked(Member member) {
        RefusedException.unless(
                member.status() != MemberStatus.REVOKED,
                LedgerErrorCode.MEMBER_REVOKED,
                "member " + member.id() + " is revoked for good");
    }

    static Member find(MemberId id, Invocation invocation) {
        return invocation
                .ledger()
                .find(Member.class, LedgerKey.member(id))
                .orElseThrow(() -> new RefusedException(LedgerErrorCode.MEMBER_UNKNOWN, "no member " + id));
    }

    /** The member with the attestation that waits for a second officer, if there is one: what officers need to see. */
    static Member awaiting(Member member, Invocation invocation) {
        return renewal(member.id(), invocation)
                .map(pending -> showing(member, pending))
                .orElse(member);
    }

    private static Optional<Attestation> renewal(MemberId id, Invocation invocation) {
        return invocation.ledger().find(Attestation.class, LedgerKey.renewal(id));
    }

    private static Member showing(Member member, Attestation pending) {
        return new Member(
                member.id(),
                member.hospital(),
                member.key(),
                member.encryptionKey(),
                member.keyStatement(),
                member.professional(),
                pending,
                member.status(),
                member.certificate(),
                member.version());
    }

    private static boolean isRepeatedChange(Member member, long expected, Invocation invocation) {
        return invocation.operations().isRepeatedChange(LedgerKey.member(member.id()), member.version(), expected);
    }

    private static Member writeChange(Member member, Invocation invocation) {
        invocation.operations().rememberChange(LedgerKey.member(member.id()));
        return write(member, invocation);
    }

    private static Member write(Member member, Invocation invocation) {
        invocation.ledger().put(LedgerKey.member(member.id()), member);
        invocation.announce(member.id().value());
        return member;
    }
}
