// SPDX-License-Identifier: Apache-2.0

package aegle.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What the figures were measured on; without it they say nothing. */
final class Machine {
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
    private static final double GIBI = 1 << 30;

    private Machine() {}

    static String describe() throws IOException {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return String.format(
                Locale.ROOT,
                "%d x %s, %.0f GiB, %s %s, Java %s",
                system.getAvailableProcessors(),
                processor(system),
                system.getTotalMemorySize() / GIBI,
                system.getName(),
                system.getVersion(),
                Runtime.version());
    }

    /** How many processes wanted a processor in the last minute; above the number of processors the figures are noise. */
    static String load() {
        return String.format(
                Locale.ROOT,
                "%.1f",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static String processor(OperatingSystemMXBean system) throws IOException {
        if (!Files.exists(PROCESSORS)) {
            return system.getArch();
        }
        try (var lines = Files.lines(PROCESSORS)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(system.getArch());
        }
    }
}
