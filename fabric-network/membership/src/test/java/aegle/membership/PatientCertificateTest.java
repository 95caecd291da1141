// SPDX-License-Identifier: Apache-2.0

package aegle.membership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.client.membership.HttpMembershipDirectory;
import aegle.crypto.identity.SigningKeyPair;
import aegle.membership.ca.InProcessCertificateAuthority;
import aegle.membership.ca.TlsAuthority;
import aegle.record.Bytes;
import aegle.sharing.MembershipRefusalException;
import aegle.sharing.MembershipUnavailableException;
import aegle.sharing.RecordIntegrityException;
import aegle.sharing.enrollment.CertificateAttributes;
import aegle.sharing.enrollment.CertificateRequest;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import javax.net.ssl.SSLHandshakeException;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PatientCertificateTest {
    @TempDir
    Path folder;

    private MembershipRoom room;

    @BeforeEach
    void open() throws Exception {
        room = new MembershipRoom(folder);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void names_nobody_and_says_patient_in_the_form_of_fabric_ca() throws Exception {
        try (var directory = room.directory();
                var key = SigningKeyPair.generate(room.random)) {
            X509Certificate certificate = directory.enrollPatient(key);

            assertTrue(certificate.getSubjectX500Principal().getName().matches("CN=[0-9a-f]{32},OU=client"));
            var attributes =
                    ASN1OctetString.getInstance(certificate.getExtensionValue(CertificateAttributes.EXTENSION));
            assertEquals(
                    "{\"attrs\":{\"role\":\"patient\"}}", new String(attributes.getOctets(), StandardCharsets.UTF_8));
            assertEquals(
                    Bytes.of(key.publicKey()),
                    Bytes.of(certificate.getPublicKey().getEncoded()));
            assertEquals(-1, certificate.getBasicConstraints());
        }
    }

    @Test
    void takes_no_name_from_the_request() throws Exception {
        try (var key = SigningKeyPair.generate(room.random)) {
            var named = new JcaPKCS10CertificationRequestBuilder(
                            new X500Name("CN=Jane Example,OU=officer"), key.jdkPublicKey())
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(key.privateKey()));
            var request = ProvenRequest.of(new CertificateRequest(Bytes.of(named.getEncoded())));

            X509Certificate certificate = room.authority().issue(CertificateOrder.ofPatient(request));

            assertFalse(new String(certificate.getEncoded(), StandardCharsets.ISO_8859_1).contains("Jane"));
            assertTrue(certificate.getSubjectX500Principal().getName().matches("CN=[0-9a-f]{32},OU=client"));
        }
    }

    @Test
    void is_the_same_for_the_same_key_and_has_another_name_for_another() throws Exception {
        try (var directory = room.directory();
                var key = SigningKeyPair.generate(room.random);
                var other = SigningKeyPair.generate(room.random)) {
            X509Certificate first = directory.enrollPatient(key);

            assertEquals(first, directory.enrollPatient(key));
            assertNotEquals(
                    first.getSubjectX500Principal(),
                    directory.enrollPatient(other).getSubjectX500Principal());
        }
    }

    @Test
    void is_the_same_after_a_restart() throws Exception {
        try (var key = SigningKeyPair.generate(room.random)) {
            X509Certificate before;
            try (var directory = room.directory()) {
                before = directory.enrollPatient(key);
            }

            room.restart();

            try (var directory = room.directory()) {
                assertEquals(before, directory.enrollPatient(key));
            }
        }
    }

    @Test
    void is_renewed_under_the_same_name_shortly_before_it_expires() throws Exception {
        try (var directory = room.directory();
                var key = SigningKeyPair.generate(room.random)) {
            X509Certificate first = directory.enrollPatient(key);
            room.clock.move(Duration.ofDays(340));

            X509Certificate second = directory.enrollPatient(key);

            assertNotEquals(first.getSerialNumber(), second.getSerialNumber());
            assertEquals(first.getSubjectX500Principal(), second.getSubjectX500Principal());
            assertTrue(
                    second.getNotAfter().toInstant().isAfter(first.getNotAfter().toInstant()));
        }
    }

    @Test
    void is_signed_in_the_low_form_and_numbered_at_random() throws Exception {
        var serials = new HashSet<BigInteger>();
        try (var key = SigningKeyPair.generate(room.random)) {
            var request = MembershipRoom.request(key);
            var half = ((ECPublicKey) key.jdkPublicKey()).getParams().getOrder().shiftRight(1);
            for (int i = 0; i < 20; i++) {
                X509Certificate certificate = room.authority().issue(CertificateOrder.ofPatient(request));
                var pair = ASN1Sequence.getInstance(certificate.getSignature());
                var s = ASN1Integer.getInstance(pair.getObjectAt(1)).getValue();

                assertTrue(s.compareTo(half) <= 0);
                assertTrue(serials.add(certificate.getSerialNumber()));
            }
        }
    }

    @Test
    void is_not_given_to_a_key_whose_certificate_was_revoked() throws Exception {
        try (var directory = room.directory();
                var key = SigningKeyPair.generate(room.random)) {
            room.authority().revoke(directory.enrollPatient(key));

            var refusal = assertThrows(MembershipRefusalException.class, () -> directory.enrollPatient(key));
            assertTrue(String.valueOf(refusal.getMessage()).contains("KEY_TAKEN"));
        }
    }

    @Test
    void is_refused_by_the_program_if_another_root_has_issued_it() throws Exception {
        try (var foreign = InProcessCertificateAuthority.open(
                        folder.resolve("foreign"), MembershipRoom.ORGANIZATION, room.clock, room.random);
                var directory = new HttpMembershipDirectory(
                        room.profile(foreign.rootPem(), room.tls().rootPem()), room.clock, room.random);
                var key = SigningKeyPair.generate(room.random)) {
            assertThrows(RecordIntegrityException.class, () -> directory.enrollPatient(key));
        }
    }

    @Test
    void is_not_asked_from_a_server_with_another_tls_root() throws Exception {
        try (var foreign = TlsAuthority.open(folder.resolve("foreign"), Clock.systemUTC(), room.random);
                var directory = new HttpMembershipDirectory(
                        room.profile(room.authority().rootPem(), foreign.rootPem()), room.clock, room.random);
                var key = SigningKeyPair.generate(room.random)) {
            var failure = assertThrows(MembershipUnavailableException.class, () -> directory.enrollPatient(key));
            assertInstanceOf(SSLHandshakeException.class, failure.getCause());
        }
    }

    @Test
    void cannot_be_had_while_the_service_is_down() throws Exception {
        try (var directory = room.directory();
                var key = SigningKeyPair.generate(room.random)) {
            room.stopService();

            assertThrows(MembershipUnavailableException.class, () -> directory.enrollPatient(key));
        }
    }

    @Test
    void is_refused_to_an_address_that_asks_too_often() throws Exception {
        try (var directory = room.directory();
                var key = SigningKeyPair.generate(room.random)) {
            for (int i = 0; i < 100; i++) {
                directory.enrollPatient(key);
            }

            assertThrows(MembershipUnavailableException.class, () -> directory.enrollPatient(key));

            room.clock.move(Duration.ofSeconds(1));
            directory.enrollPatient(key);
        }
    }
}
