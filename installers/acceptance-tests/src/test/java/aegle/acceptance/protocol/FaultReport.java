// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What each fault meant to each user, as a table and as JSON. */
record FaultReport(String network, List<Row> rows) {
    /** For everything that must be ordered. */
    private static final Duration ORDERED = Duration.ofSeconds(10);
    /** For reading: no more than a moment that a person would take for slowness. */
    private static final Duration READ = Duration.ofSeconds(2);

    private static final Map<String, Duration> GOALS =
            Map.of("uploads", ORDERED, "opens", ORDERED, "opens again", READ, "lists", READ);

    /** Every user of every fault whose longest gap exceeds the goal, and every complaint. */
    List<String> misses() {
        var misses = new ArrayList<String>();
        for (Row row : rows) {
            row.complaints().forEach(complaint -> misses.add(row.fault() + ": " + complaint));
            if (row.ownWritesNotSeen() > 0) {
                misses.add(row.fault() + ": " + row.ownWritesNotSeen() + " own uploads not seen at once");
            }
            for (Experience user : row.users()) {
                if (!user.wasPreparedForAll()) {
                    misses.add(row.fault() + ": " + user.user() + " met " + user.errors());
                }
                Duration goal = GOALS.get(user.user());
                if (goal != null && user.longestGap().compareTo(goal) > 0) {
                    misses.add(row.fault() + ": " + user.user() + " waited " + seconds(user.longestGap()) + " s");
                }
            }
        }
        return misses;
    }

    String table() {
        var lines = new ArrayList<String>();
        lines.add("| fault | uploads | opens | opens again | lists | enrolls | added, of these late | shown from memory"
                + " | errors |");
        lines.add("|---|---|---|---|---|---|---|---|---|");
        for (Row row : rows) {
            lines.add("| " + row.fault() + " | " + cell(row, "uploads") + " | " + cell(row, "opens") + " | "
                    + cell(row, "opens again") + " | " + cell(row, "lists") + " | " + cell(row, "enrolls") + " | "
                    + row.acknowledged() + ", " + row.finishedLater() + " | " + row.openedFromMemory() + " | "
                    + errors(row) + " |");
        }
        return String.join("\n", lines) + "\n";
    }

    private static String cell(Row row, String name) {
        return row.users().stream()
                .filter(user -> user.user().equals(name))
                .map(user -> seconds(user.longestGap()) + " s")
                .collect(Collectors.joining());
    }

    private static String errors(Row row) {
        return row.users().stream()
                .filter(user -> !user.errors().isEmpty())
                .map(user -> user.user() + " " + user.errors())
                .collect(Collectors.joining("; "));
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f", time.toMillis() / 1000.0);
    }

    void write(Path file) throws IOException {
        var json = new LinkedHashMap<String, Object>();
        json.put("network", network);
        json.put("faults", rows.stream().map(FaultReport::fields).toList());
        json.put("misses", misses());
        JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValue(file.toFile(), json);
    }

    private static Map<String, Object> fields(Row row) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("fault", row.fault().toString());
        fields.put("acknowledged", row.acknowledged());
        fields.put("finishedLater", row.finishedLater());
        fields.put("openedFromMemory", row.openedFromMemory());
        fields.put("ownWritesNotSeen", row.ownWritesNotSeen());
        fields.put("complaints", row.complaints());
        fields.put("users", row.users().stream().map(FaultReport::fields).toList());
        return fields;
    }

    private static Map<String, Object> fields(Experience user) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("user", user.user());
        fields.put("done", user.done());
        fields.put("longestGapSeconds", user.longestGap().toMillis() / 1000.0);
        fields.put("longestCallSeconds", user.longestCall().toMillis() / 1000.0);
        fields.put("errors", user.errors());
        fields.put("shown", user.shown());
        return fields;
    }

    /**
     * One fault.
     *
     * @param finishedLater how many uploads had to be gone on with when the fault was over
     * @param openedFromMemory how often a document was shown before the ledger had answered, saying so
     * @param complaints what was wrong with the record in the end
     */
    record Row(
            Fault fault,
            List<Experience> users,
            int acknowledged,
            int finishedLater,
            int openedFromMemory,
            int ownWritesNotSeen,
            List<String> complaints) {}
}
