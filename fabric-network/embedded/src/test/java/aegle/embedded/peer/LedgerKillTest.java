// SPDX-License-Identifier: Apache-2.0
package aegle.embedded.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class LedgerKillTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @RepeatedTest(3)
    void process_killed_while_it_writes_leaves_whole_blocks(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("ledger.sqlite");
        try (LedgerDatabase ours = LedgerDatabase.open(file)) {
            Ledger ledger = RestlessLedger.open(ours);
            Process writer = startWriter(file, directory);
            try {
                awaitHeight(ledger, writer, 30);
            } finally {
                writer.destroyForcibly().waitFor();
            }
        }

        try (LedgerDatabase reopened = LedgerDatabase.open(file)) {
            Ledger ledger = RestlessLedger.open(reopened);
            long last = ledger.height() - 1;
            assertTrue(last >= 29);
            assertEquals(last, keys(reopened));
            assertEquals(last, ledger.commitment("tx" + last).orElseThrow().block());
            assertEquals(Optional.empty(), ledger.commitment("tx" + (last + 1)));
            ledger.commit(List.of());
            assertEquals(last + 2, ledger.height());
        }
    }

    private static int keys(LedgerDatabase database) {
        return database.read(connection -> new StateTable(connection)
                .range(ByteString.EMPTY, ByteString.EMPTY, Integer.MAX_VALUE)
                .size());
    }

    private static Process startWriter(Path file, Path directory) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RestlessLedger.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("writer.log").toFile())
                .start();
    }

    private static void awaitHeight(Ledger ledger, Process writer, long height) {
        Instant limit = Instant.now().plus(LIMIT);
        while (ledger.height() < height) {
            assertTrue(writer.isAlive(), "the writer has stopped");
            assertTrue(Instant.now().isBefore(limit), "the writer is too slow");
            Thread.onSpinWait();
        }
    }
}
