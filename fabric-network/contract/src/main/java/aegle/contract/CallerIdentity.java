// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import aegle.record.Bytes;
import aegle.record.KeyDigest;
import aegle.record.codec.LedgerErrorCode;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.hyperledger.fabric.contract.ClientIdentity;
import org.hyperledger.fabric.shim.ChaincodeStub;

/**
 * Who has signed the proposal, by her certificate alone. The peer has verified chain and signature; what the ledger says of the
 * key is {@link MemberPolicy}'s question.
 *
 * @param key SHA-256 of the certificate's SubjectPublicKeyInfo
 * @param certificate DER
 * @param role the attribute {@code role} that the certificate authority gave (extension 1.2.3.4.5.6.7.8.1)
 */
record CallerIdentity(KeyDigest key, Bytes certificate, Optional<String> role) {
    static final String CLINICIAN = "clinician";
    static final String OFFICER = "officer";

    static CallerIdentity of(ChaincodeStub stub) {
        try {
            var identity = new ClientIdentity(stub);
            X509Certificate certificate = identity.getX509Certificate();
            return new CallerIdentity(
                    new KeyDigest(Sha256.of(certificate.getPublicKey().getEncoded())),
                    Bytes.of(certificate.getEncoded()),
                    Optional.ofNullable(identity.getAttributeValue("role")));
        } catch (CertificateException | IOException e) {
            throw new RefusedException(LedgerErrorCode.ARGUMENT_MALFORMED, "the caller's certificate cannot be read");
        }
    }

    boolean hasRole(String wanted) {
        return role.filter(wanted::equals).isPresent();
    }
}
