// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.record;

import aegle.crypto.OpaqueId;
import aegle.crypto.identity.EncryptionKeyPair;
import aegle.crypto.pseudonym.PseudonymKey;
import aegle.crypto.secret.KeyDerivation;
import aegle.crypto.secret.SecretBytes;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The root of a patient's key tree [SKAES_P]: 32 random bytes that open everything below them.
 *
 * <p>It never leaves the wallet. What the paper calls sharing SKAES_P is sharing keys derived from it (HKDF-SHA-256, salt
 * {@code aegle/v1}), and no derived key tells anything about the root or a sibling.
 */
public final class RecordKey implements AutoCloseable {
    public static final int LENGTH = 32;

    private static final Pattern LEDGER_NAME = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");

    private final SecretBytes root;

    private RecordKey(SecretBytes root) {
        this.root = root;
    }

    public static RecordKey generate(SecureRandom random) {
        return new RecordKey(SecretBytes.random(LENGTH, random, "RecordKey"));
    }

    /** Takes a copy of 32 bytes, which the caller still has to wipe. */
    public static RecordKey of(byte[] root) {
        return new RecordKey(SecretBytes.copyOf(root, LENGTH, "RecordKey"));
    }

    /** Derives K_pid, the key of the record's pseudonym. */
    public PseudonymKey pseudonymKey() {
        return derived("pseudonym/base", PseudonymKey::of);
    }

    /** Derives K_pid,s, the key of the pseudonym that this patient has in one study. */
    public PseudonymKey studyPseudonymKey(OpaqueId study) {
        return derived("pseudonym/study/" + study.hex(), PseudonymKey::of);
    }

    /**
     * Derives the key pair of a category in an epoch: its seed opens what its recipient sealed.
     *
     * @param category the category's ledger name, such as {@code LABORATORY_RESULTS}
     * @param epoch from 0
     */
    public EncryptionKeyPair categoryKeys(String category, int epoch) {
        if (!LEDGER_NAME.matcher(category).matches() || epoch < 0) {
            throw new IllegalArgumentException("no such category key: " + category + " in epoch " + epoch);
        }
        return derived("category/" + category + "/epoch/" + epoch, EncryptionKeyPair::ofSeed);
    }

    /** Returns the root for the vault; the caller wipes it. */
    public byte[] reveal() {
        return root.reveal();
    }

    private <K> K derived(String label, Function<byte[], K> key) {
        byte[] bytes = KeyDerivation.derive(root, label);
        try {
            return key.apply(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    @Override
    public void close() {
        root.close();
    }

    @Override
    public String toString() {
        return "RecordKey[secret]";
    }
}
