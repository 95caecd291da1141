// SPDX-License-Identifier: Apache-2.0
package aegle.embedded.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LedgerFullDiskTest {
    private static final int ROOM = 1_000_000;

    @Test
    void blocks_are_written_again_when_there_is_room_again(@TempDir Path directory) {
        try (LedgerDatabase database = LedgerDatabase.open(directory.resolve("ledger.sqlite"))) {
            Ledger ledger = RestlessLedger.open(database);
            ledger.commit(List.of(RestlessLedger.transaction(1)));
            limitPages(database, 1);

            assertThrows(LedgerStorageException.class, () -> ledger.commit(List.of(RestlessLedger.transaction(2))));
            assertEquals(2, ledger.height());
            assertEquals(Optional.empty(), ledger.commitment("tx2"));

            limitPages(database, ROOM);
            ledger.commit(List.of(RestlessLedger.transaction(2)));
            assertEquals(2, ledger.commitment("tx2").orElseThrow().block());
        }
    }

    /** What SQLite says is the same as on a full disk; fewer pages than there are mean no more than there are. */
    private static void limitPages(LedgerDatabase database, int pages) {
        database.write(connection -> {
            try (var answer =
                    connection.statement("PRAGMA max_page_count = " + pages).executeQuery()) {
                return answer.next();
            }
        });
    }
}
