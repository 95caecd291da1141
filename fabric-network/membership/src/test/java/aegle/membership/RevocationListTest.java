// SPDX-License-Identifier: Apache-2.0

package aegle.membership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.crypto.identity.SigningKeyPair;
import aegle.membership.ca.InProcessCertificateAuthority;
import aegle.sharing.enrollment.MembershipCall.Revocations;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevocationListTest {
    private final MovableClock clock = new MovableClock();
    private final SecureRandom random = new SecureRandom();
    private InProcessCertificateAuthority authority;
    private RevocationList list;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        authority = InProcessCertificateAuthority.open(folder, MembershipRoom.ORGANIZATION, clock, random);
        list = new RevocationList(authority, clock);
    }

    @AfterEach
    void close() {
        authority.close();
    }

    @Test
    void the_list_is_signed_once_in_five_seconds() throws Exception {
        Revocations first = list.current();
        clock.move(Duration.ofMillis(4_999));
        assertEquals(first, list.current());

        clock.move(Duration.ofMillis(1));
        assertNotEquals(first, list.current());
    }

    @Test
    void a_clock_that_was_set_back_does_not_keep_an_old_list() throws Exception {
        Revocations first = list.current();
        clock.move(Duration.ofHours(-1));

        assertNotEquals(first, list.current());
    }

    @Test
    void after_a_revocation_the_list_has_it_at_once() throws Exception {
        list.current();
        X509Certificate certificate = certificate();
        authority.revoke(certificate);
        list.forget();

        var factory = CertificateFactory.getInstance("X.509");
        var der = new ByteArrayInputStream(list.current().list().toByteArray());
        assertTrue(((X509CRL) factory.generateCRL(der)).isRevoked(certificate));
    }

    private X509Certificate certificate() {
        try (var key = SigningKeyPair.generate(random)) {
            return authority.issue(CertificateOrder.ofPatient(MembershipRoom.request(key)));
        }
    }
}
