// SPDX-License-Identifier: Apache-2.0

package aegle.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RunCommandTest {
    private final StringWriter said = new StringWriter();
    private final StringWriter complained = new StringWriter();

    private int run(String... arguments) {
        return RunCommand.line()
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(complained))
                .execute(arguments);
    }

    @Test
    void an_unknown_benchmark_is_answered_with_those_there_are() {
        assertEquals(2, run("submit", "speed"));
        assertTrue(
                complained.toString().contains("'speed' is not one of seal, start, submit, open"),
                complained::toString);
    }

    @Test
    void an_unknown_network_is_answered_with_those_there_are() {
        assertEquals(2, run("--network", "ethereum"));
        assertTrue(complained.toString().contains("EMBEDDED"), complained::toString);
    }

    @Test
    void an_option_without_its_value_is_refused() {
        assertEquals(2, run("--out"));
        assertTrue(complained.toString().contains("--out"), complained::toString);
    }

    @ParameterizedTest
    @EnumSource
    void help_names_every_benchmark(Benchmark benchmark) {
        assertEquals(0, run("--help"));
        assertTrue(said.toString().contains(benchmark.toString()), said::toString);
    }
}
