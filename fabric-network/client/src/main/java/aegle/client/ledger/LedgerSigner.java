// SPDX-License-Identifier: Apache-2.0

package aegle.client.ledger;

import aegle.crypto.identity.SigningKeyPair;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.hyperledger.fabric.client.identity.Signer;

/** Signs what Fabric wants signed with a key pair that stays where it is; gives Fabric's form, DER and low-S. */
final class LedgerSigner implements Signer {
    private static final BigInteger ORDER =
            CustomNamedCurves.getByName("secp256r1").getN();
    private static final int COORDINATE = 32;

    private final SigningKeyPair key;

    LedgerSigner(SigningKeyPair key) {
        this.key = key;
    }

    /** Sign a message; the gateway must be told not to hash it first. */
    @Override
    public byte[] sign(byte[] message) {
        byte[] tagged = key.sign(message);
        var r = new BigInteger(1, Arrays.copyOfRange(tagged, 1, 1 + COORDINATE));
        var s = new BigInteger(1, Arrays.copyOfRange(tagged, 1 + COORDINATE, tagged.length));
        try {
            return StandardDSAEncoding.INSTANCE.encode(ORDER, r, s);
        } catch (IOException e) {
            throw new IllegalStateException("a signature cannot be written as DER", e);
        }
    }
}
