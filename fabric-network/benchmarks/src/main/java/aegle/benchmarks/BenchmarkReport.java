// SPDX-License-Identifier: Apache-2.0

package aegle.benchmarks;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/** What was measured: the table, and the content of {@code benchmarks.json}. */
record BenchmarkReport(List<Measurement> measurements) {
    static final String FILE = "benchmarks.json";
    private static final String ROW = "| %-28s | %9s | %-4s | %-7s | %-6s |%n";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    BenchmarkReport {
        measurements = List.copyOf(measurements);
    }

    /** Tells whether every goal is met. */
    boolean isMet() {
        return measurements.stream().allMatch(Measurement::ok);
    }

    /** Write the measurements alone; programs read them. */
    void write(Path folder) throws IOException {
        JSON.writeValue(folder.resolve(FILE).toFile(), measurements);
    }

    /** Print the table as READMEs take it. */
    void print(PrintWriter out) {
        out.printf(ROW, "what", "value", "unit", "goal", "");
        out.printf(ROW, "---", "--:", "---", "---", "---");
        for (var measured : measurements) {
            String goal = measured.goal();
            out.printf(
                    ROW,
                    measured.name(),
                    measured.value().toPlainString(),
                    measured.unit(),
                    goal == null ? "" : goal,
                    goal == null ? "" : measured.ok() ? "met" : "MISSED");
        }
        out.flush();
    }
}
