// SPDX-License-Identifier: Apache-2.0

package aegle.sharing.enrollment;

import aegle.crypto.identity.SigningKeyPair;
import aegle.record.Bytes;
import aegle.record.NetworkId;
import aegle.record.command.TaggedSignature;
import java.time.Instant;

/** An officer's word on one call, as it travels: her certificate, when she gave it, and her signature over an {@link OfficerStatement}. */
public record OfficerAuthorization(Bytes certificate, Instant time, Bytes nonce, TaggedSignature signature) {
    private static final int MAX_CERTIFICATE = 4096;

    public OfficerAuthorization {
        nonce.requireLength(OfficerStatement.NONCE_LENGTH, "the nonce");
        if (certificate.length() > MAX_CERTIFICATE) {
            throw new IllegalArgumentException("a certificate has at most " + MAX_CERTIFICATE + " bytes");
        }
    }

    public static OfficerAuthorization sign(OfficerStatement statement, SigningKeyPair key) {
        return new OfficerAuthorization(
                statement.certificate(),
                statement.time(),
                statement.nonce(),
                TaggedSignature.of(key.sign(statement.bytes())));
    }

    /** The statement that must have been signed if this authorizes that call. */
    public OfficerStatement statementOn(NetworkId network, String call, Bytes subject) {
        return new OfficerStatement(network, call, subject, certificate, time, nonce);
    }
}
