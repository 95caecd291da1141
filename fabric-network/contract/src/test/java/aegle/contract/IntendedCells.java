// SPDX-License-Identifier: Apache-2.0

package aegle.contract;

import aegle.record.RecordStatus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The table {@code matrix.txt}: for each state and row, the outcomes and the actors who shall meet them. */
final class IntendedCells {
    private static final Pattern SPACE = Pattern.compile(" +");

    private final Map<String, Set<Actor>> groups = new HashMap<>();
    private final Map<String, SortedMap<String, Set<Actor>>> blocks = new TreeMap<>();
    private final List<String> titles = new ArrayList<>();
    private String state = "";
    private boolean inBlock;

    static IntendedCells read() throws IOException {
        try (InputStream table = IntendedCells.class.getResourceAsStream("matrix.txt")) {
            var cells = new IntendedCells();
            byte[] bytes = Optional.ofNullable(table).orElseThrow().readAllBytes();
            new String(bytes, StandardCharsets.UTF_8).lines().forEach(cells::line);
            return cells;
        }
    }

    SortedMap<String, Set<Actor>> of(RecordStatus status, String row) {
        return blocks.getOrDefault(title(status, row), new TreeMap<>());
    }

    Set<String> titles() {
        return blocks.keySet();
    }

    static String title(RecordStatus status, String row) {
        return status + " " + row;
    }

    private void line(String line) {
        if (line.startsWith("## ")) {
            state = line.substring(3);
        } else if (line.startsWith("= ")) {
            groups.put(line.substring(2, line.indexOf(':')), actors(line));
        } else if (line.startsWith("    ")) {
            inBlock = true;
            String outcome = line.substring(0, line.indexOf(':')).strip();
            titles.forEach(
                    title -> blocks.computeIfAbsent(title, t -> new TreeMap<>()).put(outcome, actors(line)));
        } else if (!line.isBlank() && !line.startsWith("#")) {
            if (inBlock) {
                titles.clear();
                inBlock = false;
            }
            titles.add(state + " " + line);
        }
    }

    private Set<Actor> actors(String line) {
        var actors = EnumSet.noneOf(Actor.class);
        Arrays.stream(SPACE.split(line.substring(line.indexOf(':') + 1).strip()))
                .forEach(name -> actors.addAll(
                        groups.containsKey(name) ? groups.getOrDefault(name, Set.of()) : Set.of(Actor.valueOf(name))));
        return actors;
    }
}
