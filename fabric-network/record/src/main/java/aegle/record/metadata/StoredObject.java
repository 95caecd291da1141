// SPDX-License-Identifier: Apache-2.0

package aegle.record.metadata;

import aegle.record.CiphertextDigest;

/** An object as the ledger vouches for it: where it lies and what its ciphertext must be. Length in bytes. */
public record StoredObject(ObjectKey key, CiphertextDigest digest, long length) {
    public StoredObject {
        if (length <= 0 || length > key.kind().maxLength()) {
            throw new IllegalArgumentException(length + " bytes do not suit a " + key.kind());
        }
    }
}
