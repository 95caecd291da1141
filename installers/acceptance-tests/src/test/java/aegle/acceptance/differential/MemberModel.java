// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.differential;

import aegle.acceptance.differential.Model.Turn;
import aegle.record.KeyDigest;
import aegle.record.MspId;
import aegle.record.call.LedgerCall;
import aegle.record.call.MemberCalls.AttestMember;
import aegle.record.call.MemberCalls.ConfirmMembership;
import aegle.record.call.MemberCalls.FindMember;
import aegle.record.call.MemberCalls.FindMemberByKey;
import aegle.record.call.MemberCalls.Initialize;
import aegle.record.call.MemberCalls.MemberLookup;
import aegle.record.call.MemberCalls.OfficerVote;
import aegle.record.call.MemberCalls.ProposeMember;
import aegle.record.call.MemberCalls.RenewAttestation;
import aegle.record.call.MemberCalls.RevokeMember;
import aegle.record.call.MemberCalls.VoteOfficer;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.member.Attestation;
import aegle.record.member.Member;
import aegle.record.member.MemberStatus;
import aegle.record.member.Officer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who takes part: officers, and how clinicians become members, stay members and cease to be. */
final class MemberModel {
    private final World world;

    MemberModel(World world) {
        this.world = world;
    }

    Optional<Record> answer(LedgerCall<?> call, Turn turn) {
        return Optional.ofNullable(
                switch (call) {
                    case Initialize _ -> throw new Refused(LedgerErrorCode.ALREADY_INITIALIZED);
                    case VoteOfficer vote -> vote(vote, turn);
                    case ProposeMember proposal -> propose(proposal, turn);
                    case AttestMember attesting -> attest(attesting, turn);
                    case RenewAttestation renewal -> renew(renewal, turn);
                    case RevokeMember revocation -> revoke(revocation, turn);
                    case ConfirmMembership confirmation -> confirm(confirmation, turn);
                    case FindMember find -> world.member(find.member());
                    case FindMemberByKey find -> new MemberLookup(world.memberWith(find.key()));
                    default -> null;
                });
    }

    /** The hospital for which the caller speaks. */
    MspId officer(Turn turn) {
        Refused.unless(turn.step().caller().role() == Person.Role.OFFICER, LedgerErrorCode.ROLE_MISSING);
        return Optional.ofNullable(world.officers.get(turn.step().caller().digest()))
                .orElseThrow(() -> new Refused(LedgerErrorCode.OFFICER_UNKNOWN));
    }

    /** The caller as a clinician who may act. */
    Member clinician(Turn turn) {
        Refused.unless(turn.step().caller().role() == Person.Role.CLINICIAN, LedgerErrorCode.ROLE_MISSING);
        Member member = world.caller(turn.step());
        refusal(member, turn.now()).ifPresent(code -> {
            throw new Refused(code);
        });
        return member;
    }

    Optional<LedgerErrorCode> refusal(Member member, Instant when) {
        return switch (member.status()) {
            case REVOKED -> Optional.of(LedgerErrorCode.MEMBER_REVOKED);
            case PROPOSED, ATTESTED -> Optional.of(LedgerErrorCode.MEMBER_NOT_ACTIVE);
            case ACTIVE ->
                when.isBefore(member.attestation().due())
                        ? Optional.empty()
                        : Optional.of(LedgerErrorCode.ATTESTATION_LAPSED);
        };
    }

    private OfficerVote vote(VoteOfficer call, Turn turn) {
        var voter = new Officer(turn.step().caller().digest(), officer(turn));
        boolean seated = call.officer()
                .hospital()
                .equals(world.officers.get(call.officer().key()));
        if (seated != call.remove()) {
            return new OfficerVote(call.officer(), call.remove(), List.of(), true);
        }
        KeyDigest key = call.officer().key();
        Refused.unless(
                call.remove() || (world.memberWith(key).isEmpty() && !world.officers.containsKey(key)),
                LedgerErrorCode.MEMBER_KEY_TAKEN);
        List<Object> ballot = List.of(call.officer(), call.remove());
        var voters = new ArrayList<>(world.ballots.getOrDefault(ballot, List.of()));
        voters.removeIf(earlier -> !earlier.hospital().equals(world.officers.get(earlier.key())));
        if (!voters.contains(voter)) {
            voters.add(voter);
        }
        List<MspId> hospitals =
                voters.stream().map(Officer::hospital).distinct().toList();
        long all = world.officers.values().stream().distinct().count();
        boolean effective = hospitals.size() > all / 2;
        turn.then(() -> count(call, ballot, effective ? List.of() : List.copyOf(voters), effective));
        turn.announce(key.value());
        return new OfficerVote(call.officer(), call.remove(), hospitals, effective);
    }

    private void count(VoteOfficer call, List<Object> ballot, List<Officer> voters, boolean effective) {
        world.ballots.put(ballot, voters);
        if (effective && call.remove()) {
            world.officers.remove(call.officer().key());
        } else if (effective) {
            world.officers.put(call.officer().key(), call.officer().hospital());
        }
    }

    private Member propose(ProposeMember call, Turn turn) {
        MspId hospital = officer(turn);
        Refused.unless(hospital.equals(call.hospital()), LedgerErrorCode.OFFICER_OF_OTHER_HOSPITAL);
        if (world.isRepeated("membership", call.member().value(), turn.content())) {
            return world.member(call.member());
        }
        requireFirstWord(call.attestation(), turn);
        KeyDigest key = call.key().digest();
        Refused.unless(
                world.memberWith(key).isEmpty() && !world.officers.containsKey(key), LedgerErrorCode.MEMBER_KEY_TAKEN);
        var member = new Member(
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
        Refused.unless(member.isEncryptionKeyVouchedFor(Person.NOWHERE), LedgerErrorCode.STATEMENT_INVALID);
        turn.then(() -> world.remember("membership", call.member().value(), turn.content()));
        return kept(member, turn);
    }

    private static void requireFirstWord(Attestation attestation, Turn turn) {
        Refused.unless(
                attestation.firstOfficer().equals(turn.step().caller().digest()), LedgerErrorCode.OFFICER_UNKNOWN);
        Refused.unless(attestation.secondOfficer().isEmpty(), LedgerErrorCode.SECOND_OFFICER_REQUIRED);
        Refused.unless(turn.now().isBefore(attestation.due()), LedgerErrorCode.ATTESTATION_LAPSED);
    }

    private Member own(Turn turn, aegle.record.MemberId id) {
        MspId hospital = officer(turn);
        Member member = world.member(id);
        Refused.unless(member.hospital().equals(hospital), LedgerErrorCode.OFFICER_OF_OTHER_HOSPITAL);
        return member;
    }

    private Member attest(AttestMember call, Turn turn) {
        Member member = own(turn, call.member());
        if (isRepeated(member, call.version(), turn)) {
            return member;
        }
        requireNotRevoked(member);
        Attestation proposed = world.renewals.getOrDefault(member.id(), member.attestation());
        Refused.unless(
                proposed.secondOfficer().isEmpty()
                        && !proposed.firstOfficer().equals(turn.step().caller().digest()),
                LedgerErrorCode.SECOND_OFFICER_REQUIRED);
        Refused.unless(
                member.hospital().equals(world.officers.get(proposed.firstOfficer())), LedgerErrorCode.OFFICER_UNKNOWN);
        Refused.unless(turn.now().isBefore(proposed.due()), LedgerErrorCode.ATTESTATION_LAPSED);
        turn.then(() -> world.renewals.remove(member.id()));
        return changed(member.attested(proposed.confirmedBy(turn.step().caller().digest())), turn);
    }

    private Member renew(RenewAttestation call, Turn turn) {
        Member member = own(turn, call.member());
        if (isRepeated(member, call.version(), turn)) {
            return awaiting(member);
        }
        requireNotRevoked(member);
        requireFirstWord(call.attestation(), turn);
        turn.then(() -> world.renewals.put(member.id(), call.attestation()));
        Member renewed = changed(member.renewed(member.attestation()), turn);
        return showing(renewed, call.attestation());
    }

    private Member revoke(RevokeMember call, Turn turn) {
        Member member = own(turn, call.member());
        if (isRepeated(member, call.version(), turn)) {
            return member;
        }
        requireNotRevoked(member);
        turn.then(() -> {
            world.renewals.remove(member.id());
            world.endedMembers.put(member.id(), turn.now());
        });
        return changed(member.revoked(), turn);
    }

    private Member confirm(ConfirmMembership call, Turn turn) {
        Refused.unless(turn.step().caller().role() == Person.Role.CLINICIAN, LedgerErrorCode.ROLE_MISSING);
        Member member = world.caller(turn.step());
        Refused.unless(member.id().equals(call.member()), LedgerErrorCode.MEMBER_UNKNOWN);
        requireNotRevoked(member);
        Refused.unless(member.status() != MemberStatus.PROPOSED, LedgerErrorCode.MEMBER_NOT_ACTIVE);
        Refused.unless(turn.now().isBefore(member.attestation().due()), LedgerErrorCode.ATTESTATION_LAPSED);
        var certificate = turn.step().caller().standInCertificate();
        return member.status() == MemberStatus.ACTIVE ? member : kept(member.confirmed(certificate), turn);
    }

    private static void requireNotRevoked(Member member) {
        Refused.unless(member.status() != MemberStatus.REVOKED, LedgerErrorCode.MEMBER_REVOKED);
    }

    private boolean isRepeated(Member member, long expected, Turn turn) {
        return world.isRepeatedChange(member.id(), member.version(), expected, turn.content());
    }

    private Member changed(Member member, Turn turn) {
        turn.then(() -> world.rememberChange(member.id(), turn.content()));
        return kept(member, turn);
    }

    private Member kept(Member member, Turn turn) {
        turn.then(() -> world.members.put(member.id(), member));
        turn.announce(member.id().value());
        return member;
    }

    /** As officers see her: with the attestation that waits for the second of them. */
    Member awaiting(Member member) {
        return Optional.ofNullable(world.renewals.get(member.id()))
                .map(pending -> showing(member, pending))
                .orElse(member);
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
}
