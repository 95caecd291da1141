// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.vault;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * What one guess of a passphrase costs: Argon2id (RFC 9106), version 0x13, 32 bytes out.
 *
 * @param memoryKib in KiB, 64 MiB to 1 GiB
 * @param passes 3 to 16
 * @param lanes 1 to 4; more than one only helps an attacker, since BouncyCastle runs them in one thread
 */
public record Argon2Cost(int memoryKib, int passes, int lanes) {
    /** 64 MiB, 3 passes: the memory and passes of RFC 9106's second option, and the least that a vault may cost. */
    public static final Argon2Cost FLOOR = new Argon2Cost(64 << 10, 3, 1);

    private static final int KEY_LENGTH = 32;
    private static final int LARGEST_MEMORY_KIB = 1 << 20;
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(1);

    public Argon2Cost {
        boolean memoryAllowed = memoryKib >= 64 << 10 && memoryKib <= LARGEST_MEMORY_KIB;
        if (!memoryAllowed || passes < 3 || passes > 16 || lanes < 1 || lanes > 4) {
            throw new IllegalArgumentException("Argon2id with m=" + memoryKib + " KiB, t=" + passes + ", p=" + lanes
                    + " lies outside the limits of a vault");
        }
    }

    /**
     * Measure this machine and choose the largest of 256, 128 and 64 MiB that takes about a second at most and a quarter
     * of the heap. Takes about as long as the choice.
     *
     * @param nanoTime such as {@code System::nanoTime}
     */
    public static Argon2Cost calibrated(LongSupplier nanoTime) {
        var medium = new Argon2Cost(128 << 10, 3, 1);
        if (!medium.fitsQuarterOfHeap()) {
            return FLOOR;
        }
        long start = nanoTime.getAsLong();
        Arrays.fill(medium.derive(new byte[16], new byte[16]), (byte) 0);
        long nanos = nanoTime.getAsLong() - start;
        var large = new Argon2Cost(256 << 10, 3, 1);
        if (2 * nanos <= LONGEST_NANOS && large.fitsQuarterOfHeap()) {
            return large;
        }
        return nanos <= LONGEST_NANOS ? medium : FLOOR;
    }

    /** Derive the key-encryption key; the caller wipes it. */
    byte[] derive(byte[] passphrase, byte[] salt) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKib)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        var key = new byte[KEY_LENGTH];
        generator.generateBytes(passphrase, key);
        return key;
    }

    boolean fitsHeap() {
        return memoryKib * 1024L <= Runtime.getRuntime().maxMemory() / 4 * 3;
    }

    private boolean fitsQuarterOfHeap() {
        return memoryKib * 1024L <= Runtime.getRuntime().maxMemory() / 4;
    }
}
