// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.enrollment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.crypto.identity.SigningKeyPair;
import aegle.record.Bytes;
import java.security.SecureRandom;
import java.security.Signature;
import org.bouncycastle.asn1.pkcs.CertificationRequest;
import org.junit.jupiter.api.Test;

class CertificateRequestTest {

    @Test
    void is_a_pkcs10_request_of_the_key_that_names_nobody() throws Exception {
        for (int i = 0; i < 50; i++) {
            try (var key = SigningKeyPair.generate(new SecureRandom())) {
                byte[] der = CertificateRequest.of(key).der().toByteArray();

                var request = CertificationRequest.getInstance(der);
                var content = request.getCertificationRequestInfo();
                assertArrayEquals(der, request.getEncoded("DER"));
                assertEquals(0, content.getSubject().size());
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
    void has_a_bounded_length() {
        assertThrows(IllegalArgumentException.class, () -> new CertificateRequest(Bytes.empty()));
        assertThrows(
                IllegalArgumentException.class,
                () -> new CertificateRequest(Bytes.of(new byte[CertificateRequest.MAX_LENGTH + 1])));
    }
}
