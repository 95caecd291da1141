// SPDX-License-Identifier: Apache-2.0

package aegle.fuzzing;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** What Jazzer calls: {@code --target_class=aegle.fuzzing.FuzzRun --target_args=PARSER}. Started by {@code run}. */
public final class FuzzRun {
    private static final AtomicReference<Optional<Bounds>> PARSER = new AtomicReference<>(Optional.empty());

    private FuzzRun() {}

    /** Choose the parser. */
    public static void fuzzerInitialize(String[] arguments) throws Exception {
        PARSER.set(Optional.of(new Bounds(Parser.titled(arguments[0]))));
    }

    public static void fuzzerTestOneInput(byte[] input) {
        PARSER.get().orElseThrow().accepts(input);
    }

    /** Say how full the heap has been. */
    public static void fuzzerTearDown() {
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
        System.err.println("peak heap, MiB: " + (peak >> 20));
    }
}
