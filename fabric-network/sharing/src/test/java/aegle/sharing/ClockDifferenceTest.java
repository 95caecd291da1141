// SPDX-License-Identifier: Apache-2.0

package aegle.sharing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import aegle.record.codec.LedgerErrorCode;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClockDifferenceTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            the call says 2026-01-01T00:07:10.250Z, this hospital's clock says 2026-01-01T00:00:00Z          | true  | 7
            request unauthorized due to incorrect timestamp 2026-01-01T00:00:00Z, peer time 2026-01-01T01:20:00+01:00 | false | 20
            this computer says 2026-01-01T00:00:00Z, the membership service says 2026-01-02T00:00:00Z        | false | 1440
            the call says 2026-01-01T00:00:00Z, this hospital's clock says 2026-01-01T00:01:01Z              | false | 1
            """)
    void a_refusal_for_the_clock_tells_by_how_much(String text, boolean ahead, long minutes) {
        ClockDifference difference = new LedgerRefusalException(LedgerErrorCode.CLOCK_OFF, text)
                .clockDifference()
                .orElseThrow();

        assertEquals(ahead, difference.isAhead());
        assertEquals(minutes, difference.minutes());
    }

    @Test
    void less_than_a_minute_is_rounded_up() {
        assertEquals(1, new ClockDifference(Duration.ofSeconds(-5)).minutes());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "opened at 2026-01-01T00:00:00Z",
                "incorrect timestamp 2026-01-01T00:00:00Z, peer time 25:00",
                "the call says -, this hospital's clock says 2026-01-01T00:00:00Z"
            })
    void whoever_does_not_tell_both_times_tells_no_difference(String text) {
        var refusal = new LedgerRefusalException(LedgerErrorCode.CLOCK_OFF, text);

        assertEquals(Optional.empty(), refusal.clockDifference());
    }
}
