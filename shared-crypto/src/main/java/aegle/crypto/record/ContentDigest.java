// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.record;

import aegle.crypto.Digest;

/**
 * SHA-256 and length of some bytes. Of a document it is as secret as a guess of the document is hard; of a body public.
 *
 * @param length in bytes
 */
public record ContentDigest(Digest sha256, long length) {
    public ContentDigest {
        if (length < 0) {
            throw new IllegalArgumentException("a length is not negative");
        }
    }
}
