// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.vectors;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Second decoder of a body's layer, written from docs/body.md. */
final class BodyDecoder {
    private BodyDecoder() {}

    static byte[] decode(byte[] ikm, byte[] associatedData, byte[] body) throws GeneralSecurityException {
        if (body[0] != 0x28) {
            throw new GeneralSecurityException("header length");
        }
        byte[] key = HmacHkdf.hkdf(ikm, Arrays.copyOfRange(body, 1, 33), associatedData, 32);
        var document = new ByteArrayOutputStream();
        int from = 40;
        for (int index = 0; from < body.length || index == 0; index++) {
            int to = Math.min((index + 1) << 20, body.length);
            byte last = (byte) (to == body.length ? 1 : 0);
            byte[] nonce = ByteBuffer.allocate(12)
                    .put(body, 33, 7)
                    .putInt(index)
                    .put(last)
                    .array();
            var gcm = Cipher.getInstance("AES/GCM/NoPadding");
            gcm.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
            document.writeBytes(gcm.doFinal(body, from, to - from));
            from = to;
        }
        return document.toByteArray();
    }
}
