// SPDX-License-Identifier: Apache-2.0

package aegle.embedded.s3;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The one key pair of an embedded store: whoever holds it signs URLs for everything in it.
 *
 * <p>S3Proxy and the signer take texts, so the secret cannot be wiped.
 */
public final class StoreKeyPair {
    private final String accessKey;
    private final String secretKey;

    public StoreKeyPair(String accessKey, String secretKey) {
        if (accessKey.isBlank() || secretKey.isBlank()) {
            throw new IllegalArgumentException("a store's key pair has two parts");
        }
        this.accessKey = accessKey;
        this.secretKey = secretKey;
    }

    public static StoreKeyPair generate(SecureRandom random) {
        var name = new byte[8];
        var secret = new byte[30];
        random.nextBytes(name);
        random.nextBytes(secret);
        return new StoreKeyPair(
                "gate" + HexFormat.of().formatHex(name), Base64.getEncoder().encodeToString(secret));
    }

    public String accessKey() {
        return accessKey;
    }

    /** Returns the part that signs. */
    public String revealSecretKey() {
        return secretKey;
    }

    @Override
    public String toString() {
        return "StoreKeyPair[secret]";
    }
}
