// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.seal;

import aegle.crypto.Digest;
import aegle.crypto.Octets;
import aegle.crypto.OpaqueId;

/**
 * Which permission a grant belongs to. The reader compares every field with the ledger and the pinned key.
 *
 * @param recordId the pseudonym {@code ID}
 * @param ownerKey PKS_P, SubjectPublicKeyInfo
 * @param grantId the permission's number
 * @param version n, from 0
 */
public record GrantContext(Digest networkId, Digest recordId, Octets ownerKey, OpaqueId grantId, int version) {
    public GrantContext {
        if (version < 0) {
            throw new IllegalArgumentException("grant versions count from 0");
        }
    }
}
