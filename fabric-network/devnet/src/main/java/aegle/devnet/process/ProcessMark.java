// SPDX-License-Identifier: Apache-2.0

package aegle.devnet.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Which process: its number and its birth, so that a stranger who got the same number later is not taken for it.
 *
 * @param birth on Linux the boot and the kernel's start time, elsewhere the start as {@code ps} writes it
 */
public record ProcessMark(long pid, String birth) {
    private static final Path PROC = Path.of("/proc");
    private static final Path BOOT = PROC.resolve("sys/kernel/random/boot_id");
    private static final int STATE = 0;
    private static final int START_TIME = 19;
    private static final String DEAD = "ZX";

    /** The mark of a process that lives now; none if there is none with that number. */
    public static Optional<ProcessMark> of(long pid) throws IOException {
        if (!Files.exists(BOOT)) {
            return asked(pid, "lstart=").map(start -> new ProcessMark(pid, start));
        }
        try {
            String line = Files.readString(PROC.resolve(pid + "/stat"), StandardCharsets.ISO_8859_1);
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
            return DEAD.contains(fields[STATE])
                    ? Optional.empty()
                    : Optional.of(
                            new ProcessMark(pid, Files.readString(BOOT).strip() + "/" + fields[START_TIME].strip()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            // the process ended while it was read (ESRCH)
            return Optional.empty();
        }
    }

    /** Reads what a process wrote about itself when it was started; none if there is no such file. */
    static Optional<ProcessMark> read(Path record) throws IOException {
        try {
            List<String> lines = Files.readAllLines(record);
            return lines.size() < 2
                    ? Optional.empty()
                    : Optional.of(new ProcessMark(
                            Long.parseLong(lines.get(0).strip()), lines.get(1).strip()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (NumberFormatException e) {
            throw new IOException(record + " does not name a process", e);
        }
    }

    /** Tells whether the very process lives. */
    public boolean isAlive() throws IOException {
        return of(pid).filter(this::equals).isPresent();
    }

    /** Its resident memory in KiB; 0 if it cannot be told. */
    public long residentKibibytes() throws IOException {
        Path status = PROC.resolve(pid + "/status");
        Optional<String> text = Files.exists(status)
                ? Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .findFirst()
                : asked(pid, "rss=");
        String digits = text.orElse("").replaceAll("[^0-9]", "");
        return digits.isEmpty() ? 0 : Long.parseLong(digits);
    }

    private static Optional<String> asked(long pid, String field) throws IOException {
        var ps = new ProcessBuilder("ps", "-o", field, "-p", Long.toString(pid));
        ps.environment().put("LC_ALL", "C");
        Process process = ps.redirectErrorStream(true).start();
        try (var output = process.inputReader()) {
            return output.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .findFirst();
        }
    }
}
