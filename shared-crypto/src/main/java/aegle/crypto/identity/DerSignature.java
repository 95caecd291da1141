// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.identity;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;

/**
 * A signature of a {@link SigningKeyPair} as X.509, PKCS#10 and Fabric want it: DER of r and s (RFC 3279, 2.2.3), without the tag.
 * It stays low-S.
 */
public final class DerSignature {
    private static final BigInteger ORDER =
            CustomNamedCurves.getByName("secp256r1").getN();
    private static final int TAG = 1;
    private static final int COORDINATE = 32;

    private DerSignature() {}

    /** Sign {@code message} in that form. */
    public static byte[] sign(SigningKeyPair key, byte[] message) {
        byte[] tagged = key.sign(message);
        var r = new BigInteger(1, Arrays.copyOfRange(tagged, TAG, TAG + COORDINATE));
        var s = new BigInteger(1, Arrays.copyOfRange(tagged, TAG + COORDINATE, SigningKeyPair.SIGNATURE_LENGTH));
        try {
            return StandardDSAEncoding.INSTANCE.encode(ORDER, r, s);
        } catch (IOException e) {
            throw new IllegalStateException("two numbers cannot be written as DER", e);
        }
    }
}
