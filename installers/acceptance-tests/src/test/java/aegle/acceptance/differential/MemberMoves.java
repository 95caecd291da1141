// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.differential;

import aegle.acceptance.differential.Step.Call;
import aegle.acceptance.differential.Step.Walk;
import aegle.record.EncryptionPublicKey;
import aegle.record.KeyDigest;
import aegle.record.MemberId;
import aegle.record.NetworkId;
import aegle.record.call.MemberCalls.AttestMember;
import aegle.record.call.MemberCalls.ConfirmMembership;
import aegle.record.call.MemberCalls.FindMember;
import aegle.record.call.MemberCalls.FindMemberByKey;
import aegle.record.call.MemberCalls.Initialize;
import aegle.record.call.MemberCalls.ListHospitalMembers;
import aegle.record.call.MemberCalls.ListMembers;
import aegle.record.call.MemberCalls.ProposeMember;
import aegle.record.call.MemberCalls.RenewAttestation;
import aegle.record.call.MemberCalls.RevokeMember;
import aegle.record.call.MemberCalls.VoteOfficer;
import aegle.record.command.SignedStatement;
import aegle.record.member.Attestation;
import aegle.record.member.AttestationMethod;
import aegle.record.member.Member;
import aegle.record.member.Officer;
import aegle.record.member.ProfessionalData;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How clinicians become members, and what is asked about them. */
final class MemberMoves {
    private final Cast cast;
    private final Chance chance;
    private final Things things;

    MemberMoves(Cast cast) {
        this.cast = cast;
        this.chance = cast.chance;
        this.things = new Things(cast);
    }

    ProposeMember proposal(Person applicant, Duration due) {
        return proposal(applicant, Stage.OFFICERS.getFirst(), due);
    }

    private ProposeMember proposal(Person applicant, Person officer, Duration due) {
        var id = new MemberId(chance.number());
        EncryptionPublicKey key = things.encryptionKey();
        return new ProposeMember(
                id,
                World.NORTH,
                applicant.publicKey(),
                key,
                cast.statements.sign(applicant, network -> new SignedStatement.EncryptionKey(network, id.value(), key)),
                new ProfessionalData("Dr. " + applicant.name(), "1234567893", "2085R0001X"),
                attestation(officer, Things.now().plus(due)));
    }

    Attestation attestation(Person officer, Instant due) {
        return new Attestation(
                AttestationMethod.NPDB_CONTINUOUS_QUERY, chance.bytes(32), due, officer.digest(), Optional.empty());
    }

    Call propose(ProposeMember proposal) {
        return Call.of(Stage.OFFICERS.getFirst(), proposal);
    }

    Call attest(ProposeMember proposal) {
        return Call.of(Stage.OFFICERS.get(1), new AttestMember(proposal.member(), 1));
    }

    Call confirm(Person clinician, ProposeMember proposal) {
        return Call.of(clinician, new ConfirmMembership(proposal.member()));
    }

    /** Looks, and acts that are refused or change nobody whom the lane needs. */
    Step look() {
        return switch (chance.below(12)) {
            case 0, 1 -> Call.of(cast.caller(), new FindMember(cast.someMember()));
            case 2 ->
                Call.of(
                        cast.caller(),
                        new FindMemberByKey(
                                chance.onceIn(3)
                                        ? new KeyDigest(chance.bytes(KeyDigest.LENGTH))
                                        : cast.clinician().digest()));
            case 3, 4 -> directory();
            case 5 -> hospital();
            case 6, 7 -> proposeSomebody();
            case 8 -> Call.of(chance.oneOf(Stage.OFFICERS), new AttestMember(cast.someMember(), cast.version(3)));
            case 9 -> Call.of(cast.caller(), new ConfirmMembership(cast.someMember()));
            case 10 ->
                Call.of(
                        chance.oneOf(cast.clinician(), Stage.OFFICERS.getLast()),
                        new RevokeMember(cast.someMember(), cast.version(3)));
            default -> chance.onceIn(2) ? foundAnew() : voteWrongly();
        };
    }

    private Call foundAnew() {
        return Call.of(
                cast.caller(),
                new Initialize(
                        new NetworkId(chance.bytes(NetworkId.LENGTH)),
                        List.of(new Officer(cast.clinician().digest(), World.NORTH))));
    }

    private Call voteWrongly() {
        return Call.of(
                chance.oneOf(cast.clinician(), Stage.OFFICERS.getFirst()),
                new VoteOfficer(new Officer(cast.clinician().digest(), World.NORTH), chance.onceIn(2)));
    }

    private Walk directory() {
        String text = chance.onceIn(4) ? cast.clinician().name() : cast.lane;
        var hospital = chance.oneOf(
                Optional.of(World.NORTH), Optional.of(World.LAKESIDE), Optional.<aegle.record.MspId>empty());
        return new Walk(
                cast.caller(),
                Optional.empty(),
                mark -> new ListMembers(text, hospital, 200, mark),
                this::isOfThisLane);
    }

    private Walk hospital() {
        return new Walk(
                chance.onceIn(4) ? cast.caller() : chance.oneOf(Stage.OFFICERS),
                Optional.empty(),
                mark -> new ListHospitalMembers(200, mark),
                this::isOfThisLane);
    }

    private boolean isOfThisLane(Record fact) {
        return fact instanceof Member member && member.professional().name().contains(cast.lane);
    }

    private Call proposeSomebody() {
        var applicant = Person.of(cast.lane + " Applicant", Person.Role.CLINICIAN, chance);
        Person officer = chance.oneOf(Stage.OFFICERS);
        var good = proposal(applicant, chance.onceIn(8) ? Stage.OFFICERS.getLast() : officer, Duration.ofDays(365));
        var call = switch (chance.below(5)) {
            case 0 -> with(good, cast.clinician().publicKey(), good.attestation());
            case 1 -> with(good, good.key(), attestation(officer, Things.now().minusSeconds(60)));
            case 2 -> with(good, good.key(), good.attestation().confirmedBy(officer.digest()));
            default -> good;
        };
        return Call.of(chance.onceIn(6) ? cast.caller() : officer, call);
    }

    private static ProposeMember with(ProposeMember good, aegle.record.SigningPublicKey key, Attestation attestation) {
        return new ProposeMember(
                good.member(),
                good.hospital(),
                key,
                good.encryptionKey(),
                good.keyStatement(),
                good.professional(),
                attestation);
    }

    Call renew(Person clinician, Instant due) {
        Member member = cast.world.memberWith(clinician.digest()).orElseThrow();
        return Call.of(
                Stage.OFFICERS.getFirst(),
                new RenewAttestation(member.id(), attestation(Stage.OFFICERS.getFirst(), due), member.version()));
    }

    Call attestAgain(Person clinician) {
        Member member = cast.world.memberWith(clinician.digest()).orElseThrow();
        return Call.of(Stage.OFFICERS.get(1), new AttestMember(member.id(), member.version()));
    }

    Call revoke(Person clinician) {
        Member member = cast.world.memberWith(clinician.digest()).orElseThrow();
        return Call.of(Stage.OFFICERS.getFirst(), new RevokeMember(member.id(), member.version()));
    }
}
