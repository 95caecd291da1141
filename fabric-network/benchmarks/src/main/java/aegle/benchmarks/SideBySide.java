// SPDX-License-Identifier: Apache-2.0

package aegle.benchmarks;

import aegle.benchmarks.clinic.InventedClinic;
import aegle.record.call.Transaction;
import aegle.sharing.SharingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Several calls, measured by turns on the same network, so that whatever slows the machine for a while slows all of them. */
final class SideBySide {
    private final InventedClinic clinic;
    private final List<MeasuredCall> calls;

    SideBySide(InventedClinic clinic, MeasuredCall... calls) {
        this.clinic = clinic;
        this.calls = List.of(calls);
    }

    /** Measure so many rounds, every other one in reverse order. Has one entry for each call and round. */
    <T> Map<MeasuredCall, List<T>> rounds(int rounds, Round<T> round) throws IOException, SharingException {
        var measured = new EnumMap<MeasuredCall, List<T>>(MeasuredCall.class);
        for (int i = 0; i < rounds; i++) {
            for (MeasuredCall call : i % 2 == 0 ? calls : calls.reversed()) {
                measured.computeIfAbsent(call, _ -> new ArrayList<>()).add(round.of(call.calls(clinic)));
            }
        }
        return measured;
    }

    /** Measures one kind of call once. */
    @FunctionalInterface
    interface Round<T> {
        T of(Supplier<Transaction<?>> calls) throws IOException, SharingException;
    }
}
