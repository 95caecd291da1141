// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** One of the programs, in a process that is killed and started again; each start must go on by itself. */
final class KilledProgram implements RandomKills.Victim {
    private final String name;
    private final Path log;
    private final Notes notes;
    private final Class<?> main;
    private final String[] arguments;
    private Process process;
    private boolean away;
    private int notedBefore;

    /** Start it; {@code notes} is where it writes what it has achieved. */
    KilledProgram(String name, Path folder, Notes notes, Class<?> main, String... arguments) throws IOException {
        this.name = name;
        this.notes = notes;
        this.log = folder.resolve(name + ".log");
        this.main = main;
        this.arguments = arguments.clone();
        this.process = TestJvm.start(log, main.getName(), this.arguments);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public synchronized void kill() {
        requireWell();
        process.destroyForcibly().onExit().join();
        away = true;
    }

    @Override
    public synchronized void start() throws IOException {
        notedBefore = notes.all().size();
        process = TestJvm.start(log, main.getName(), arguments);
        away = false;
    }

    @Override
    public synchronized boolean hasWorked() {
        return notes.all().size() > notedBefore;
    }

    /** Wait until it has done all it had to do. */
    void awaitEnd(Duration limit) throws InterruptedException {
        if (!process.waitFor(limit)) {
            throw new AssertionError(name + " does not come to its end; it said\n" + lastWords());
        }
        requireWell();
    }

    /** Fails if it has ended with an error by itself. */
    synchronized void requireWell() {
        if (!away && !process.isAlive()) {
            assertEquals(0, process.exitValue(), () -> name + " has given up; it said\n" + lastWords());
        }
    }

    private String lastWords() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** End it for good, whatever it is at. */
    synchronized void abandon() {
        process.destroyForcibly().onExit().join();
    }
}
