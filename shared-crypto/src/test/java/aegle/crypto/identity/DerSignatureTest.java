// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.identity;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class DerSignatureTest {
    private static final BigInteger HALF_OF_N =
            new BigInteger("7fffffff800000007fffffffffffffffde737d56d38bcf4279dce5617e3192a8", 16);

    @Test
    void signatures_verify_with_the_jdk_and_are_low_s() throws Exception {
        try (var keys = SigningKeyPair.generate(new SecureRandom())) {
            for (int i = 0; i < 100; i++) {
                byte[] message = {(byte) i};
                byte[] der = DerSignature.sign(keys, message);

                var verifier = Signature.getInstance("SHA256withECDSA");
                verifier.initVerify(keys.jdkPublicKey());
                verifier.update(message);
                assertTrue(verifier.verify(der));
                int rLength = der[3];
                var s = new BigInteger(1, Arrays.copyOfRange(der, 6 + rLength, der.length));
                assertTrue(s.compareTo(HALF_OF_N) <= 0, "s lies in the lower half");
            }
        }
    }
}
