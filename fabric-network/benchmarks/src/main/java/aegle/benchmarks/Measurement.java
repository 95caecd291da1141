// SPDX-License-Identifier: Apache-2.0

package aegle.benchmarks;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * One line of the table, and one object of {@code benchmarks.json}.
 *
 * @param name words joined by hyphens, the benchmark's own first
 * @param unit {@code ms}, {@code s}, {@code tx/s}, {@code MiB}; {@code x} of a ratio
 * @param goal {@code <= 2}, {@code >= 0.9}; null if there is none
 * @param ok whether the goal is met; true if there is none
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record Measurement(
        String name,
        BigDecimal value,
        String unit,
        @Nullable String goal,
        boolean ok) {
    private static final MathContext DIGITS = new MathContext(3);

    static Measurement of(String name, double value, String unit) {
        return new Measurement(name, rounded(value), unit, null, true);
    }

    static Measurement atMost(double bound, String name, double value, String unit) {
        return new Measurement(name, rounded(value), unit, "<= " + plain(bound), value <= bound);
    }

    static Measurement atLeast(double bound, String name, double value, String unit) {
        return new Measurement(name, rounded(value), unit, ">= " + plain(bound), value >= bound);
    }

    /** Three digits tell all that such a measurement knows; those before the point are kept. */
    private static BigDecimal rounded(double value) {
        var exact = BigDecimal.valueOf(value);
        return value >= 1000 ? exact.setScale(0, RoundingMode.HALF_UP) : exact.round(DIGITS);
    }

    private static String plain(double bound) {
        return BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString();
    }
}
