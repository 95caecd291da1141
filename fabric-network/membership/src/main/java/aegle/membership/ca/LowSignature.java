// SPDX-License-Identifier: Apache-2.0

package aegle.membership.ca;

import aegle.crypto.identity.DerSignature;
import aegle.crypto.identity.SigningKeyPair;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.operator.ContentSigner;

/** Signs certificates with ECDSA P-256 in the low-S form: Fabric rewrites others, and their holders would change identity. */
final class LowSignature implements ContentSigner {
    private final SigningKeyPair key;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    LowSignature(SigningKeyPair key) {
        this.key = key;
    }

    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
        return new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
    }

    @Override
    public OutputStream getOutputStream() {
        return content;
    }

    @Override
    public byte[] getSignature() {
        return DerSignature.sign(key, content.toByteArray());
    }
}
