// SPDX-License-Identifier: Apache-2.0

package aegle.crypto.record;

import java.util.Arrays;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** One segment on its way through the pipeline, with buffers that are used again for later ones. */
final class Segment {
    static final int LENGTH = 1 << 20;

    final byte[] input = new byte[LENGTH];
    final byte[] output = new byte[LENGTH];
    int index;
    int inputLength;
    int outputLength;
    boolean last;

    @Nullable
    Future<?> work;

    @Nullable
    Future<?> inputDigest;

    @Nullable
    Future<?> outputDigest;

    void wipe() {
        Arrays.fill(input, (byte) 0);
        Arrays.fill(output, (byte) 0);
    }
}
