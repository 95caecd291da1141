// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A {@link ProgramOfItsOwn} as seen from here: takes orders, says what became of them, and can be looked into. */
final class ProgramAtWork implements AutoCloseable {
    private final Process process;
    private final BufferedReader answers;
    private final Path folder;
    private int dumps;

    private ProgramAtWork(Process process, Path folder) {
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.folder = folder;
    }

    /** Start a program; its home and its temporary files are in its folder, too. */
    static ProgramAtWork start(String which, Path folder, Path... others) throws IOException {
        Path temporary = Files.createDirectories(folder.resolve("tmp"));
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + temporary,
                "-Duser.home=" + folder,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m"));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> !argument.startsWith("-X") && !argument.startsWith("-javaagent"))
                .forEach(command::add);
        command.addAll(List.of(
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                ProgramOfItsOwn.class.getName(),
                which,
                folder.toString()));
        Arrays.stream(others).map(Path::toString).forEach(command::add);
        return new ProgramAtWork(
                new ProcessBuilder(command).redirectErrorStream(true).start(), folder);
    }

    Path folder() {
        return folder;
    }

    /** Have something done, and hear what comes of it. What the program says besides goes to its log. */
    String order(String what, String... with) throws IOException {
        var order = new ArrayList<>(List.of(what));
        order.addAll(List.of(with));
        var out = process.getOutputStream();
        out.write((String.join("\t", order) + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(ProgramOfItsOwn.DONE)) {
                return line.substring(ProgramOfItsOwn.DONE.length());
            } else if (line.startsWith(ProgramOfItsOwn.FAILED)) {
                throw new AssertionError(folder.getFileName() + " cannot " + what + ": " + line);
            }
            Files.writeString(
                    folder.resolve("program.log"), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        throw new AssertionError(folder.getFileName() + " has ended before it could " + what);
    }

    /** What is in the program's memory now, in a file beside its folder. */
    Path dump(String when) throws IOException {
        Path file = folder.resolveSibling(folder.getFileName() + "-" + when + "-" + dumps++ + ".hprof");
        order("dump", file.toString());
        return file;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
