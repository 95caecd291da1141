// SPDX-License-Identifier: Apache-2.0
package aegle.embedded.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hyperledger.fabric.client.ChaincodeEvent;
import org.hyperledger.fabric.client.CloseableIterator;
import org.hyperledger.fabric.client.CommitException;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.InMemoryCheckpointer;
import org.hyperledger.fabric.client.Network;
import org.hyperledger.fabric.client.Transaction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class PeerEventsTest {

    private Training training;
    private Network network;
    private Contract notebook;

    @BeforeEach
    void start(@TempDir Path directory) throws Exception {
        training = Training.start(directory);
        network = training.network(training.authority().client());
        notebook = network.getContract(NotebookContract.NAME);
    }

    @AfterEach
    void stop() {
        training.close();
    }

    @Test
    void events_are_replayed_from_a_block_and_then_go_on_live() throws Exception {
        notebook.submitTransaction("put", "a", "1", "written");
        notebook.submitTransaction("put", "b", "no event");
        try (var events = eventsFrom(0)) {
            ChaincodeEvent replayed = events.next();
            notebook.submitTransaction("put", "c", "3", "written");
            ChaincodeEvent live = events.next();

            assertEquals("1", Training.text(replayed.getPayload()));
            assertEquals("written", replayed.getEventName());
            assertEquals(NotebookContract.NAME, replayed.getChaincodeName());
            assertEquals(1, replayed.getBlockNumber());
            assertEquals("3", Training.text(live.getPayload()));
            assertEquals(3, live.getBlockNumber());
        }
    }

    @Test
    void replay_begins_at_the_block_that_was_asked_for() throws Exception {
        notebook.submitTransaction("put", "a", "1", "written");
        notebook.submitTransaction("put", "a", "2", "written");

        try (var events = eventsFrom(2)) {
            assertEquals("2", Training.text(events.next().getPayload()));
        }
    }

    @Test
    void events_of_invalid_transactions_are_not_told() throws Exception {
        Transaction late =
                notebook.newProposal("copy").addArguments("a", "b").build().endorse();
        notebook.submitTransaction("put", "a", "1", "written");
        assertThrows(CommitException.class, late::submit);
        notebook.submitTransaction("put", "a", "2", "written");

        try (var events = eventsFrom(0)) {
            assertEquals(List.of("1", "2"), payloads(events, 2));
        }
    }

    @Test
    void replay_goes_on_after_the_transaction_of_a_checkpoint() throws Exception {
        var checkpointer = new InMemoryCheckpointer();
        for (String value : List.of("1", "2", "3")) {
            notebook.submitTransaction("put", "a", value, "written");
        }
        try (var events = eventsFrom(0)) {
            checkpointer.checkpointChaincodeEvent(events.next());
            checkpointer.checkpointChaincodeEvent(events.next());
        }

        try (var rest = network.newChaincodeEventsRequest(NotebookContract.NAME)
                .checkpoint(checkpointer)
                .build()
                .getEvents()) {
            assertEquals("3", Training.text(rest.next().getPayload()));
        }
    }

    @Test
    void many_events_reach_a_slow_reader_in_order() throws Exception {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            values.add(Integer.toString(i));
            notebook.submitTransaction("put", "a", Integer.toString(i), "written");
        }

        try (var events = eventsFrom(0)) {
            assertEquals(values, payloads(events, values.size()));
        }
    }

    @Test
    void closed_stream_does_not_keep_the_peer_from_stopping() throws Exception {
        var events = eventsFrom(0);
        notebook.submitTransaction("put", "a", "1", "written");
        assertTrue(events.hasNext());

        training.restartPeer();

        events.close();
        assertEquals(2, training.peer().height());
    }

    private CloseableIterator<ChaincodeEvent> eventsFrom(long block) {
        return network.newChaincodeEventsRequest(NotebookContract.NAME)
                .startBlock(block)
                .build()
                .getEvents();
    }

    private static List<String> payloads(CloseableIterator<ChaincodeEvent> events, int count) {
        List<String> payloads = new ArrayList<>();
        while (payloads.size() < count) {
            payloads.add(Training.text(events.next().getPayload()));
        }
        return payloads;
    }
}
