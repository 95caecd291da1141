// SPDX-License-Identifier: Apache-2.0

package aegle.sharing;

/** What every reader checks before anything is shown. */
public enum IntegrityCheck {
    /** The stored bytes have the SHA-256 that the ledger has. */
    CIPHERTEXT_DIGEST,
    /** The sealed object opens with its key, whole and in order. */
    SEAL,
    /** The sealed object says the same as the ledger about what it is. */
    CONTEXT,
    /** The plaintext is the one that was committed to. */
    COMMITMENT,
    /** The uploader has signed it. */
    UPLOADER_SIGNATURE,
    /** The patient's countersignature, where there is one, is hers. */
    COUNTERSIGNATURE,
    /** A category's public key is vouched for by the owner whose key is pinned. */
    CATEGORY_RECIPIENT,
    /** A clinician's keys hang together: certificate, membership root, statement. */
    MEMBER_KEYS,
    /** The grant lies in a store, in a format that this program knows. */
    GRANT_READABLE,
    /** The grant is signed by the record's owner and names this permission. */
    GRANT_SIGNATURE,
    /** The record's owner key is the one that was pinned. */
    OWNER_KEY
}
