// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.vectors;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** RFC 5869 written out over HMAC-SHA-256. */
final class HmacHkdf {
    private HmacHkdf() {}

    static byte[] hkdf(byte[] ikm, byte[] salt, byte[] info, int length) throws GeneralSecurityException {
        return expand(extract(salt, ikm), info, length);
    }

    static byte[] extract(byte[] salt, byte[] ikm) throws GeneralSecurityException {
        return hmac(salt, ikm);
    }

    static byte[] expand(byte[] key, byte[] info, int length) throws GeneralSecurityException {
        var output = new ByteArrayOutputStream();
        var block = new byte[0];
        for (int counter = 1; output.size() < length; counter++) {
            block = hmac(key, joined(block, info, new byte[] {(byte) counter}));
            output.writeBytes(block);
        }
        return Arrays.copyOf(output.toByteArray(), length);
    }

    static byte[] hmac(byte[] key, byte[] message) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, "HmacSHA256"));
        return mac.doFinal(message);
    }

    static byte[] joined(byte[]... parts) {
        var whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }
}
