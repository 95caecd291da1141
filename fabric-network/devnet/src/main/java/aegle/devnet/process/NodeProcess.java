// SPDX-License-Identifier: Apache-2.0

package aegle.devnet.process;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One node's process, found again by the record that it wrote of itself. It has a session of its own and outlives whoever started
 * it; its output goes to its log file.
 *
 * <p>Nothing is ever done to a process that is not the very one of the record.
 */
public final class NodeProcess {
    private static final Duration START = Duration.ofSeconds(10);
    private static final int LAST_LINES = 12;
    private static final int LAST_BYTES = 1 << 16;

    private final Path record;
    private final Path log;

    public NodeProcess(Path record, Path log) {
        this.record = record;
        this.log = log;
    }

    public Path log() {
        return log;
    }

    /** The process, if it lives. */
    public Optional<ProcessMark> running() throws IOException {
        Optional<ProcessMark> mark = ProcessMark.read(record);
        return mark.isPresent() && mark.get().isAlive() ? mark : Optional.empty();
    }

    /** Tells whether it was started and not stopped, so that it should be running. */
    public boolean isExpected() {
        return Files.exists(record);
    }

    /**
     * Start the process, unless it runs.
     *
     * @throws IOException if it cannot be started
     */
    public void start(NodeCommand node) throws IOException {
        if (running().isPresent()) {
            return;
        }
        Files.deleteIfExists(record);
        var command = new ArrayList<>(ownSession());
        String launcher = Long.toString(ProcessHandle.current().pid());
        command.addAll(List.of("/bin/sh", "-c", script(), "detach", record.toString(), launcher));
        command.addAll(node.command());
        var builder = new ProcessBuilder(command)
                .directory(node.folder().toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        CleanEnvironment.in(builder, node.environment());
        Process process = builder.start();
        Wait.until(START, () -> {
            if (Files.exists(record)) {
                return Optional.empty();
            }
            if (!process.isAlive()) {
                throw new IOException(node.command().getFirst() + " could not be started; see " + log);
            }
            return Optional.of("has not said which process it is");
        });
    }

    /** A session of its own keeps away a terminal's signals; perl stands in where there is no setsid (macOS). */
    private static List<String> ownSession() {
        for (String folder : System.getenv().getOrDefault("PATH", "/usr/bin").split(File.pathSeparator, -1)) {
            Path setsid = Path.of(folder, "setsid");
            if (Files.isExecutable(setsid)) {
                return List.of(setsid.toString());
            }
        }
        return List.of("perl", "-e", "use POSIX; POSIX::setsid(); exec @ARGV or die");
    }

    private static String script() throws IOException {
        try (var stream = NodeProcess.class.getResourceAsStream("/aegle/devnet/detach.sh")) {
            if (stream == null) {
                throw new IOException("detach.sh is missing from this build");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Ask it to end. */
    public void terminate() throws IOException {
        handle().ifPresent(ProcessHandle::destroy);
        thaw();
    }

    /** End it at once, as a power failure would (SIGKILL). */
    public void kill() throws IOException {
        handle().ifPresent(ProcessHandle::destroyForcibly);
    }

    /** Let it stand still without ending (SIGSTOP). */
    public void freeze() throws IOException {
        signal("STOP");
    }

    /** Let a frozen process go on (SIGCONT). */
    public void thaw() throws IOException {
        signal("CONT");
    }

    /**
     * Wait until it has ended, and forget it then.
     *
     * @return whether it ended in time
     */
    public boolean awaitEnd(Duration limit) throws IOException {
        boolean ended = Wait.whether(limit, () -> running().map(_ -> "still runs"));
        if (ended) {
            Files.deleteIfExists(record);
        }
        return ended;
    }

    private Optional<ProcessHandle> handle() throws IOException {
        return running().flatMap(mark -> ProcessHandle.of(mark.pid()));
    }

    private void signal(String name) throws IOException {
        Optional<ProcessMark> mark = running();
        if (mark.isPresent()) {
            Process kill = new ProcessBuilder(
                            "kill", "-s", name, Long.toString(mark.get().pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Wait.until(START, () -> kill.isAlive() ? Optional.of("kill still runs") : Optional.empty());
        }
    }

    /** The end of its log, for a message about why it failed. */
    public String lastWords() throws IOException {
        if (!Files.exists(log)) {
            return "";
        }
        try (var file = Files.newByteChannel(log)) {
            file.position(Math.max(0, file.size() - LAST_BYTES));
            var bytes = ByteBuffer.allocate(LAST_BYTES);
            while (file.read(bytes) > 0 && bytes.hasRemaining()) {
                // until the buffer is full or the file over
            }
            List<String> lines = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        }
    }
}
