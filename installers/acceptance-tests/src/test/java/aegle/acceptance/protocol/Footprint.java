// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a process occupies, as Linux tells it.
 *
 * @param mebibytes what lives on the heap of a Java process after a full collection; of any other, what is resident
 * @param files all open handles, sockets among them
 */
record Footprint(double mebibytes, int threads, int sockets, int files) {
    private static final double MEBI = 1 << 20;
    private static final double KIBI = 1 << 10;
    private static final Duration LIMIT = Duration.ofMinutes(1);

    static Footprint of(long pid) throws IOException, InterruptedException {
        Optional<Long> live = isJava(pid) ? Optional.of(liveBytes(pid)) : Optional.empty();
        int sockets = 0;
        int files = 0;
        try (Stream<Path> handles = Files.list(proc(pid, "fd"))) {
            for (Path handle : handles.toList()) {
                Optional<String> target = target(handle);
                files += target.isPresent() ? 1 : 0;
                sockets += target.filter(name -> name.startsWith("socket:")).isPresent() ? 1 : 0;
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        double mebibytes = live.map(bytes -> bytes / MEBI).orElse(status(pid, "VmRSS:") / KIBI);
        return new Footprint(mebibytes, (int) status(pid, "Threads:"), sockets, files);
    }

    private static Optional<String> target(Path handle) throws IOException {
        try {
            return Optional.of(Files.readSymbolicLink(handle).toString());
        } catch (NoSuchFileException e) {
            return Optional.empty(); // closed since it was listed
        }
    }

    private static Path proc(long pid, String what) {
        return Path.of("/proc", Long.toString(pid), what);
    }

    private static boolean isJava(long pid) throws IOException {
        return Files.readString(proc(pid, "comm")).strip().equals("java");
    }

    private static long status(long pid, String field) throws IOException {
        return Files.readAllLines(proc(pid, "status")).stream()
                .filter(line -> line.startsWith(field))
                .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Counting what is alive collects everything else first. A file takes the answer, since a process that counts itself stands still
     * meanwhile and could not read it.
     */
    private static long liveBytes(long pid) throws IOException, InterruptedException {
        Path answer = Files.createTempFile("aegle-footprint", ".txt");
        try {
            Process counting = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            Long.toString(pid),
                            "GC.class_histogram")
                    .redirectErrorStream(true)
                    .redirectOutput(answer.toFile())
                    .start();
            if (!counting.waitFor(LIMIT)) {
                counting.destroyForcibly();
                throw new IOException("process " + pid + " does not count what is alive");
            }
            return Files.readAllLines(answer).stream()
                    .filter(line -> line.startsWith("Total"))
                    .map(line -> Long.parseLong(line.strip().split(" +", -1)[2]))
                    .findFirst()
                    .orElseThrow();
        } finally {
            Files.delete(answer);
        }
    }

    /** Tells whether this is no more than an earlier one, but for what comes and goes. */
    boolean isFlatSince(Footprint earlier) {
        return mebibytes <= earlier.mebibytes * 1.25 + 12
                && threads <= earlier.threads * 1.1 + 8
                && sockets <= earlier.sockets * 1.1 + 8
                && files <= earlier.files * 1.1 + 8;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%.1f MiB, %d threads, %d sockets, %d handles", mebibytes, threads, sockets, files);
    }
}
