// SPDX-License-Identifier: Apache-2.0

package aegle.client.local;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals the entries of one store: HMAC-SHA-256 finds a name, AES-256-GCM hides name and content.
 *
 * <p>Form of a sealed part: {@code nonce(12) ‖ ciphertext ‖ tag(16)}, the associated data being {@code part(1) ‖ HMAC of the name},
 * so that parts cannot be exchanged between entries. The two keys come from the store's key by HKDF-SHA-256. Random nonces are
 * good for some four billion writes.
 */
final class EntrySeal implements AutoCloseable {
    static final int KEY_LENGTH = 32;
    static final byte NAME = 1;
    static final byte CONTENT = 2;

    private static final int NONCE_LENGTH = 12;
    private static final int TAG_BITS = 128;

    private final byte[] indexKey;
    private final byte[] sealingKey;
    private final SecureRandom random;

    EntrySeal(byte[] key, SecureRandom random) {
        if (key.length != KEY_LENGTH) {
            throw new IllegalArgumentException("a sealed store's key has " + KEY_LENGTH + " bytes");
        }
        this.indexKey = derive(key, "aegle sealed store: index");
        this.sealingKey = derive(key, "aegle sealed store: entries");
        this.random = random;
    }

    /** Returns what an entry is found by. */
    byte[] index(String name) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(indexKey, "HmacSHA256"));
            return mac.doFinal(name.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime lacks HMAC-SHA256", e);
        }
    }

    byte[] seal(byte part, byte[] index, byte[] plain) {
        var nonce = new byte[NONCE_LENGTH];
        random.nextBytes(nonce);
        try {
            byte[] ciphertext = cipher(Cipher.ENCRYPT_MODE, nonce, part, index).doFinal(plain);
            byte[] sealed = Arrays.copyOf(nonce, NONCE_LENGTH + ciphertext.length);
            System.arraycopy(ciphertext, 0, sealed, NONCE_LENGTH, ciphertext.length);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime cannot seal with AES-GCM", e);
        }
    }

    /** Returns what was sealed, or nothing if a single bit of it, its place or the key is another. */
    Optional<byte[]> open(byte part, byte[] index, byte[] sealed) {
        if (sealed.length < NONCE_LENGTH) {
            return Optional.empty();
        }
        byte[] nonce = Arrays.copyOf(sealed, NONCE_LENGTH);
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, nonce, part, index)
                    .doFinal(sealed, NONCE_LENGTH, sealed.length - NONCE_LENGTH));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime cannot open AES-GCM", e);
        }
    }

    /** Wipes the keys. */
    @Override
    public void close() {
        Arrays.fill(indexKey, (byte) 0);
        Arrays.fill(sealingKey, (byte) 0);
    }

    @Override
    public String toString() {
        return "EntrySeal[secret]";
    }

    private Cipher cipher(int mode, byte[] nonce, byte part, byte[] index) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(sealingKey, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(new byte[] {part});
        cipher.updateAAD(index);
        return cipher;
    }

    private static byte[] derive(byte[] key, String purpose) {
        try {
            var parameters = HKDFParameterSpec.ofExtract()
                    .addIKM(key)
                    .thenExpand(purpose.getBytes(StandardCharsets.US_ASCII), KEY_LENGTH);
            return KDF.getInstance("HKDF-SHA256").deriveData(parameters);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime lacks HKDF-SHA256", e);
        }
    }
}
