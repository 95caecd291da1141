// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.vault;

import aegle.crypto.secret.SecretBytes;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM over a few bytes in memory: nonce of 12 bytes, tag of 16. */
final class AesGcm {
    static final int NONCE_LENGTH = 12;
    static final int TAG_LENGTH = 16;

    private AesGcm() {}

    static byte[] seal(SecretBytes key, byte[] nonce, byte[] plaintext, byte[] associatedData) {
        try {
            return run(Cipher.ENCRYPT_MODE, key, nonce, plaintext, associatedData);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime cannot seal with AES-256-GCM", e);
        }
    }

    /** Open, or return nothing if the tag does not fit; the caller wipes the plaintext. */
    static Optional<byte[]> open(SecretBytes key, byte[] nonce, byte[] ciphertext, byte[] associatedData) {
        try {
            return Optional.of(run(Cipher.DECRYPT_MODE, key, nonce, ciphertext, associatedData));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime cannot open with AES-256-GCM", e);
        }
    }

    private static byte[] run(int mode, SecretBytes key, byte[] nonce, byte[] input, byte[] associatedData)
            throws GeneralSecurityException {
        byte[] material = key.reveal();
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(material, "AES"), new GCMParameterSpec(8 * TAG_LENGTH, nonce));
            cipher.updateAAD(associatedData);
            return cipher.doFinal(input);
        } finally {
            Arrays.fill(material, (byte) 0);
        }
    }
}
