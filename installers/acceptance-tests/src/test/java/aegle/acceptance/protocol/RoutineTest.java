// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.sharing.StoreUnavailableException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The measure of the fault matrix, which itself needs a real network. */
class RoutineTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Test
    void a_user_whose_calls_fail_lives_through_a_gap_and_is_told_why() throws Exception {
        var calls = new AtomicInteger();
        var routine = Routine.begin("opens", _ -> "the store does not answer", () -> {
            int call = calls.incrementAndGet();
            if (call > 1 && call < 5) {
                throw new StoreUnavailableException("invented");
            }
            return true;
        });

        Await.until(LIMIT, "it works again", () -> routine.done() >= 2);
        Experience lived = routine.end();

        assertEquals(Map.of("StoreUnavailableException", 3), lived.errors());
        assertEquals(Set.of("the store does not answer"), lived.shown());
        assertTrue(lived.longestGap().compareTo(Duration.ofMillis(800)) >= 0, lived::toString);
        assertTrue(lived.wasPreparedForAll());
    }

    @Test
    void a_failure_that_no_program_knows_is_told_apart() throws Exception {
        var routine = Routine.begin("opens", _ -> "", () -> {
            throw new IllegalStateException("a mistake");
        });

        Experience lived = routine.end();

        assertFalse(lived.wasPreparedForAll());
        assertEquals(0, lived.done());
    }
}
