// SPDX-License-Identifier: Apache-2.0

package aegle.membership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.client.membership.HttpMembershipDirectory;
import aegle.crypto.identity.SigningKeyPair;
import aegle.record.Bytes;
import aegle.record.EncryptionPublicKey;
import aegle.record.KeyDigest;
import aegle.record.member.Attestation;
import aegle.record.member.AttestationMethod;
import aegle.record.member.Member;
import aegle.record.member.MemberStatus;
import aegle.record.member.ProfessionalData;
import aegle.sharing.LedgerRefusalException;
import aegle.sharing.MembershipRefusalException;
import aegle.sharing.MembershipUnavailableException;
import aegle.sharing.enrollment.ClinicianApplication;
import aegle.sharing.enrollment.ClinicianEnrollment;
import aegle.sharing.enrollment.ClinicianEnrollment.Surroundings;
import aegle.sharing.enrollment.MemberApproval;
import aegle.sharing.enrollment.PatientEnrollment;
import aegle.sharing.enrollment.PendingMember;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrollmentTest {
    private static final ProfessionalData FERNDALE =
            new ProfessionalData("Dr. Ilse Ferndale", "1234567893", "2085R0001X");
    private static final EncryptionPublicKey ENCRYPTION_KEY =
            EncryptionPublicKey.of(new byte[EncryptionPublicKey.LENGTH]);

    @TempDir
    Path folder;

    private MembershipRoom room;
    private HttpMembershipDirectory directory;
    private SigningKeyPair key;
    private MembershipRoom.Officer first;
    private MembershipRoom.Officer second;
    private final MemoryOfOneProgram memory = new MemoryOfOneProgram();

    @BeforeEach
    void open() throws Exception {
        room = new MembershipRoom(folder);
        directory = room.directory();
        key = SigningKeyPair.generate(room.random);
        first = room.officer(Applicant.HOSPITAL);
        second = room.officer(Applicant.HOSPITAL);
    }

    @AfterEach
    void close() {
        directory.close();
        room.close();
    }

    @Test
    void clinician_becomes_an_active_member_through_two_officers() throws Exception {
        ClinicianApplication application = clinician().apply(Applicant.HOSPITAL, ENCRYPTION_KEY, FERNDALE);
        assertEquals(Optional.empty(), clinician().collect());

        assertEquals(
                List.of(new PendingMember(application, Optional.empty())),
                approval(first).pending());
        approval(first).propose(application, attestation(first));
        assertEquals(Optional.empty(), clinician().collect());

        PendingMember pending = approval(second).pending().getFirst();
        assertTrue(pending.waitsForAttestationBy(approval(second).officer()));
        assertFalse(pending.waitsForAttestationBy(approval(first).officer()));
        approval(second).attest(pending.proposed().orElseThrow());

        X509Certificate certificate = clinician().collect().orElseThrow();
        Member member = clinician().confirm(ledgerOf(certificate));
        assertEquals(MemberStatus.ACTIVE, member.status());
        assertEquals(Optional.of(Bytes.of(certificate.getEncoded())), member.certificate());
        assertTrue(member.isEncryptionKeyVouchedFor(LedgerOfMembers.NETWORK));
        assertEquals(List.of(), approval(first).pending());
    }

    @Test
    void every_step_may_be_repeated() throws Exception {
        ClinicianApplication application = clinician().apply(Applicant.HOSPITAL, ENCRYPTION_KEY, FERNDALE);
        assertEquals(
                application.member(),
                clinician().apply(Applicant.HOSPITAL, ENCRYPTION_KEY, FERNDALE).member());

        Member proposed = approval(first).propose(application, attestation(first));
        Member attested = approval(second).attest(proposed);
        assertEquals(attested, approval(second).attest(proposed));

        X509Certificate certificate = clinician().collect().orElseThrow();
        room.stopService();
        assertEquals(Optional.of(certificate), clinician().collect());

        Member confirmed = clinician().confirm(ledgerOf(certificate));
        assertEquals(confirmed, clinician().confirm(ledgerOf(certificate)));
    }

    @Test
    void renewed_certificate_is_confirmed_anew() throws Exception {
        ClinicianApplication application = clinician().apply(Applicant.HOSPITAL, ENCRYPTION_KEY, FERNDALE);
        approval(second).attest(approval(first).propose(application, attestation(first)));
        clinician().confirm(ledgerOf(clinician().collect().orElseThrow()));
        room.clock.move(Duration.ofDays(340));

        X509Certificate renewed = clinician().collect().orElseThrow();
        Member member = clinician().confirm(ledgerOf(renewed));

        assertEquals(Optional.of(Bytes.of(renewed.getEncoded())), member.certificate());
    }

    @Test
    void renewal_of_an_attestation_waits_for_the_second_officer() throws Exception {
        ClinicianApplication application = clinician().apply(Applicant.HOSPITAL, ENCRYPTION_KEY, FERNDALE);
        Member attested = approval(second).attest(approval(first).propose(application, attestation(first)));
        assertEquals(List.of(), approval(second).pending());

        Member renewed = approval(first).renew(attested, attestation(first));

        assertEquals(
                List.of(renewed.id()),
                approval(second).pending().stream()
                        .map(pending -> pending.application().member())
                        .toList());
        approval(second).attest(renewed);
        assertEquals(List.of(), approval(second).pending());
    }

    @Test
    void application_is_kept_when_the_service_does_not_answer() {
        room.stopService();

        assertThrows(
                MembershipUnavailableException.class,
                () -> clinician().apply(Applicant.HOSPITAL, ENCRYPTION_KEY, FERNDALE));

        assertEquals(FERNDALE, clinician().application().orElseThrow().professional());
    }

    @Test
    void application_and_certificate_of_another_key_are_not_hers() throws Exception {
        clinician().apply(Applicant.HOSPITAL, ENCRYPTION_KEY, FERNDALE);

        key = SigningKeyPair.generate(room.random);

        assertEquals(Optional.empty(), clinician().application());
        assertThrows(IllegalStateException.class, () -> clinician().collect());
    }

    @Test
    void officer_does_not_attest_what_has_changed_since_she_saw_it() throws Exception {
        ClinicianApplication application = clinician().apply(Applicant.HOSPITAL, ENCRYPTION_KEY, FERNDALE);
        Member proposed = approval(first).propose(application, attestation(first));
        room.ledger.has(proposed.renewed(attestation(first)));

        assertThrows(LedgerRefusalException.class, () -> approval(second).attest(proposed));
    }

    @Test
    void officer_does_not_propose_in_anothers_name_or_with_keys_that_do_not_hang_together() throws Exception {
        ClinicianApplication application = clinician().apply(Applicant.HOSPITAL, ENCRYPTION_KEY, FERNDALE);
        var otherKey = new byte[EncryptionPublicKey.LENGTH];
        otherKey[0] = 1;
        var swapped = new ClinicianApplication(
                application.member(),
                application.hospital(),
                application.key(),
                EncryptionPublicKey.of(otherKey),
                application.keyStatement(),
                application.professional());

        assertThrows(IllegalArgumentException.class, () -> approval(first).propose(application, attestation(second)));
        assertThrows(IllegalArgumentException.class, () -> approval(first).propose(swapped, attestation(first)));
    }

    @Test
    void revoked_clinician_gets_no_new_certificate() throws Exception {
        ClinicianApplication application = clinician().apply(Applicant.HOSPITAL, ENCRYPTION_KEY, FERNDALE);
        Member attested = approval(second).attest(approval(first).propose(application, attestation(first)));
        X509Certificate certificate = clinician().collect().orElseThrow();

        approval(first).revoke(attested);
        directory.revokeCertificate(application.key().digest(), first.certificate(), first.key());

        assertTrue(room.authority().isRevoked(certificate));
        room.clock.move(Duration.ofDays(340));
        assertThrows(MembershipRefusalException.class, () -> clinician().collect());
    }

    @Test
    void patients_certificate_is_kept_and_renewed_before_it_expires() throws Exception {
        var enrollment = new PatientEnrollment(directory, memory, room.clock);
        X509Certificate certificate = enrollment.enroll(key);

        room.clock.move(Duration.ofDays(300));
        assertEquals(certificate, enrollment.enroll(key));
        room.clock.move(Duration.ofDays(40));
        assertNotEquals(certificate, enrollment.enroll(key));
    }

    @Test
    void enrolled_patient_needs_no_service() throws Exception {
        X509Certificate certificate = new PatientEnrollment(directory, memory, room.clock).enroll(key);
        room.stopService();

        assertEquals(certificate, new PatientEnrollment(directory, memory, room.clock).enroll(key));
    }

    private ClinicianEnrollment clinician() {
        var surroundings = new Surroundings(LedgerOfMembers.NETWORK, room.clock, room.random);
        return new ClinicianEnrollment(surroundings, directory, memory, key);
    }

    private MemberApproval approval(MembershipRoom.Officer officer) {
        return new MemberApproval(directory, ledgerOf(officer.certificate()), officer.certificate(), officer.key());
    }

    private ParticipantLedger ledgerOf(X509Certificate caller) {
        return new ParticipantLedger(room.ledger, caller, Applicant.HOSPITAL);
    }

    private Attestation attestation(MembershipRoom.Officer officer) {
        KeyDigest digest = approval(officer).officer();
        return new Attestation(
                AttestationMethod.PRACTICE, Bytes.of(new byte[32]), room.nextYear(), digest, Optional.empty());
    }
}
