// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import aegle.embedded.s3.StoreFault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Predicate;

/** Stores that serve other bytes than they were given, for the objects that a test names. */
final class LyingStore implements StoreFault {
    private volatile Predicate<String> lies = _ -> false;

    void lieAbout(Predicate<String> keys) {
        lies = keys;
    }

    void beHonest() {
        lies = _ -> false;
    }

    @Override
    public InputStream sent(String key, InputStream stored) throws IOException {
        return lies.test(key) ? new ByteArrayInputStream(altered(stored.readAllBytes())) : stored;
    }

    /** The same bytes but for one bit in the middle. */
    static byte[] altered(byte... honest) {
        byte[] other = honest.clone();
        other[other.length / 2] ^= 1;
        return other;
    }
}
