// SPDX-License-Identifier: Apache-2.0

package aegle.membership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.client.membership.HttpMembershipDirectory;
import aegle.crypto.identity.SigningKeyPair;
import aegle.membership.ca.InProcessCertificateAuthority;
import aegle.record.member.MemberStatus;
import aegle.sharing.MembershipRefusalException;
import aegle.sharing.RecordIntegrityException;
import aegle.sharing.enrollment.ClinicianApplication;
import aegle.sharing.enrollment.MembershipCall;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfficerDeskTest {
    @TempDir
    Path folder;

    private MembershipRoom room;
    private HttpMembershipDirectory directory;
    private final Applicant applicant = Applicant.at(Applicant.HOSPITAL);

    @BeforeEach
    void open() throws Exception {
        room = new MembershipRoom(folder);
        directory = room.directory();
        directory.apply(applicant.application(), applicant.key());
    }

    @AfterEach
    void close() {
        directory.close();
        room.close();
    }

    @Test
    void officer_sees_the_applications_at_her_hospital_and_no_others() throws Exception {
        var elsewhere = Applicant.at(Applicant.OTHER_HOSPITAL);
        directory.apply(elsewhere.application(), elsewhere.key());

        assertEquals(List.of(applicant.application()), pending(room.officer(Applicant.HOSPITAL)));
        assertEquals(List.of(elsewhere.application()), pending(room.officer(Applicant.OTHER_HOSPITAL)));
    }

    @Test
    void officer_still_sees_them_after_a_restart() throws Exception {
        var officer = room.officer(Applicant.HOSPITAL);
        directory.close();
        room.restart();
        directory = room.directory();

        assertEquals(List.of(applicant.application()), pending(officer));
    }

    @Test
    void officer_sees_every_application_of_several_pages_once() throws Exception {
        Set<ClinicianApplication> expected = new HashSet<>(List.of(applicant.application()));
        for (int i = 0; i < MembershipCall.PAGE; i++) {
            var another = Applicant.at(Applicant.HOSPITAL);
            directory.apply(another.application(), another.key());
            expected.add(another.application());
        }

        var seen = pending(room.officer(Applicant.HOSPITAL));

        assertEquals(expected, new HashSet<>(seen));
        assertEquals(MembershipCall.PAGE + 1, seen.size());
    }

    @Test
    void officer_no_longer_sees_whoever_has_collected_her_certificate() throws Exception {
        room.ledger.has(applicant.onLedger(MemberStatus.ATTESTED, room.nextYear()));
        assertTrue(directory
                .collectCertificate(applicant.number(), applicant.key())
                .isPresent());

        assertEquals(List.of(), pending(room.officer(Applicant.HOSPITAL)));
    }

    @Test
    void patient_gets_no_list() throws Exception {
        try (var key = SigningKeyPair.generate(room.random)) {
            X509Certificate certificate = directory.enrollPatient(key);

            assertRefused("OFFICER_REQUIRED", new MembershipRoom.Officer(key, certificate));
        }
    }

    @Test
    void clinician_gets_no_list() throws Exception {
        room.ledger.has(applicant.onLedger(MemberStatus.ATTESTED, room.nextYear()));
        X509Certificate certificate = directory
                .collectCertificate(applicant.number(), applicant.key())
                .orElseThrow();

        assertRefused("OFFICER_REQUIRED", new MembershipRoom.Officer(applicant.key(), certificate));
    }

    @Test
    void officer_of_another_root_gets_no_list() throws Exception {
        try (var foreign = InProcessCertificateAuthority.open(
                folder.resolve("foreign"), MembershipRoom.ORGANIZATION, room.clock, room.random)) {
            assertRefused("OFFICER_REQUIRED", room.officer(foreign, Applicant.HOSPITAL));
        }
    }

    @Test
    void officer_whose_certificate_was_revoked_gets_no_list() throws Exception {
        var officer = room.officer(Applicant.HOSPITAL);
        room.authority().revoke(officer.certificate());

        assertRefused("OFFICER_REQUIRED", officer);
    }

    @Test
    void officers_certificate_without_her_key_gets_no_list() {
        var officer = room.officer(Applicant.HOSPITAL);

        assertRefused(
                "PROOF_INVALID",
                new MembershipRoom.Officer(SigningKeyPair.generate(room.random), officer.certificate()));
    }

    @Test
    void request_that_is_three_minutes_old_gets_no_list() {
        var officer = room.officer(Applicant.HOSPITAL);
        var lateClock = Clock.offset(room.clock, Duration.ofMinutes(-3));
        try (var late = room.directory(lateClock)) {
            var refusal = assertThrows(
                    MembershipRefusalException.class,
                    () -> late.pendingApplications(officer.certificate(), officer.key()));
            assertTrue(String.valueOf(refusal.getMessage()).startsWith("REQUEST_STALE"));
        }
    }

    @Test
    void certificate_of_a_revoked_member_is_revoked_and_stays_so() throws Exception {
        room.ledger.has(applicant.onLedger(MemberStatus.ACTIVE, room.nextYear()));
        X509Certificate certificate = directory
                .collectCertificate(applicant.number(), applicant.key())
                .orElseThrow();
        room.ledger.has(applicant.onLedger(MemberStatus.REVOKED, room.nextYear()));
        var officer = room.officer(Applicant.HOSPITAL);

        int revoked = directory.revokeCertificate(applicant.keyDigest(), officer.certificate(), officer.key());

        assertEquals(1, revoked);
        assertTrue(room.authority().isRevoked(certificate));
        directory.close();
        room.restart();
        directory = room.directory();
        assertTrue(room.authority().isRevoked(certificate));
        assertThrows(RecordIntegrityException.class, () -> directory.verify(certificate));
    }

    @Test
    void certificate_is_not_revoked_while_the_ledger_has_the_member_as_active() throws Exception {
        room.ledger.has(applicant.onLedger(MemberStatus.ACTIVE, room.nextYear()));
        X509Certificate certificate = directory
                .collectCertificate(applicant.number(), applicant.key())
                .orElseThrow();
        var officer = room.officer(Applicant.HOSPITAL);

        assertThrows(
                MembershipRefusalException.class,
                () -> directory.revokeCertificate(applicant.keyDigest(), officer.certificate(), officer.key()));
        assertFalse(room.authority().isRevoked(certificate));
    }

    @Test
    void certificate_is_not_revoked_by_an_officer_of_another_hospital() throws Exception {
        room.ledger.has(applicant.onLedger(MemberStatus.REVOKED, room.nextYear()));
        var officer = room.officer(Applicant.OTHER_HOSPITAL);

        assertThrows(
                MembershipRefusalException.class,
                () -> directory.revokeCertificate(applicant.keyDigest(), officer.certificate(), officer.key()));
    }

    private List<ClinicianApplication> pending(MembershipRoom.Officer officer) throws Exception {
        return directory.pendingApplications(officer.certificate(), officer.key());
    }

    private void assertRefused(String code, MembershipRoom.Officer officer) {
        var refusal = assertThrows(MembershipRefusalException.class, () -> pending(officer));
        assertTrue(String.valueOf(refusal.getMessage()).startsWith(code), refusal.getMessage());
    }
}
