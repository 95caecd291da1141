// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** A committed world state, ordered as LevelDB orders it: by the bytes of UTF-8. */
final class FakeLedger {
    private static final Comparator<String> BY_BYTES = (left, right) ->
            Arrays.compareUnsigned(left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));

    private final NavigableMap<String, byte[]> state;
    private final List<byte[]> events = new ArrayList<>();

    FakeLedger() {
        this(new TreeMap<>(BY_BYTES));
    }

    private FakeLedger(NavigableMap<String, byte[]> state) {
        this.state = state;
    }

    FakeLedger copy() {
        return new FakeLedger(new TreeMap<>(state));
    }

    void commit(Map<String, Optional<byte[]>> writes, Optional<byte[]> event) {
        writes.forEach((key, value) -> value.ifPresentOrElse(bytes -> state.put(key, bytes), () -> state.remove(key)));
        event.ifPresent(events::add);
    }

    byte[] read(String key) {
        return state.getOrDefault(key, new byte[0]).clone();
    }

    NavigableMap<String, byte[]> range(String start, String end) {
        return start.compareTo(end) > 0 ? new TreeMap<>() : state.subMap(start, true, end, false);
    }

    int size() {
        return state.size();
    }

    List<byte[]> events() {
        return List.copyOf(events);
    }
}
