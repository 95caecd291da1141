// SPDX-License-Identifier: Apache-2.0

package aegle.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkReportTest {
    private static final Measurement LATENCY = Measurement.of("submit-contract-p50", 121.456, "ms");
    private static final Measurement MET = Measurement.atLeast(0.9, "throughput-ratio", 0.9, "x");
    private static final Measurement MISSED = Measurement.atMost(130, "memory-contract", 130.2, "MiB");

    @Test
    void the_file_has_name_value_unit_goal_and_whether_it_is_met(@TempDir Path folder) throws Exception {
        new BenchmarkReport(List.of(LATENCY, MET, MISSED)).write(folder);

        var json = new JsonMapper();
        assertEquals(
                json.readTree("""
                        [ {"name": "submit-contract-p50", "value": 121, "unit": "ms", "goal": null, "ok": true},
                          {"name": "throughput-ratio", "value": 0.9, "unit": "x", "goal": ">= 0.9", "ok": true},
                          {"name": "memory-contract", "value": 130, "unit": "MiB", "goal": "<= 130", "ok": false} ]
                        """),
                json.readTree(folder.resolve("benchmarks.json").toFile()));
    }

    @Test
    void large_figures_keep_their_digits_and_small_ones_three() {
        assertEquals(
                "1605", Measurement.of("memory-whole", 1604.7, "MiB").value().toPlainString());
        assertEquals("0.0123", Measurement.of("x", 0.012345, "s").value().toPlainString());
        assertEquals(
                "20",
                Measurement.of("x", 19.999, "s").value().stripTrailingZeros().toPlainString());
    }

    @Test
    void one_missed_goal_is_a_missed_report() {
        assertTrue(new BenchmarkReport(List.of(LATENCY, MET)).isMet());
        assertFalse(new BenchmarkReport(List.of(LATENCY, MET, MISSED)).isMet());
    }

    @Test
    void the_table_says_which_goals_are_met() {
        var printed = new StringWriter();

        new BenchmarkReport(List.of(LATENCY, MET, MISSED)).print(new PrintWriter(printed));

        List<String> lines = printed.toString().lines().toList();
        assertEquals(5, lines.size());
        assertTrue(lines.get(2).matches("\\| submit-contract-p50 +\\| +121 \\| ms +\\| +\\| +\\|"), lines.get(2));
        assertTrue(lines.get(3).contains("met"), lines.get(3));
        assertTrue(lines.get(4).contains("MISSED"), lines.get(4));
    }
}
