// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import static aegle.contract.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.contract.Clinic.Clinician;
import aegle.record.MemberId;
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
import aegle.record.codec.LedgerErrorCode;
import aegle.record.member.Attestation;
import aegle.record.member.Member;
import aegle.record.member.MemberStatus;
import aegle.record.member.Officer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MembershipTest {
    private final Clinic clinic = Clinic.open();
    private final Network network = clinic.network;

    @Test
    void two_officers_and_the_clinicians_own_certificate_make_a_member() {
        Clinician clinician = clinic.propose(Person.clinician());
        assertEquals(MemberStatus.PROPOSED, find(clinician).status());

        assertEquals(MemberStatus.ATTESTED, clinic.attest(clinician).status());
        Member member = clinic.confirm(clinician);
        assertEquals(MemberStatus.ACTIVE, member.status());
        assertEquals(Optional.of(clinician.person().certificate()), member.certificate());
        assertEquals(Optional.of(network.second.digest()), member.attestation().secondOfficer());
    }

    @Test
    void an_unconfirmed_applicant_is_in_no_directory() {
        Clinician clinician = clinic.propose(Person.clinician());
        clinic.attest(clinician);
        assertEquals(List.of(), directory(""));

        clinic.confirm(clinician);
        assertEquals(List.of(clinician.id()), directory("invented"));
        assertEquals(List.of(), directory("nobody"));
        assertEquals(List.of(clinician.id()), directory("1234567893"));
    }

    @Test
    void an_encryption_key_that_the_applicant_did_not_sign_is_refused() {
        var id = new MemberId(network.number());
        ProposeMember good = clinic.proposal(id, Person.clinician(), Duration.ofDays(365));
        var bad = new ProposeMember(
                id,
                good.hospital(),
                good.key(),
                good.encryptionKey(),
                Person.clinician().sign((byte) 1),
                good.professional(),
                good.attestation());

        assertRefused(LedgerErrorCode.STATEMENT_INVALID, () -> network.call(network.first, bad));
    }

    @Test
    void a_key_belongs_to_one_member_even_after_her_revocation() {
        Clinician clinician = clinic.newClinician();
        network.call(network.first, new RevokeMember(clinician.id(), 3));
        var again = clinic.proposal(new MemberId(network.number()), clinician.person(), Duration.ofDays(365));

        assertRefused(LedgerErrorCode.MEMBER_KEY_TAKEN, () -> network.call(network.first, again));
    }

    @Test
    void an_officer_cannot_be_made_a_clinician_with_the_same_key() {
        var own = clinic.proposal(new MemberId(network.number()), network.second, Duration.ofDays(365));

        assertRefused(LedgerErrorCode.MEMBER_KEY_TAKEN, () -> network.call(network.first, own));
    }

    @Test
    void an_attestation_that_is_over_makes_no_member() {
        var late = clinic.proposal(new MemberId(network.number()), Person.clinician(), Duration.ZERO);

        assertRefused(LedgerErrorCode.ATTESTATION_LAPSED, () -> network.call(network.first, late));
    }

    @Test
    void an_officer_does_not_speak_in_anothers_name() {
        var call = clinic.proposal(new MemberId(network.number()), Person.clinician(), Duration.ofDays(365));

        assertRefused(LedgerErrorCode.OFFICER_UNKNOWN, () -> network.call(network.second, call));
    }

    @Test
    void a_proposal_cannot_name_its_own_second_officer() {
        ProposeMember good = clinic.proposal(new MemberId(network.number()), Person.clinician(), Duration.ofDays(365));
        var bad = new ProposeMember(
                good.member(),
                good.hospital(),
                good.key(),
                good.encryptionKey(),
                good.keyStatement(),
                good.professional(),
                good.attestation().confirmedBy(network.second.digest()));

        assertRefused(LedgerErrorCode.SECOND_OFFICER_REQUIRED, () -> network.call(network.first, bad));
    }

    @Test
    void a_member_is_attested_once() {
        Clinician clinician = clinic.propose(Person.clinician());
        Member attested = clinic.attest(clinician);

        assertEquals(attested, clinic.attest(clinician));
        assertRefused(
                LedgerErrorCode.SECOND_OFFICER_REQUIRED,
                () -> network.call(network.second, new AttestMember(clinician.id(), 2)));
    }

    @Test
    void a_renewal_counts_only_with_the_second_officer() {
        Clinician clinician = clinic.newClinician();
        Attestation old = find(clinician).attestation();
        Attestation renewal = clinic.attestation(network.second, Duration.ofDays(700));
        Member shown = network.call(network.second, new RenewAttestation(clinician.id(), renewal, 3));
        assertEquals(renewal, shown.attestation());
        assertEquals(old, find(clinician).attestation());
        assertTrue(waiting(clinician));

        Member renewed = network.call(network.first, new AttestMember(clinician.id(), 4));
        assertEquals(renewal.confirmedBy(network.first.digest()), renewed.attestation());
        assertEquals(MemberStatus.ACTIVE, renewed.status());
        assertFalse(waiting(clinician));
    }

    @Test
    void who_renews_does_not_attest_the_renewal_herself() {
        Clinician clinician = clinic.newClinician();
        Attestation renewal = clinic.attestation(network.second, Duration.ofDays(700));
        network.call(network.second, new RenewAttestation(clinician.id(), renewal, 3));

        assertRefused(
                LedgerErrorCode.SECOND_OFFICER_REQUIRED,
                () -> network.call(network.second, new AttestMember(clinician.id(), 4)));
    }

    @Test
    void an_exchanged_renewal_cannot_be_attested_unseen() {
        Clinician clinician = clinic.newClinician();
        network.call(
                network.first,
                new RenewAttestation(clinician.id(), clinic.attestation(network.first, Duration.ofDays(700)), 3));
        network.call(
                network.first,
                new RenewAttestation(clinician.id(), clinic.attestation(network.first, Duration.ofDays(9000)), 4));

        assertRefused(
                LedgerErrorCode.VERSION_CHANGED,
                () -> network.call(network.second, new AttestMember(clinician.id(), 4)));
    }

    @Test
    void a_lapsed_member_is_out_of_the_directory_until_renewed() {
        Clinician clinician = clinic.newClinician();
        network.clock.pass(Duration.ofDays(366));
        assertEquals(List.of(), directory(""));

        Attestation renewal = clinic.attestation(network.first, Duration.ofDays(365));
        network.call(network.first, new RenewAttestation(clinician.id(), renewal, 3));
        network.call(network.second, new AttestMember(clinician.id(), 4));
        assertEquals(List.of(clinician.id()), directory(""));
    }

    @Test
    void a_revoked_member_is_revoked_for_good() {
        Clinician clinician = clinic.newClinician();
        Member revoked = network.call(network.second, new RevokeMember(clinician.id(), 3));

        assertEquals(MemberStatus.REVOKED, revoked.status());
        assertEquals(List.of(), directory(""));
        assertRefused(LedgerErrorCode.MEMBER_REVOKED, () -> clinic.confirm(clinician));
        assertRefused(
                LedgerErrorCode.MEMBER_REVOKED, () -> network.call(network.first, new RevokeMember(clinician.id(), 4)));
    }

    @Test
    void a_second_officers_repetition_of_anothers_words_does_not_pass_for_her_own() {
        Clinician clinician = clinic.newClinician();
        network.call(network.first, new RevokeMember(clinician.id(), 3));

        assertRefused(
                LedgerErrorCode.VERSION_CHANGED,
                () -> network.call(network.second, new RevokeMember(clinician.id(), 3)));
    }

    @Test
    void a_new_certificate_of_the_same_key_replaces_the_old_one() {
        Clinician clinician = clinic.newClinician();
        Person renewed = clinician.person().renewed();

        Member member = network.call(renewed, new ConfirmMembership(clinician.id()));
        assertEquals(Optional.of(renewed.certificate()), member.certificate());
    }

    @Test
    void members_are_found_by_key() {
        Clinician clinician = clinic.newClinician();

        assertEquals(
                Optional.of(find(clinician)),
                network.call(
                                Person.patient(),
                                new FindMemberByKey(clinician.person().digest()))
                        .member());
        assertEquals(
                Optional.empty(),
                network.call(
                                Person.patient(),
                                new FindMemberByKey(Person.patient().digest()))
                        .member());
    }

    @Test
    void an_officer_is_added_by_officers_of_a_majority_of_hospitals() {
        Person person = Person.officer();
        var vote = new VoteOfficer(new Officer(person.digest(), Network.SOUTH), false);
        assertFalse(network.call(network.first, vote).effective());
        assertFalse(network.call(network.second, vote).effective());
        assertRefused(LedgerErrorCode.OFFICER_UNKNOWN, () -> network.call(person, vote));

        assertTrue(network.call(network.foreign, vote).effective());
        assertEquals(
                List.of(), network.call(person, new ListHospitalMembers(10, "")).members());
    }

    @Test
    void votes_of_an_officer_who_was_removed_do_not_count() {
        var adding = new VoteOfficer(new Officer(Person.officer().digest(), Network.NORTH), false);
        network.call(network.foreign, adding);
        Person third = Person.officer();
        addOfficer(new Officer(third.digest(), Network.SOUTH));
        remove(new Officer(network.foreign.digest(), Network.SOUTH), third);

        assertFalse(network.call(network.first, adding).effective());
        assertTrue(network.call(third, adding).effective());
    }

    @Test
    void what_a_removed_officer_said_first_needs_another_officer() {
        Clinician clinician = clinic.propose(Person.clinician());
        remove(new Officer(network.first.digest(), Network.NORTH), network.foreign);

        assertRefused(LedgerErrorCode.OFFICER_UNKNOWN, () -> clinic.attest(clinician));
    }

    @Test
    void a_vote_sent_again_after_it_took_effect_changes_nothing() {
        var officer = new Officer(Person.officer().digest(), Network.NORTH);
        addOfficer(officer);
        int size = network.ledger().size();

        assertTrue(network.call(network.first, new VoteOfficer(officer, false)).effective());
        assertEquals(size, network.ledger().size());
    }

    @Test
    void a_network_is_founded_once() {
        var same = new Initialize(network.id, network.officers());
        var other = new Initialize(network.id, network.officers().subList(0, 1));

        assertEquals(network.officers(), network.call(Person.patient(), same).officers());
        assertRefused(LedgerErrorCode.ALREADY_INITIALIZED, () -> network.call(network.first, other));
    }

    @Test
    void a_hospital_refuses_another_founding_than_its_own() {
        Network unfounded = Network.unfounded();
        var other = new Initialize(
                unfounded.id, List.of(new Officer(Person.officer().digest(), Network.NORTH)));

        assertRefused(LedgerErrorCode.INITIALIZATION_MISMATCH, () -> unfounded.call(unfounded.first, other));
    }

    @Test
    void before_the_founding_nothing_works() {
        Network unfounded = Network.unfounded();

        assertRefused(
                LedgerErrorCode.NOT_INITIALIZED,
                () -> unfounded.call(unfounded.first, new ListMembers("", Optional.empty(), 10, "")));
    }

    private void addOfficer(Officer officer) {
        network.call(network.first, new VoteOfficer(officer, false));
        network.call(network.foreign, new VoteOfficer(officer, false));
    }

    private void remove(Officer officer, Person southern) {
        network.call(network.second, new VoteOfficer(officer, true));
        assertTrue(network.call(southern, new VoteOfficer(officer, true)).effective());
    }

    private Member find(Clinician clinician) {
        return network.call(Person.patient(), new FindMember(clinician.id()));
    }

    private boolean waiting(Clinician clinician) {
        return network.call(network.first, new ListHospitalMembers(10, "")).members().stream()
                .filter(member -> member.id().equals(clinician.id()))
                .anyMatch(member -> member.attestation().secondOfficer().isEmpty());
    }

    private List<MemberId> directory(String text) {
        return network
                .call(Person.patient(), new ListMembers(text, Optional.of(Network.NORTH), 10, ""))
                .members()
                .stream()
                .map(Member::id)
                .toList();
    }
}
