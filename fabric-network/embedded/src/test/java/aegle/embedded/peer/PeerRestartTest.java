// SPDX-License-Identifier: Apache-2.0
package aegle.embedded.peer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.hyperledger.fabric.client.Hash;
import org.hyperledger.fabric.client.Transaction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class PeerRestartTest {

    @TempDir
    private Path directory;

    private Training training;
    private Member anna;

    @BeforeEach
    void start() throws Exception {
        training = Training.start(directory);
        anna = training.authority().client();
    }

    @AfterEach
    void stop() {
        training.close();
    }

    @Test
    void everything_committed_is_there_after_a_restart() throws Exception {
        submit("put", "kept", "old");
        submit("put", "kept", "new", "written");
        byte[] networkId = training.peer().networkId();

        training.restartPeer();

        assertEquals("new", evaluate("get", "kept"));
        assertEquals("new,old", evaluate("history", "kept"));
        assertEquals(3, training.peer().height());
        assertArrayEquals(networkId, training.peer().networkId());
        try (var events = training.network(anna)
                .newChaincodeEventsRequest(NotebookContract.NAME)
                .startBlock(0)
                .build()
                .getEvents()) {
            assertEquals("new", Training.text(events.next().getPayload()));
        }
        submit("put", "kept", "newest");
        assertEquals("newest,new,old", evaluate("history", "kept"));
    }

    @Test
    void transaction_endorsed_before_a_restart_is_valid_after_it() throws Exception {
        Transaction endorsed = training.notebook(anna)
                .newProposal("put")
                .addArguments("before", "1")
                .build()
                .endorse();
        byte[] bytes = endorsed.getBytes();

        training.restartPeer();
        training.gateway(anna).newTransaction(bytes).submit();

        assertEquals("1", evaluate("get", "before"));
    }

    @Test
    void network_id_is_the_hash_of_the_genesis_block() throws Exception {
        byte[] networkId = training.peer().networkId();
        training.stopPeer();

        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database());
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT bytes FROM block WHERE number = 0")) {
            assertArrayEquals(Hash.SHA256.apply(row.getBytes(1)), networkId);
        }
    }

    @Test
    void two_networks_of_the_same_settings_have_different_ids(@TempDir Path elsewhere) throws Exception {
        try (Training other = Training.start(elsewhere)) {
            assertFalse(Arrays.equals(training.peer().networkId(), other.peer().networkId()));
        }
    }

    @Test
    void second_peer_on_the_same_data_is_refused() {
        assertThrows(IOException.class, () -> startPeer(Training.CHANNEL));
    }

    @Test
    void unreadable_tls_key_leaves_the_data_free_for_the_next_start() throws Exception {
        training.stopPeer();
        Path key = directory.resolve("tls.key");
        String pem = Files.readString(key);
        Files.writeString(key, "no key");
        assertThrows(Exception.class, () -> startPeer(Training.CHANNEL));

        Files.writeString(key, pem);

        try (DevelopmentPeer started = startPeer(Training.CHANNEL)) {
            assertEquals(1, started.height());
        }
    }

    @Test
    void data_of_another_channel_are_refused() {
        training.stopPeer();

        assertThrows(LedgerStorageException.class, () -> startPeer("another"));
    }

    @Test
    void damaged_last_block_is_refused() throws Exception {
        submit("put", "damaged", "1");
        training.stopPeer();
        change("UPDATE block SET bytes = replace(bytes, CAST('damaged' AS BLOB), CAST('Damaged' AS BLOB))"
                + " WHERE number = 1");

        assertThrows(LedgerStorageException.class, () -> startPeer(Training.CHANNEL));
    }

    @Test
    void byte_flipped_in_an_old_block_is_refused_with_its_number() throws Exception {
        submit("put", "flipped", "1");
        submit("put", "later", "2");
        submit("put", "latest", "3");
        training.stopPeer();
        change("UPDATE block SET bytes = replace(bytes, CAST('flipped' AS BLOB), CAST('flippee' AS BLOB))"
                + " WHERE number = 1");

        assertBrokenAt(1);
    }

    @Test
    void old_block_that_is_missing_is_refused_with_its_number() throws Exception {
        submit("put", "a", "1");
        submit("put", "b", "2");
        submit("put", "c", "3");
        training.stopPeer();
        change("DELETE FROM block WHERE number = 2");

        assertBrokenAt(2);
    }

    @Test
    void old_block_of_another_chain_is_refused(@TempDir Path elsewhere) throws Exception {
        for (String key : List.of("a", "b", "c")) {
            submit("put", key, "1");
        }
        training.stopPeer();
        try (Training other = Training.start(elsewhere)) {
            other.notebook(other.authority().client()).submitTransaction("put", "a", "1");
        }
        change(
                "ATTACH '" + elsewhere.resolve("data").resolve("ledger.sqlite") + "' AS other",
                "UPDATE block SET (hash, bytes) = (SELECT hash, bytes FROM other.block WHERE number = 1)"
                        + " WHERE number = 1");

        assertBrokenAt(1);
    }

    private void assertBrokenAt(long number) {
        var failure = assertThrows(LedgerStorageException.class, () -> startPeer(Training.CHANNEL));
        assertTrue(String.valueOf(failure.getMessage())
                .startsWith("block " + number + " of the ledger is missing or was changed"));
    }

    @Test
    void last_block_that_does_not_follow_the_one_before_is_refused(@TempDir Path elsewhere) throws Exception {
        submit("put", "a", "1");
        submit("put", "b", "2");
        training.stopPeer();
        try (Training other = Training.start(elsewhere)) {
            other.notebook(other.authority().client()).submitTransaction("put", "a", "1");
        }
        change(
                "ATTACH '" + elsewhere.resolve("data").resolve("ledger.sqlite") + "' AS other",
                "UPDATE block SET bytes = (SELECT bytes FROM other.block WHERE number = 1) WHERE number = 1");

        assertThrows(LedgerStorageException.class, () -> startPeer(Training.CHANNEL));
    }

    @Test
    void ledger_of_a_later_format_is_refused() throws Exception {
        training.stopPeer();
        change("PRAGMA user_version = 99");

        assertThrows(LedgerStorageException.class, () -> startPeer(Training.CHANNEL));
    }

    private DevelopmentPeer startPeer(String channel) throws IOException {
        return DevelopmentPeer.start(training.settings(channel), Clock.systemUTC(), new SecureRandom());
    }

    private Path database() {
        return directory.resolve("data").resolve("ledger.sqlite");
    }

    private void change(String... commands) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database());
                var statement = connection.createStatement()) {
            for (String command : commands) {
                statement.executeUpdate(command);
            }
        }
    }

    private void submit(String function, String... arguments) throws Exception {
        training.notebook(anna).submitTransaction(function, arguments);
    }

    private String evaluate(String function, String... arguments) throws Exception {
        return Training.text(training.notebook(anna).evaluateTransaction(function, arguments));
    }
}
