// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A store's secret key, which signs and is never shown. Whoever has it reads all ciphertext of that store and may overwrite it,
 * but reads no plaintext.
 */
public final class StoreSecret implements AutoCloseable {
    private static final String HMAC = "HmacSHA256";
    private static final byte[] PREFIX = "AWS4".getBytes(StandardCharsets.US_ASCII);
    private static final char MAX_ASCII = 0x7f;

    private final byte[] key;

    private StoreSecret(byte[] key) {
        this.key = key;
    }

    /** Copies the key's characters, which must be ASCII; the caller wipes the array. */
    public static StoreSecret of(char... secretKey) {
        byte[] prefixed = Arrays.copyOf(PREFIX, PREFIX.length + secretKey.length);
        for (int i = 0; i < secretKey.length; i++) {
            if (secretKey[i] > MAX_ASCII) {
                throw new IllegalArgumentException("a store's secret key is ASCII");
            }
            prefixed[PREFIX.length + i] = (byte) secretKey[i];
        }
        return new StoreSecret(prefixed);
    }

    /** HMAC of the last text under a chain of keys that begins with this secret (Signature Version 4, step 3). */
    byte[] sign(List<String> texts) {
        byte[] current = key.clone();
        for (String text : texts) {
            byte[] next = hmac(current, text);
            Arrays.fill(current, (byte) 0);
            current = next;
        }
        return current;
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + HMAC, e);
        }
    }

    /** Wipes the key; what is signed afterwards opens nothing. */
    @Override
    public void close() {
        Arrays.fill(key, (byte) 0);
    }

    @Override
    public String toString() {
        return "StoreSecret[secret]";
    }
}
