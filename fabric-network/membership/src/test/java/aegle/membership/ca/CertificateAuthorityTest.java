// SPDX-License-Identifier: Apache-2.0

package aegle.membership.ca;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.crypto.identity.DerSignature;
import aegle.membership.CertificateAuthority;
import aegle.sharing.enrollment.CertificateAttributes;
import aegle.sharing.enrollment.MembershipRoots;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bouncycastle.asn1.ASN1OctetString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every certificate authority of the network promises, whichever network it is. */
abstract class CertificateAuthorityTest<A extends CertificateAuthority> {
    private static final Duration MINUTES = Duration.ofMinutes(6);

    @TempDir
    Path folder;

    A authority;

    /** Opens what lies in the folder, or something new. */
    abstract A open(Path folder) throws Exception;

    abstract void close(A opened);

    @BeforeEach
    void openIt() throws Exception {
        authority = open(folder);
    }

    @AfterEach
    void closeIt() {
        if (authority != null) {
            close(authority);
        }
    }

    private void reopen() throws Exception {
        close(authority);
        authority = open(folder);
    }

    @Test
    void certificate_says_name_role_and_key() throws Exception {
        String name = Requests.name();
        try (var key = Requests.key()) {
            X509Certificate certificate = authority.issue(Requests.patient(name, key));

            assertEquals(
                    "CN=" + name + ",OU=client",
                    certificate.getSubjectX500Principal().getName());
            assertArrayEquals(key.publicKey(), certificate.getPublicKey().getEncoded());
            assertEquals("{\"attrs\":{\"role\":\"patient\"}}", attributesOf(certificate));
        }
    }

    @Test
    void officers_certificate_says_her_hospital() throws Exception {
        try (var key = Requests.key()) {
            X509Certificate certificate = authority.issue(Requests.officer(Requests.name(), key));

            var json = new JsonMapper();
            assertEquals(
                    json.readTree("{\"attrs\":{\"role\":\"officer\",\"hospital\":\"Hospital1MSP\"}}"),
                    json.readTree(attributesOf(certificate)));
            assertEquals(
                    Requests.HOSPITAL,
                    CertificateAttributes.of(certificate)
                            .orElseThrow()
                            .hospital()
                            .orElseThrow());
        }
    }

    @Test
    void certificate_takes_nothing_else_from_the_request() throws Exception {
        String name = Requests.name();
        try (var key = Requests.key()) {
            var request = Requests.demanding("CN=" + name, key);

            X509Certificate certificate = authority.issue(Requests.patient(name, request));

            assertNull(certificate.getSubjectAlternativeNames());
            assertFalse(new String(certificate.getEncoded(), StandardCharsets.ISO_8859_1).contains("jane"));
            assertEquals(-1, certificate.getBasicConstraints());
            boolean[] usage = certificate.getKeyUsage();
            for (int use = 0; use < usage.length; use++) {
                assertEquals(use == 0, usage[use], "use " + use);
            }
        }
    }

    @Test
    void certificate_has_only_the_extensions_that_a_user_needs() throws Exception {
        try (var key = Requests.key()) {
            X509Certificate certificate = authority.issue(Requests.patient(Requests.name(), key));

            assertEquals(Set.of("2.5.29.15", "2.5.29.19"), certificate.getCriticalExtensionOIDs());
            assertEquals(
                    Set.of("2.5.29.14", "2.5.29.35", CertificateAttributes.EXTENSION),
                    certificate.getNonCriticalExtensionOIDs());
        }
    }

    @Test
    void certificate_is_valid_from_a_little_earlier_for_a_year() throws Exception {
        Instant now = Instant.now();
        try (var key = Requests.key()) {
            X509Certificate certificate = authority.issue(Requests.patient(Requests.name(), key));

            Instant from = certificate.getNotBefore().toInstant();
            assertTrue(from.isBefore(now.minusSeconds(60)) && from.isAfter(now.minus(MINUTES)), () -> "from " + from);
            Duration over = Duration.between(
                    now.plus(Duration.ofDays(365)), certificate.getNotAfter().toInstant());
            assertTrue(over.abs().compareTo(MINUTES) < 0, () -> "a year and " + over);
        }
    }

    @Test
    void certificates_lie_under_the_root_are_low_s_and_have_numbers_of_their_own() throws Exception {
        var roots = new MembershipRoots(List.of(authority.root()));
        var serials = new HashSet<BigInteger>();
        for (int count = 0; count < 8; count++) {
            try (var key = Requests.key()) {
                X509Certificate certificate = authority.issue(Requests.patient(Requests.name(), key));

                assertTrue(roots.vouchFor(certificate, Instant.now()));
                assertTrue(DerSignature.isLow(certificate.getSignature()));
                BigInteger serial = certificate.getSerialNumber();
                assertTrue(serial.signum() > 0 && serial.bitLength() > 100 && serial.bitLength() < 160);
                assertTrue(serials.add(serial));
            }
        }
    }

    @Test
    void a_name_is_issued_to_again_with_the_same_key_another_key_and_another_role() throws Exception {
        String name = Requests.name();
        try (var key = Requests.key();
                var other = Requests.key()) {
            X509Certificate first = authority.issue(Requests.officer(name, key));
            X509Certificate second = authority.issue(Requests.officer(name, key));
            X509Certificate third = authority.issue(Requests.patient(name, other));

            assertNotEquals(first.getSerialNumber(), second.getSerialNumber());
            assertArrayEquals(key.publicKey(), second.getPublicKey().getEncoded());
            assertArrayEquals(other.publicKey(), third.getPublicKey().getEncoded());
            assertEquals("{\"attrs\":{\"role\":\"patient\"}}", attributesOf(third));
        }
    }

    @Test
    void many_are_issued_to_at_once() throws Exception {
        try (var key = Requests.key();
                var threads = Executors.newFixedThreadPool(4)) {
            var pending = new ArrayList<Future<X509Certificate>>();
            for (int count = 0; count < 4; count++) {
                pending.add(threads.submit(() -> authority.issue(Requests.patient(Requests.name(), key))));
            }
            for (Future<X509Certificate> issued : pending) {
                assertArrayEquals(key.publicKey(), issued.get().getPublicKey().getEncoded());
            }
        }
    }

    @Test
    void revoked_certificate_is_told_at_once_and_no_other() throws Exception {
        String name = Requests.name();
        try (var key = Requests.key()) {
            X509Certificate revoked = authority.issue(Requests.patient(name, key));
            X509Certificate other = authority.issue(Requests.patient(name, key));
            authority.revocations();
            assertFalse(authority.isRevoked(revoked));

            authority.revoke(revoked);

            assertTrue(authority.isRevoked(revoked));
            assertFalse(authority.isRevoked(other));
            assertNotNull(authority.revocations().getRevokedCertificate(revoked));
            assertNull(authority.revocations().getRevokedCertificate(other));
        }
    }

    @Test
    void revoking_twice_changes_nothing() throws Exception {
        try (var key = Requests.key()) {
            X509Certificate certificate = authority.issue(Requests.patient(Requests.name(), key));

            authority.revoke(certificate);
            authority.revoke(certificate);

            assertTrue(authority.isRevoked(certificate));
            assertNotNull(authority.revocations().getRevokedCertificate(certificate));
        }
    }

    @Test
    void a_name_whose_certificate_was_revoked_is_issued_to_again() throws Exception {
        String name = Requests.name();
        try (var key = Requests.key()) {
            authority.revoke(authority.issue(Requests.patient(name, key)));

            X509Certificate next = authority.issue(Requests.patient(name, key));

            assertFalse(authority.isRevoked(next));
        }
    }

    @Test
    void list_is_the_roots_and_runs_for_some_hours() throws Exception {
        var list = authority.revocations();

        list.verify(authority.root().getPublicKey());
        assertEquals(authority.root().getSubjectX500Principal(), list.getIssuerX500Principal());
        assertTrue(list.getNextUpdate().toInstant().isAfter(Instant.now().plus(Duration.ofHours(12))));
    }

    @Test
    void root_and_revocations_outlast_a_restart() throws Exception {
        try (var key = Requests.key()) {
            X509Certificate root = authority.root();
            X509Certificate revoked = authority.issue(Requests.patient(Requests.name(), key));
            authority.revoke(revoked);

            reopen();

            assertEquals(root, authority.root());
            assertTrue(authority.isRevoked(revoked));
            assertFalse(authority.isRevoked(authority.issue(Requests.patient(Requests.name(), key))));
        }
    }

    private static String attributesOf(X509Certificate certificate) {
        byte[] extension = certificate.getExtensionValue(CertificateAttributes.EXTENSION);
        return new String(ASN1OctetString.getInstance(extension).getOctets(), StandardCharsets.UTF_8);
    }
}
