// SPDX-License-Identifier: Apache-2.0

package aegle.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.membership.ca.InProcessCertificateAuthority;
import aegle.record.MspId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfficerKeysTest {
    private static final MspId HOSPITAL = PracticeHospital.NORTH.id();
    private static final Instant FOUNDED = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir
    private Path folder;

    private final SecureRandom random = new SecureRandom();
    private InProcessCertificateAuthority authority;

    @BeforeEach
    void start() throws IOException {
        authority = authority("membership", FOUNDED);
    }

    @AfterEach
    void stop() {
        authority.close();
    }

    @Test
    void an_officer_keeps_key_and_certificate() throws IOException {
        X509Certificate first = certificateAt(FOUNDED);

        assertEquals(first, certificateAt(FOUNDED.plus(Duration.ofDays(334))));
    }

    @Test
    void a_certificate_is_renewed_within_thirty_days_of_its_end_and_the_key_stays() throws IOException {
        X509Certificate first = certificateAt(FOUNDED);
        Instant late = FOUNDED.plus(Duration.ofDays(336));
        authority.close();
        authority = authority("membership", late);
        X509Certificate second = certificateAt(late);

        assertEquals(first.getPublicKey(), second.getPublicKey());
        assertTrue(second.getNotAfter().toInstant().isAfter(late.plus(Duration.ofDays(364))));
        assertEquals(second, certificateAt(late));
    }

    @Test
    void a_certificate_of_another_network_is_replaced() throws IOException {
        X509Certificate first = certificateAt(FOUNDED);
        authority.close();
        authority = authority("elsewhere", FOUNDED);

        assertNotEquals(first, certificateAt(FOUNDED));
    }

    @Test
    void a_damaged_key_is_named_and_left_as_it_is() throws IOException {
        certificateAt(FOUNDED);
        Path key = folder.resolve(HOSPITAL + "-1.key");
        Files.write(key, new byte[31]);

        var failure = assertThrows(IOException.class, () -> certificateAt(FOUNDED));
        assertTrue(String.valueOf(failure.getMessage()).contains(key.toString()));
        assertEquals(31, Files.size(key));
    }

    @Test
    void a_key_is_for_its_owner_only() throws IOException {
        certificateAt(FOUNDED);

        assertEquals(
                PosixFilePermissions.fromString("rw-------"),
                Files.getPosixFilePermissions(folder.resolve(HOSPITAL + "-1.key")));
    }

    private X509Certificate certificateAt(Instant time) throws IOException {
        var enrollment = new OfficerKeys.Enrollment(authority, Clock.fixed(time, ZoneOffset.UTC), random);
        try (var officer = OfficerKeys.open(folder, HOSPITAL, 1, enrollment)) {
            return officer.certificate();
        }
    }

    private InProcessCertificateAuthority authority(String name, Instant time) throws IOException {
        return InProcessCertificateAuthority.open(
                folder.resolve(name), new MspId("MembershipMSP"), Clock.fixed(time, ZoneOffset.UTC), random);
    }
}
