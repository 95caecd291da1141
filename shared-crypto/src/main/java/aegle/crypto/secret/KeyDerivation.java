// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** HKDF-SHA-256 (RFC 5869) and HMAC-SHA-256 (RFC 2104) with the JDK's own algorithms. */
public final class KeyDerivation {
    private static final byte[] SALT = "aegle/v1".getBytes(StandardCharsets.US_ASCII);
    private static final int KEY_LENGTH = 32;

    private KeyDerivation() {}

    /** Derives the 32-byte key with this label below {@code parent} in the key tree (salt {@code aegle/v1}). */
    public static byte[] derive(SecretBytes parent, String label) {
        return hkdf(parent, SALT, label.getBytes(StandardCharsets.US_ASCII));
    }

    /** Derives 32 bytes with a salt and info of the caller's format. */
    public static byte[] hkdf(SecretBytes parent, byte[] salt, byte[] info) {
        byte[] material = parent.reveal();
        try {
            var parameters =
                    HKDFParameterSpec.ofExtract().addIKM(material).addSalt(salt).thenExpand(info, KEY_LENGTH);
            return KDF.getInstance("HKDF-SHA256").deriveData(parameters);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime lacks HKDF-SHA256", e);
        } finally {
            Arrays.fill(material, (byte) 0);
        }
    }

    /** Returns the HMAC-SHA-256 of the parts, one after the other. */
    public static byte[] hmac(SecretBytes key, byte[]... parts) {
        byte[] material = key.reveal();
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(material, "HmacSHA256"));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("this Java runtime lacks HMAC-SHA256", e);
        } finally {
            Arrays.fill(material, (byte) 0);
        }
    }
}
