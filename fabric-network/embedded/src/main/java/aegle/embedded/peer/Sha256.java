// SPDX-License-Identifier: Apache-2.0
package aegle.embedded.peer;

import com.google.protobuf.ByteString;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** SHA-256, the one digest of Fabric's headers, transaction ids and proposals. */
final class Sha256 {

    private Sha256() {}

    /** Digest the concatenation of the parts. */
    static ByteString of(ByteString... parts) {
        return of(List.of(parts));
    }

    /** Digest the concatenation of the parts. */
    static ByteString of(List<ByteString> parts) {
        MessageDigest digest = digest();
        parts.forEach(part -> digest.update(part.asReadOnlyByteBuffer()));
        return ByteString.copyFrom(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
