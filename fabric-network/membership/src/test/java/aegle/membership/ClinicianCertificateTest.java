// SPDX-License-Identifier: Apache-2.0

package aegle.membership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.client.membership.HttpMembershipDirectory;
import aegle.crypto.identity.SigningKeyPair;
import aegle.record.Bytes;
import aegle.record.MemberId;
import aegle.record.member.MemberStatus;
import aegle.sharing.MembershipRefusalException;
import aegle.sharing.MembershipUnavailableException;
import aegle.sharing.SharingException;
import aegle.sharing.enrollment.CertificateAttributes;
import aegle.sharing.enrollment.ClinicianApplication;
import aegle.sharing.enrollment.NetworkRole;
import aegle.sharing.enrollment.RefusalCode;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClinicianCertificateTest {
    @TempDir
    Path folder;

    private MembershipRoom room;
    private HttpMembershipDirectory directory;
    private final Applicant applicant = Applicant.at(Applicant.HOSPITAL);

    @BeforeEach
    void open() throws Exception {
        room = new MembershipRoom(folder);
        directory = room.directory();
    }

    @AfterEach
    void close() {
        directory.close();
        room.close();
    }

    @Test
    void does_not_exist_while_nobody_has_proposed_the_applicant() throws Exception {
        apply(applicant);

        assertEquals(Optional.empty(), collect(applicant));
    }

    @Test
    void does_not_exist_while_only_one_officer_has_spoken() throws Exception {
        apply(applicant);
        room.ledger.has(applicant.onLedger(MemberStatus.PROPOSED, room.nextYear()));

        assertEquals(Optional.empty(), collect(applicant));
    }

    @ParameterizedTest
    @EnumSource(names = {"ATTESTED", "ACTIVE"})
    void holds_the_very_key_that_the_ledger_has(MemberStatus status) throws Exception {
        apply(applicant);
        room.ledger.has(applicant.onLedger(status, room.nextYear()));

        X509Certificate certificate = collect(applicant).orElseThrow();

        assertEquals(
                applicant.application().key().subjectPublicKeyInfo(),
                Bytes.of(certificate.getPublicKey().getEncoded()));
        assertEquals(
                "CN=" + applicant.number().hex() + ",OU=client",
                certificate.getSubjectX500Principal().getName());
        assertEquals(
                Optional.of(new CertificateAttributes(NetworkRole.CLINICIAN)), CertificateAttributes.of(certificate));
        directory.verify(certificate);
        assertEquals(Optional.of(certificate), collect(applicant));
    }

    @Test
    void is_refused_once_the_member_is_revoked() throws Exception {
        apply(applicant);
        room.ledger.has(applicant.onLedger(MemberStatus.REVOKED, room.nextYear()));

        assertRefused(RefusalCode.MEMBER_REVOKED, () -> collect(applicant));
    }

    @Test
    void is_refused_when_the_attestation_has_lapsed() throws Exception {
        apply(applicant);
        room.ledger.has(applicant.onLedger(MemberStatus.ATTESTED, room.clock.instant()));

        assertRefused(RefusalCode.ATTESTATION_LAPSED, () -> collect(applicant));
    }

    @Test
    void is_refused_for_another_key_than_the_application_has() throws Exception {
        apply(applicant);
        room.ledger.has(applicant.onLedger(MemberStatus.ATTESTED, room.nextYear()));

        try (var otherKey = SigningKeyPair.generate(room.random)) {
            assertRefused(RefusalCode.KEY_MISMATCH, () -> directory.collectCertificate(applicant.number(), otherKey));
        }
    }

    @Test
    void is_refused_under_another_number_than_the_ledger_has() {
        room.ledger.has(applicant.onLedger(MemberStatus.ATTESTED, room.nextYear()));

        assertRefused(
                RefusalCode.KEY_MISMATCH,
                () -> directory.collectCertificate(MemberId.random(room.random), applicant.key()));
    }

    @Test
    void is_refused_to_whoever_has_not_applied() {
        assertRefused(RefusalCode.APPLICATION_UNKNOWN, () -> collect(applicant));
    }

    @Test
    void is_refused_to_a_key_that_is_a_patients() throws Exception {
        directory.enrollPatient(applicant.key());
        apply(applicant);
        room.ledger.has(applicant.onLedger(MemberStatus.ATTESTED, room.nextYear()));

        assertRefused(RefusalCode.KEY_TAKEN, () -> collect(applicant));
    }

    @Test
    void waits_while_the_ledger_does_not_answer() throws Exception {
        apply(applicant);
        room.ledger.setReachable(false);

        assertThrows(MembershipUnavailableException.class, () -> collect(applicant));
    }

    @Test
    void may_be_collected_after_a_restart() throws Exception {
        apply(applicant);
        directory.close();
        room.restart();
        directory = room.directory();
        room.ledger.has(applicant.onLedger(MemberStatus.ATTESTED, room.nextYear()));

        assertTrue(collect(applicant).isPresent());
    }

    @Test
    void application_is_refused_if_the_request_is_for_another_key() {
        try (var otherKey = SigningKeyPair.generate(room.random)) {
            assertRefused(RefusalCode.KEY_MISMATCH, () -> directory.apply(applicant.application(), otherKey));
        }
    }

    @Test
    void application_is_refused_if_the_encryption_key_is_not_vouched_for() {
        var honest = applicant.application();
        var foreign = Applicant.of(applicant.key(), Applicant.HOSPITAL).application();
        var mixed = new ClinicianApplication(
                honest.member(),
                honest.hospital(),
                honest.key(),
                foreign.encryptionKey(),
                honest.keyStatement(),
                honest.professional());

        assertRefused(RefusalCode.STATEMENT_INVALID, () -> directory.apply(mixed, applicant.key()));
    }

    @Test
    void application_under_a_number_that_another_has_is_refused() throws Exception {
        apply(applicant);

        assertRefused(
                RefusalCode.APPLICANT_TAKEN, () -> apply(applicant.withKey(SigningKeyPair.generate(room.random))));
    }

    @Test
    void application_of_one_key_under_two_numbers_is_refused() throws Exception {
        apply(applicant);

        assertRefused(RefusalCode.KEY_TAKEN, () -> apply(Applicant.of(applicant.key(), Applicant.HOSPITAL)));
    }

    @Test
    void application_may_be_repeated() throws Exception {
        apply(applicant);
        apply(applicant);

        assertEquals(Optional.empty(), collect(applicant));
    }

    @Test
    void application_that_nobody_takes_up_is_forgotten_after_ninety_days() throws Exception {
        apply(applicant);
        room.clock.move(Duration.ofDays(91));
        apply(Applicant.at(Applicant.HOSPITAL));

        assertRefused(RefusalCode.APPLICATION_UNKNOWN, () -> collect(applicant));
    }

    private void apply(Applicant who) throws SharingException {
        directory.apply(who.application(), who.key());
    }

    private Optional<X509Certificate> collect(Applicant who) throws SharingException {
        return directory.collectCertificate(who.number(), who.key());
    }

    private static void assertRefused(RefusalCode code, Executable call) {
        var refusal = assertThrows(MembershipRefusalException.class, call);
        assertTrue(String.valueOf(refusal.getMessage()).startsWith(code + ": "), refusal.getMessage());
    }
}
