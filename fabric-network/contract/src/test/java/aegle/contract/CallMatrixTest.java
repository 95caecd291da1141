// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import aegle.record.RecordStatus;
import aegle.record.call.AccessCalls;
import aegle.record.call.DocumentCalls;
import aegle.record.call.LedgerCall;
import aegle.record.call.MemberCalls;
import aegle.record.call.PermissionCalls;
import aegle.record.call.RecordCalls;
import aegle.record.call.StoreCalls;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Role × function × state: who may call what, cell by cell, as {@code matrix.txt} says. */
class CallMatrixTest {
    private static final Ward WARD = new Ward();
    private static final CallCells CELLS = new CallCells(WARD);
    private static final Pattern VARIANT = Pattern.compile(" .*");

    @TestFactory
    Stream<DynamicTest> exactly_the_intended_cells_are_allowed() throws IOException {
        IntendedCells intended = IntendedCells.read();
        return Arrays.stream(RecordStatus.values())
                .flatMap(status -> CELLS.rows().stream()
                        .map(row -> DynamicTest.dynamicTest(
                                IntendedCells.title(status, row),
                                () -> assertEquals(intended.of(status, row), found(status, row)))));
    }

    @Test
    void every_call_is_in_the_matrix_and_has_a_handler() {
        Set<String> calls = Stream.of(
                        MemberCalls.class,
                        RecordCalls.class,
                        PermissionCalls.class,
                        DocumentCalls.class,
                        AccessCalls.class,
                        StoreCalls.class)
                .flatMap(noun -> Arrays.stream(noun.getDeclaredClasses()))
                .filter(LedgerCall.class::isAssignableFrom)
                .map(LedgerCall::functionOf)
                .collect(Collectors.toSet());
        Set<String> tried = CELLS.rows().stream()
                .map(row -> VARIANT.matcher(row).replaceAll(""))
                .collect(Collectors.toSet());

        assertEquals(calls, tried);
        assertEquals(calls, new PatientRecordContract(WARD.network.settings(WARD.network.clock)).functions());
    }

    @Test
    void the_table_names_no_row_that_is_not_tried() throws IOException {
        Set<String> tried = Arrays.stream(RecordStatus.values())
                .flatMap(status -> CELLS.rows().stream().map(row -> IntendedCells.title(status, row)))
                .collect(Collectors.toSet());

        assertEquals(tried, IntendedCells.read().titles());
    }

    private static SortedMap<String, Set<Actor>> found(RecordStatus status, String row) {
        var outcomes = new TreeMap<String, Set<Actor>>();
        for (Actor actor : Actor.values()) {
            outcomes.computeIfAbsent(CELLS.outcome(row, actor, status), outcome -> EnumSet.noneOf(Actor.class))
                    .add(actor);
        }
        return outcomes;
    }
}
