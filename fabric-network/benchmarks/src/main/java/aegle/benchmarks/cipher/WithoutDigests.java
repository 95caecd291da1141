// SPDX-License-Identifier: Apache-2.0

package aegle.benchmarks.cipher;

import java.security.MessageDigestSpi;
import java.security.Provider;
import java.security.Security;

/**
 * Takes SHA-256 out of this process until it is closed, so that what remains of sealing can be measured: the first provider's
 * SHA-256 then looks at nothing. What is sealed meanwhile is good for nothing but being thrown away.
 */
public final class WithoutDigests implements AutoCloseable {
    private static final String NAME = "AegleWithoutDigests";

    private WithoutDigests() {}

    /** Begins. */
    public static WithoutDigests begin() {
        Security.insertProviderAt(new NothingProvider(), 1);
        return new WithoutDigests();
    }

    @Override
    public void close() {
        Security.removeProvider(NAME);
    }

    /** Offers the SHA-256 that is none. */
    private static final class NothingProvider extends Provider {
        private static final long serialVersionUID = 1L;

        NothingProvider() {
            super(NAME, "1", "SHA-256 that looks at nothing, for benchmarks");
            put("MessageDigest.SHA-256", Nothing.class.getName());
        }
    }

    /** A digest of nothing. */
    public static final class Nothing extends MessageDigestSpi {
        @Override
        protected void engineUpdate(byte input) {}

        @Override
        protected void engineUpdate(byte[] input, int offset, int length) {}

        @Override
        protected int engineGetDigestLength() {
            return 32;
        }

        @Override
        protected byte[] engineDigest() {
            return new byte[32];
        }

        @Override
        protected void engineReset() {}
    }
}
