// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.identity;

import aegle.crypto.DecryptionException;
import aegle.crypto.secret.SecretBytes;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Locale;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.jspecify.annotations.Nullable;

/**
 * A key pair to receive sealed things with [SKE/PKE, or a category's seed and recipient]: X-Wing, made from a seed of
 * 32 bytes.
 *
 * <p>Closing wipes the seed and drops the expanded key, which BouncyCastle cannot wipe.
 */
public final class EncryptionKeyPair implements AutoCloseable {
    public static final int SEED_LENGTH = 32;

    private static final String TEXT_PREFIX = "age-secret-key-pq-";

    private final SecretBytes seed;
    private final EncryptionRecipient recipient;
    private volatile @Nullable AsymmetricCipherKeyPair expanded;

    private EncryptionKeyPair(SecretBytes seed, AsymmetricCipherKeyPair expanded) {
        this.seed = seed;
        this.expanded = expanded;
        this.recipient = EncryptionRecipient.of(EncryptionRecipient.suite().serializePublicKey(expanded.getPublic()));
    }

    public static EncryptionKeyPair generate(SecureRandom random) {
        var seed = new byte[SEED_LENGTH];
        random.nextBytes(seed);
        try {
            return ofSeed(seed);
        } finally {
            Arrays.fill(seed, (byte) 0);
        }
    }

    /** Makes the pair of this seed; copies it. */
    public static EncryptionKeyPair ofSeed(byte[] seed) {
        var secret = SecretBytes.copyOf(seed, SEED_LENGTH, "EncryptionKeyPair");
        return new EncryptionKeyPair(secret, EncryptionRecipient.suite().deserializePrivateKey(seed, null));
    }

    /** Reads {@code AGE-SECRET-KEY-PQ-1…}. */
    public static EncryptionKeyPair ofText(String text) {
        byte[] seed = Bech32.decode(TEXT_PREFIX, text);
        try {
            return ofSeed(seed);
        } finally {
            Arrays.fill(seed, (byte) 0);
        }
    }

    public EncryptionRecipient recipient() {
        return recipient;
    }

    /** Returns the seed for the vault or a grant; the caller wipes it. */
    public byte[] revealSeed() {
        return seed.reveal();
    }

    /** Returns {@code AGE-SECRET-KEY-PQ-1…}, 77 characters: the whole secret, for paper only. */
    public String revealText() {
        byte[] bytes = seed.reveal();
        try {
            return Bech32.encode(TEXT_PREFIX, bytes).toUpperCase(Locale.ROOT);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** Unwrap what {@link EncryptionRecipient#wrap} wrapped with the same {@code info}; the caller wipes the key. */
    public byte[] unwrap(WrappedKey wrapped, byte[] info) throws DecryptionException {
        var pair = expanded;
        if (pair == null) {
            throw new IllegalStateException("EncryptionKeyPair is closed");
        }
        try {
            var context = EncryptionRecipient.suite()
                    .setupBaseR(wrapped.encapsulation().bytes(), pair, info);
            return context.open(new byte[0], wrapped.ciphertext().bytes());
        } catch (InvalidCipherTextException | IllegalArgumentException | IllegalStateException e) {
            // BouncyCastle refuses a hostile encapsulation, such as a low-order point, with an unchecked exception.
            throw new DecryptionException();
        }
    }

    @Override
    public void close() {
        expanded = null;
        seed.close();
    }

    @Override
    public String toString() {
        return "EncryptionKeyPair[secret]";
    }
}
