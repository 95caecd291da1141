// SPDX-License-Identifier: Apache-2.0

package aegle.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampleTest {
    private static final Sample HUNDRED = new Sample(
            IntStream.rangeClosed(1, 100).mapToObj(i -> (double) (101 - i)).toList());

    @Test
    void a_percentile_is_the_value_of_its_rank_whatever_the_order() {
        assertEquals(50, HUNDRED.median());
        assertEquals(95, HUNDRED.p95());
        assertEquals(100, HUNDRED.percentile(1));
        assertEquals(1, HUNDRED.percentile(0.001));
    }

    @Test
    void the_median_of_a_few_is_one_of_them() {
        assertEquals(2, new Sample(List.of(3.0, 1.0, 2.0)).median());
        assertEquals(7, new Sample(List.of(7.0)).p95());
    }

    @Test
    void a_ratio_is_that_of_values_of_the_same_round() {
        assertEquals(
                List.of(0.5, 2.0),
                Sample.ofRatios(List.of(4.0, 5.0), List.of(2.0, 10.0)).values());
    }

    @Test
    void nothing_measured_has_no_median() {
        assertThrows(IllegalArgumentException.class, () -> new Sample(List.of()));
    }

    @Test
    void a_part_that_is_none_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> HUNDRED.percentile(0));
        assertThrows(IllegalArgumentException.class, () -> HUNDRED.percentile(95));
    }
}
