// SPDX-License-Identifier: Apache-2.0

package aegle.membership;

import aegle.record.SigningPublicKey;
import aegle.sharing.enrollment.CertificateRequest;
import aegle.sharing.enrollment.RefusalCode;
import java.io.IOException;
import org.bouncycastle.asn1.pkcs.CertificationRequest;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.operator.DefaultDigestAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcECContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;

/**
 * A certificate request that was checked: it is a PKCS#10 request for a P-256 key, signed with that key. Whatever else it says, such
 * as a name, is not looked at.
 *
 * @param key the key whose possession is proven
 */
public record ProvenRequest(SigningPublicKey key, CertificateRequest request) {

    /**
     * Check a request.
     *
     * @throws RequestRefusedException if it is malformed, for another kind of key, or not signed with the key in it
     */
    public static ProvenRequest of(CertificateRequest request) throws RequestRefusedException {
        try {
            var parsed = new PKCS10CertificationRequest(request.der().toByteArray());
            var key = SigningPublicKey.of(parsed.getSubjectPublicKeyInfo().getEncoded());
            if (!isSigned(parsed)) {
                throw new RequestRefusedException(
                        RefusalCode.PROOF_INVALID, "the certificate request is not signed with the key in it");
            }
            return new ProvenRequest(key, request);
        } catch (IOException | IllegalArgumentException e) {
            throw new RequestRefusedException(
                    RefusalCode.REQUEST_MALFORMED, "not a certificate request for a P-256 key", e);
        }
    }

    private static boolean isSigned(PKCS10CertificationRequest request) throws IOException {
        CertificationRequest structure = request.toASN1Structure();
        if (!structure.getSignatureAlgorithm().getAlgorithm().equals(X9ObjectIdentifiers.ecdsa_with_SHA256)) {
            return false;
        }
        try {
            var verifier = new BcECContentVerifierProviderBuilder(DefaultDigestAlgorithmIdentifierFinder.INSTANCE)
                    .build(PublicKeyFactory.createKey(request.getSubjectPublicKeyInfo()));
            return request.isSignatureValid(verifier);
        } catch (OperatorCreationException | PKCSException _) {
            return false;
        }
    }
}
