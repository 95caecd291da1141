// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.enrollment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.crypto.identity.SigningKeyPair;
import aegle.record.Bytes;
import aegle.record.SigningPublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import org.bouncycastle.asn1.pkcs.CertificationRequest;
import org.junit.jupiter.api.Test;

class CertificateRequestTest {

    @Test
    void is_a_pkcs10_request_of_the_key_under_a_name_made_from_it() throws Exception {
        for (int i = 0; i < 50; i++) {
            try (var key = SigningKeyPair.generate(new SecureRandom())) {
                byte[] der = CertificateRequest.of(key).der().toByteArray();

                var request = CertificationRequest.getInstance(der);
                var content = request.getCertificationRequestInfo();
                assertArrayEquals(der, request.getEncoded("DER"));
                String name = CertificateRequest.nameOf(SigningPublicKey.of(key.publicKey()));
                assertEquals("CN=" + name, content.getSubject().toString());
                assertEquals(0, content.getAttributes().size());
                assertArrayEquals(
                        key.publicKey(), content.getSubjectPublicKeyInfo().getEncoded("DER"));
                var verification = Signature.getInstance("SHA256withECDSA");
                verification.initVerify(key.jdkPublicKey());
                verification.update(content.getEncoded("DER"));
                assertTrue(verification.verify(request.getSignature().getOctets()));
            }
        }
    }

    @Test
    void asks_for_the_name_that_was_given() throws Exception {
        for (String name : new String[] {"a", "membership-0123", "x".repeat(64)}) {
            try (var key = SigningKeyPair.generate(new SecureRandom())) {
                byte[] der = CertificateRequest.of(key, name).der().toByteArray();

                var request = CertificationRequest.getInstance(der);
                assertArrayEquals(der, request.getEncoded("DER"));
                assertEquals(
                        "CN=" + name,
                        request.getCertificationRequestInfo().getSubject().toString());
            }
        }
    }

    @Test
    void has_no_empty_name_and_none_of_more_than_64_characters() {
        try (var key = SigningKeyPair.generate(new SecureRandom())) {
            assertThrows(IllegalArgumentException.class, () -> CertificateRequest.of(key, " "));
            assertThrows(IllegalArgumentException.class, () -> CertificateRequest.of(key, "x".repeat(65)));
        }
    }

    @Test
    void has_a_bounded_length() {
        assertThrows(IllegalArgumentException.class, () -> new CertificateRequest(Bytes.empty()));
        assertThrows(
                IllegalArgumentException.class,
                () -> new CertificateRequest(Bytes.of(new byte[CertificateRequest.MAX_LENGTH + 1])));
    }
}
