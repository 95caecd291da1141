// SPDX-License-Identifier: Apache-2.0

package aegle.devnet.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * One part of the network: what it is, how it is started, and how it is asked whether it is well. Safe to use from any process: all
 * that is known of it lies in the network's folder.
 */
public final class Node {
    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration END = Duration.ofSeconds(10);
    private static final Duration KILL = Duration.ofSeconds(5);

    private final Description description;
    private final NodeProcess process;
    private final Preparation preparation;
    private final Health health;

    public Node(Description description, NodeProcess process, Preparation preparation, Health health) {
        this.description = description;
        this.process = process;
        this.preparation = preparation;
        this.health = health;
    }

    public String name() {
        return description.name();
    }

    /** What it is, as the table says it. */
    public Description description() {
        return description;
    }

    /** The process, if it lives. */
    public Optional<ProcessMark> running() throws IOException {
        return process.running();
    }

    /** Tells whether it was started and not stopped since. */
    public boolean isExpected() {
        return process.isExpected();
    }

    public Path log() {
        return process.log();
    }

    /** Why it is not well; nothing if it is. */
    public Optional<String> complaint() throws IOException {
        return process.running().isEmpty() ? Optional.of("does not run") : health.complaint();
    }

    /**
     * Start it, unless it runs, and wait until it is well.
     *
     * @throws NodeFailedException if it ends, or is not well in time
     * @throws IOException if it cannot be started
     */
    public void start() throws IOException {
        launch();
        awaitWell();
    }

    /** Start it, unless it runs, and do not wait. */
    public void launch() throws IOException {
        if (process.running().isEmpty()) {
            process.start(preparation.command());
        }
    }

    /**
     * Wait until it is well.
     *
     * @throws NodeFailedException if it ends, or is not well in time
     */
    public void awaitWell() throws IOException {
        var last = new String[] {""};
        boolean well = Wait.whether(START, () -> {
            if (process.running().isEmpty()) {
                throw new NodeFailedException(name(), "ended", process.log(), process.lastWords());
            }
            Optional<String> complaint = health.complaint();
            last[0] = complaint.orElse("");
            return complaint;
        });
        if (!well) {
            throw new NodeFailedException(name(), "is not well: " + last[0], process.log(), process.lastWords());
        }
    }

    /** End it at once, as a power failure would (SIGKILL), and wait until it is gone. */
    public void kill() throws IOException {
        process.kill();
        requireEnd();
    }

    /** Ask it to end; {@link #awaitEnd()} waits. */
    public void terminate() throws IOException {
        process.terminate();
    }

    /** Wait until it has ended; after ten seconds it is killed. */
    public void awaitEnd() throws IOException {
        if (!process.awaitEnd(END)) {
            process.kill();
            requireEnd();
        }
    }

    private void requireEnd() throws IOException {
        if (!process.awaitEnd(KILL)) {
            throw new NodeFailedException(name(), "cannot be ended", process.log(), "");
        }
    }

    /** Let it stand still without ending (SIGSTOP): it keeps its connections and answers nothing. */
    public void freeze() throws IOException {
        process.freeze();
    }

    /** Let it go on (SIGCONT). */
    public void thaw() throws IOException {
        process.thaw();
    }

    /**
     * What a node is, in the table's words.
     *
     * @param address where it serves
     */
    public record Description(String name, String kind, String address) {}

    /** Writes the configuration that the node needs, and says how it is started. */
    @FunctionalInterface
    public interface Preparation {
        NodeCommand command() throws IOException;
    }
}
