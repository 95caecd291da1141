// SPDX-License-Identifier: Apache-2.0

package aegle.fuzzing;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * How long a parser may take for one input and how much it may allocate meanwhile; far above what each needs, far below what a
 * length that is believed would cost.
 *
 * <p>Allocation is that of the calling thread. What takes a thread of its own is bounded by the heap.
 */
final class Bounds {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long LONGEST_NANOS = Duration.ofSeconds(10).toNanos();
    private static final long ALLOCATED_ANYHOW = 16L << 20;
    private static final long ALLOCATED_PER_BYTE = 1024;

    private final Parser parser;

    /** Lets the parser read what it accepts, so that loading its classes counts against no input. */
    Bounds(Parser parser) throws Exception {
        this.parser = parser;
        parser.seeds().forEach(parser::accepts);
    }

    /** Let the parser read an input, and throw if it goes beyond its bounds. */
    boolean accepts(byte[] input) {
        long most = ALLOCATED_ANYHOW + ALLOCATED_PER_BYTE * input.length;
        Cost cost = cost(input);
        if (cost.allocated() > most) {
            cost = cost(input); // what it took before may have been classes, which were loaded and instrumented
        }
        if (cost.allocated() > most) {
            throw new AssertionError(
                    parser.title() + " allocated " + cost.allocated() + " bytes for an input of " + input.length);
        }
        return cost.accepted();
    }

    private Cost cost(byte[] input) {
        long allocatedBefore = THREADS.getCurrentThreadAllocatedBytes();
        long begin = System.nanoTime();
        boolean accepted = parser.accepts(input);
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - allocatedBefore;
        if (System.nanoTime() - begin > LONGEST_NANOS) {
            throw new AssertionError(parser.title() + " took more than 10 s for " + input.length + " bytes");
        }
        return new Cost(accepted, allocated);
    }

    private record Cost(boolean accepted, long allocated) {}
}
