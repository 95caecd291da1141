// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.pseudonym;

import aegle.crypto.Digest;
import aegle.crypto.secret.KeyDerivation;
import aegle.crypto.secret.SecretBytes;

/**
 * The key K_pid that turns a person into a pseudonym; derived from the record key, and part of every grant.
 *
 * <p>The pseudonym is HMAC-SHA-256(K_pid, canonical UII): the paper's H(SKAES_P ‖ UII_P) without length extension. Who
 * has this key and the UII can recompute the pseudonym and nothing else; without the key the pseudonym tells nothing.
 */
public final class PseudonymKey implements AutoCloseable {
    public static final int LENGTH = 32;

    private final SecretBytes bytes;

    private PseudonymKey(SecretBytes bytes) {
        this.bytes = bytes;
    }

    /** Takes a copy of 32 bytes, which the caller still has to wipe. */
    public static PseudonymKey of(byte[] bytes) {
        return new PseudonymKey(SecretBytes.copyOf(bytes, LENGTH, "PseudonymKey"));
    }

    /** Returns the pseudonym of this person, the record's {@code ID} on the ledger. */
    public Digest pseudonym(UniquelyIdentifiableInformation person) {
        return Digest.of(KeyDerivation.hmac(bytes, person.canonicalForm()));
    }

    /** Returns the key for a grant or the vault; the caller wipes it. */
    public byte[] reveal() {
        return bytes.reveal();
    }

    @Override
    public void close() {
        bytes.close();
    }

    @Override
    public String toString() {
        return "PseudonymKey[secret]";
    }
}
