// SPDX-License-Identifier: Apache-2.0

package aegle.benchmarks;

import aegle.sharing.SharingException;
import java.io.IOException;
import java.time.Duration;

/** Times one thing after the other. */
final class Stopwatch {
    private static final double NANOS_PER_MILLI = 1e6;

    private Stopwatch() {}

    /** How long the work takes, in milliseconds. */
    static double millis(Work work) throws IOException, SharingException {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / NANOS_PER_MILLI;
    }

    static double seconds(Work work) throws IOException, SharingException {
        return millis(work) / Duration.ofSeconds(1).toMillis();
    }

    /** What is timed. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException, SharingException;
    }
}
