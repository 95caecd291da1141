// SPDX-License-Identifier: Apache-2.0

package aegle.record;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;

/** PKS of the paper: an ECDSA P-256 public key as SubjectPublicKeyInfo, DER, named curve, uncompressed point (91 bytes). */
public record SigningPublicKey(Bytes subjectPublicKeyInfo) {
    public static final int LENGTH = 91;
    private static final Bytes P256_PREFIX = Bytes.ofHex("3059301306072a8648ce3d020106082a8648ce3d03010703420004");

    public SigningPublicKey {
        subjectPublicKeyInfo.requireLength(LENGTH, "SigningPublicKey");
        if (!subjectPublicKeyInfo.hex().startsWith(P256_PREFIX.hex())) {
            throw new IllegalArgumentException("SigningPublicKey is not an uncompressed P-256 key");
        }
    }

    public static SigningPublicKey of(byte... subjectPublicKeyInfo) {
        return new SigningPublicKey(Bytes.of(subjectPublicKeyInfo));
    }

    public static SigningPublicKey of(PublicKey key) {
        return of(key.getEncoded());
    }

    public KeyDigest digest() {
        try {
            return KeyDigest.of(MessageDigest.getInstance("SHA-256").digest(subjectPublicKeyInfo.toByteArray()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /**
     * Returns the key for the JDK's signature engine.
     *
     * @throws GeneralSecurityException if the point is not on the curve
     */
    public PublicKey toPublicKey() throws GeneralSecurityException {
        return KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(subjectPublicKeyInfo.toByteArray()));
    }
}
