// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import aegle.record.Bytes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 of byte strings, one after the other (FIPS 180-4). */
final class Sha256 {
    private Sha256() {}

    static Bytes of(byte[]... parts) {
        try {
            var engine = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                engine.update(part);
            }
            return Bytes.of(engine.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
