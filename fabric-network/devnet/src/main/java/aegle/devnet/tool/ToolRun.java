// SPDX-License-Identifier: Apache-2.0

package aegle.devnet.tool;

import aegle.devnet.process.CleanEnvironment;
import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One run of a program that does its work and ends.
 *
 * @param environment what it sees besides PATH, HOME and the like
 * @param limit after which it is killed
 */
public record ToolRun(List<String> command, Map<String, String> environment, Duration limit) {
    public ToolRun {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /**
     * Run it and take what it prints, on either stream: Fabric's peer writes results to both.
     *
     * @throws ToolFailedException if it fails or does not end in time
     */
    public String output() throws IOException {
        Path printed = Files.createTempFile("aegle-tool", ".out");
        try {
            var builder = new ProcessBuilder(command)
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(printed.toFile());
            CleanEnvironment.in(builder, environment);
            Process process = builder.start();
            boolean ended = ends(process);
            String output = Files.readString(printed);
            if (!ended || process.exitValue() != 0) {
                throw new ToolFailedException(
                        command, ended ? "failed" : "did not end within " + limit.toSeconds() + " s", output);
            }
            return output;
        } finally {
            Files.deleteIfExists(printed);
        }
    }

    private boolean ends(Process process) throws IOException {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted").initCause(e);
        } finally {
            process.destroyForcibly();
        }
    }
}
