// SPDX-License-Identifier: Apache-2.0
package aegle.embedded.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.grpc.Status;
import java.nio.file.Path;
import java.sql.DriverManager;
import org.hyperledger.fabric.client.ChaincodeEvent;
import org.hyperledger.fabric.client.CloseableIterator;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.GatewayRuntimeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A ledger that breaks while the peer runs: nobody waits for what will not come. */
@Timeout(120)
final class BrokenLedgerTest {

    @TempDir
    private Path directory;

    private Training training;
    private Member anna;

    @BeforeEach
    void start() throws Exception {
        training = Training.start(directory);
        anna = training.authority().client();
        put("a");
    }

    @AfterEach
    void stop() {
        training.close();
    }

    @Test
    void peer_that_cannot_make_blocks_any_more_fails_the_waiting_commit_and_stops() throws Exception {
        change("DELETE FROM block");

        var waiting = assertThrows(GatewayException.class, () -> put("b"));

        assertEquals(Status.Code.UNAVAILABLE, waiting.getStatus().getCode());
        assertEquals(Status.Code.UNAVAILABLE, refusalOnceStopped());
    }

    @Test
    void stream_of_events_that_waits_for_the_next_block_is_told_that_it_will_not_come() throws Exception {
        try (var events = training.network(anna)
                .newChaincodeEventsRequest(NotebookContract.NAME)
                .startBlock(0)
                .build()
                .getEvents()) {
            put("told", "told");
            events.next();
            change("DELETE FROM block");
            assertThrows(GatewayException.class, () -> put("b"));

            assertEquals(Status.Code.INTERNAL, failure(events));
        }
    }

    @Test
    void stream_of_events_that_meets_a_damaged_block_is_told() throws Exception {
        change("UPDATE block SET bytes = x'00' WHERE number = 1");

        try (var events = training.network(anna)
                .newChaincodeEventsRequest(NotebookContract.NAME)
                .startBlock(0)
                .build()
                .getEvents()) {
            assertEquals(Status.Code.INTERNAL, failure(events));
        }
    }

    /** The peer stops behind its last answer, so a call or two may still be served. */
    private Status.Code refusalOnceStopped() {
        while (true) {
            try {
                training.notebook(anna).evaluateTransaction("get", "a");
            } catch (GatewayException e) {
                return e.getStatus().getCode();
            }
        }
    }

    private static Status.Code failure(CloseableIterator<ChaincodeEvent> events) {
        return assertThrows(GatewayRuntimeException.class, events::next)
                .getStatus()
                .getCode();
    }

    private void put(String key, String... event) throws Exception {
        var contract = training.notebook(anna);
        if (event.length == 0) {
            contract.submitTransaction("put", key, "1");
        } else {
            contract.submitTransaction("put", key, "1", event[0]);
        }
    }

    private void change(String command) throws Exception {
        Path database = directory.resolve("data").resolve("ledger.sqlite");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                var statement = connection.createStatement()) {
            statement.executeUpdate(command);
        }
    }
}
