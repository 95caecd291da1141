// SPDX-License-Identifier: Apache-2.0

package aegle.benchmarks;

import aegle.sharing.ConnectionProfile.NetworkKind;
import aegle.sharing.SharingException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code fabric-network/benchmarks/run}: measures, prints the table and writes {@code benchmarks.json}. Exits with 0 if every goal is
 * met, 1 if one is missed or something could not be measured, 2 if it was called wrongly.
 */
@Command(
        name = "run",
        description = "Measures an Aegle network on this computer, beside an empty contract on the same network.",
        mixinStandardHelpOptions = true)
public final class RunCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);

    @Option(
            names = "--network",
            paramLabel = "KIND",
            defaultValue = "embedded",
            description = "${COMPLETION-CANDIDATES}; embedded if left out; Fabric's programs must be on PATH")
    private NetworkKind kind = NetworkKind.EMBEDDED;

    @Option(names = "--out", paramLabel = "DIR", description = "where benchmarks.json goes; here if left out")
    private Path out = Path.of("");

    @Parameters(
            arity = "0..*",
            paramLabel = "NAME",
            completionCandidates = BenchmarkNames.class,
            description = "what to measure: ${COMPLETION-CANDIDATES}; all if left out")
    private List<String> names = List.of();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static void main(String... arguments) {
        System.exit(line().execute(arguments));
    }

    /** The parser, which also says in one sentence what went wrong. */
    static CommandLine line() {
        var line = new CommandLine(new RunCommand());
        line.setExecutionExceptionHandler((failure, command, _) -> {
            PrintWriter err = command.getErr();
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                err.println("run: " + cause.getMessage());
            }
            err.flush();
            return CommandLine.ExitCode.SOFTWARE;
        });
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line;
    }

    @Override
    public Integer call() throws IOException, SharingException {
        Set<Benchmark> wanted = wanted();
        Path folder = Files.createDirectories(out.toAbsolutePath());
        String load = Machine.load();
        var report = measured(wanted);
        report.write(folder);
        PrintWriter printer = spec.commandLine().getOut();
        printer.printf(
                "%s network, %s, %s; load before: %s%n%n",
                kind.name().toLowerCase(Locale.ROOT), LocalDate.now(ZoneId.systemDefault()), Machine.describe(), load);
        report.print(printer);
        return report.isMet() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private BenchmarkReport measured(Set<Benchmark> wanted) throws IOException, SharingException {
        var measurements = new ArrayList<Measurement>();
        try (var stage = Stage.of(kind)) {
            // the network's processes outlive this one unless they are told to end
            var stopping = Thread.ofPlatform().unstarted(() -> stop(stage));
            Runtime.getRuntime().addShutdownHook(stopping);
            for (Benchmark benchmark : wanted) {
                PrintWriter progress = spec.commandLine().getErr();
                progress.println("Measuring: " + benchmark);
                progress.flush();
                measurements.addAll(benchmark.measure(stage));
            }
        }
        return new BenchmarkReport(measurements);
    }

    private static void stop(Stage stage) {
        try {
            stage.stop();
        } catch (IOException e) {
            LOG.warn("the network could not be stopped", e);
        }
    }

    /** In their own order: how long a network takes to start is measured first, what it has grown to last. */
    private Set<Benchmark> wanted() {
        var wanted = names.isEmpty() ? EnumSet.allOf(Benchmark.class) : EnumSet.noneOf(Benchmark.class);
        names.forEach(name -> wanted.add(named(name)));
        return wanted;
    }

    private Benchmark named(String name) {
        return Benchmark.named(name)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "'" + name + "' is not one of " + String.join(", ", new BenchmarkNames())));
    }

    /** For the usage. */
    static final class BenchmarkNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Benchmark.values()).map(Benchmark::toString).iterator();
        }
    }
}
