// SPDX-License-Identifier: Apache-2.0

package aegle.membership;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import aegle.crypto.identity.SigningKeyPair;
import aegle.membership.ca.InProcessCertificateAuthority;
import aegle.sharing.IntegrityCheck;
import aegle.sharing.RecordIntegrityException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateVerificationTest {
    @TempDir
    Path folder;

    private MembershipRoom room;
    private X509Certificate certificate;
    private final Applicant applicant = Applicant.at(Applicant.HOSPITAL);

    @BeforeEach
    void open() throws Exception {
        room = new MembershipRoom(folder);
        certificate = clinicianCertificate(room.authority());
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void clinicians_certificate_under_a_pinned_root_is_trusted() {
        try (var directory = room.directory()) {
            assertDoesNotThrow(() -> directory.verify(certificate));
        }
    }

    @Test
    void certificate_under_another_root_of_the_same_name_is_not_trusted() throws Exception {
        try (var foreign = InProcessCertificateAuthority.open(
                folder.resolve("foreign"), MembershipRoom.ORGANIZATION, room.clock, room.random)) {
            assertNotTrusted(clinicianCertificate(foreign), room.clock);
        }
    }

    @Test
    void expired_certificate_is_not_trusted() {
        assertNotTrusted(certificate, Clock.offset(room.clock, Duration.ofDays(366)));
    }

    @Test
    void certificate_of_tomorrow_is_not_trusted() {
        assertNotTrusted(certificate, Clock.offset(room.clock, Duration.ofDays(-1)));
    }

    @Test
    void root_itself_is_no_clinician() {
        assertNotTrusted(room.authority().root(), room.clock);
    }

    @Test
    void patients_and_officers_are_no_clinicians() throws Exception {
        var request = MembershipRoom.request(SigningKeyPair.generate(room.random));

        assertNotTrusted(room.authority().issue(CertificateOrder.ofPatient(request)), room.clock);
        assertNotTrusted(room.officer(Applicant.HOSPITAL).certificate(), room.clock);
    }

    @Test
    void servers_certificate_is_no_clinicians() {
        assertNotTrusted(room.tls().issue("localhost").certificate(), room.clock);
    }

    @Test
    void revoked_certificate_is_not_trusted_once_that_is_known() throws Exception {
        try (var directory = room.directory()) {
            directory.verify(certificate);
            room.authority().revoke(certificate);
            room.clock.move(Duration.ofMinutes(10));

            assertThrows(RecordIntegrityException.class, () -> directory.verify(certificate));
        }
    }

    @Test
    void unreachable_service_does_not_keep_a_good_certificate_from_being_trusted() {
        try (var directory = room.directory()) {
            room.stopService();

            assertDoesNotThrow(() -> directory.verify(certificate));
        }
    }

    private X509Certificate clinicianCertificate(InProcessCertificateAuthority issuer) {
        return issuer.issue(CertificateOrder.ofClinician(applicant.number(), MembershipRoom.request(applicant.key())));
    }

    private void assertNotTrusted(X509Certificate suspect, Clock clock) {
        try (var directory = room.directory(clock)) {
            var failure = assertThrows(RecordIntegrityException.class, () -> directory.verify(suspect));
            assertEquals(IntegrityCheck.MEMBER_KEYS, failure.check());
        }
    }
}
