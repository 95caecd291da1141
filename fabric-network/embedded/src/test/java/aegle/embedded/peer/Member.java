// SPDX-License-Identifier: Apache-2.0
package aegle.embedded.peer;

import com.google.protobuf.ByteString;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import org.hyperledger.fabric.client.Hash;
import org.hyperledger.fabric.client.identity.Identities;
import org.hyperledger.fabric.client.identity.Signers;
import org.hyperledger.fabric.client.identity.X509Identity;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;

/** An invented member of the network: certificate and key. */
record Member(String mspId, X509Certificate certificate, KeyPair keys) {

    X509Identity identity() {
        return new X509Identity(mspId, certificate);
    }

    ByteString creator() {
        return SerializedIdentity.newBuilder()
                .setMspid(mspId)
                .setIdBytes(ByteString.copyFromUtf8(Identities.toPemString(certificate)))
                .build()
                .toByteString();
    }

    ByteString sign(ByteString data) throws GeneralSecurityException {
        byte[] digest = Hash.SHA256.apply(data.toByteArray());
        return ByteString.copyFrom(
                Signers.newPrivateKeySigner(keys.getPrivate()).sign(digest));
    }
}
