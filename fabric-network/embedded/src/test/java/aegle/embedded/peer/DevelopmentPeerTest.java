// SPDX-License-Identifier: Apache-2.0
package aegle.embedded.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.grpc.Status;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.hyperledger.fabric.client.CommitException;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.EndorseException;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
final class DevelopmentPeerTest {

    private Training training;
    private Contract notebook;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        training = Training.start(directory);
        notebook = training.notebook(training.authority().client());
    }

    @AfterAll
    void stop() {
        training.close();
    }

    @Test
    void protobuf_is_new_enough_for_the_messages_of_fabric_protos() {
        assertNotNull(ChaincodeMessage.getDefaultInstance());
    }

    @Test
    void submitted_note_can_be_read() throws Exception {
        byte[] result = notebook.submitTransaction("put", "submit", "first");

        assertEquals("first", Training.text(result));
        assertEquals("first", evaluate("get", "submit"));
    }

    @Test
    void evaluated_write_changes_nothing() throws Exception {
        evaluate("put", "evaluated", "never");

        assertThrows(GatewayException.class, () -> evaluate("get", "evaluated"));
    }

    @Test
    void endorsed_but_never_submitted_write_changes_nothing() throws Exception {
        notebook.newProposal("put").addArguments("endorsed", "never").build().endorse();

        assertThrows(GatewayException.class, () -> evaluate("get", "endorsed"));
    }

    @Test
    void evaluated_contract_error_is_told_as_fabric_tells_it() {
        var failure = assertThrows(GatewayException.class, () -> evaluate("fail", "CODE: a reason"));

        assertEquals(Status.Code.UNKNOWN, failure.getStatus().getCode());
        assertEquals(
                "evaluate call to endorser returned error: chaincode response 500, CODE: a reason",
                failure.getStatus().getDescription());
        assertEquals(
                "chaincode response 500, CODE: a reason",
                failure.getDetails().getFirst().getMessage());
        assertEquals("Hospital1MSP", failure.getDetails().getFirst().getMspId());
        assertEquals(
                "127.0.0.1:" + training.peer().port(),
                failure.getDetails().getFirst().getAddress());
    }

    @Test
    void endorsed_contract_error_is_told_as_fabric_tells_it() {
        var failure = assertThrows(EndorseException.class, () -> notebook.submitTransaction("fail", "CODE: a reason"));

        assertEquals(Status.Code.ABORTED, failure.getStatus().getCode());
        assertEquals(
                "failed to endorse transaction, see attached details for more info",
                failure.getStatus().getDescription());
        assertEquals(
                "chaincode response 500, CODE: a reason",
                failure.getDetails().getFirst().getMessage());
    }

    @Test
    void exception_in_the_contract_is_a_contract_error() {
        var failure = assertThrows(GatewayException.class, () -> evaluate("no such function"));

        assertEquals(Status.Code.UNKNOWN, failure.getStatus().getCode());
        assertTrue(failure.getDetails().getFirst().getMessage().startsWith("chaincode response 500, "));
    }

    @Test
    void transaction_does_not_see_its_own_writes() throws Exception {
        notebook.submitTransaction("put", "own", "old");

        assertEquals("[old]", Training.text(notebook.submitTransaction("readOwn", "own", "new")));
        assertEquals("new", evaluate("get", "own"));
    }

    @Test
    void history_lists_values_and_deletions_newest_first() throws Exception {
        notebook.submitTransaction("put", "diary", "monday");
        notebook.submitTransaction("put", "diary", "tuesday");
        notebook.submitTransaction("delete", "diary");
        notebook.submitTransaction("put", "diary", "thursday");

        assertEquals("thursday,(deleted),tuesday,monday", evaluate("history", "diary"));
        assertEquals("", evaluate("history", "never written"));
    }

    @Test
    void second_of_two_transactions_that_read_the_same_version_is_invalid() throws Exception {
        notebook.submitTransaction("put", "mvcc", "0");
        Transaction first = endorse("copy", "mvcc", "mvcc");
        Transaction second = endorse("copy", "mvcc", "mvcc");
        first.submit();

        var conflict = assertThrows(CommitException.class, second::submit);

        assertEquals(TxValidationCode.MVCC_READ_CONFLICT, conflict.getCode());
        assertEquals("0'", evaluate("get", "mvcc"));
        assertEquals("0',0", evaluate("history", "mvcc"));
    }

    @Test
    void transaction_that_saw_a_key_absent_is_invalid_once_it_exists() throws Exception {
        Transaction late = endorse("copy", "absent", "copy of absent");
        notebook.submitTransaction("put", "absent", "now here");

        var conflict = assertThrows(CommitException.class, late::submit);

        assertEquals(TxValidationCode.MVCC_READ_CONFLICT, conflict.getCode());
    }

    @Test
    void transaction_that_counted_a_range_is_invalid_after_an_insertion_into_it() throws Exception {
        notebook.submitTransaction("put", "phantom1", "a");
        Transaction counting = endorse("count", "phantom", "phantom9", "phantoms");
        notebook.submitTransaction("put", "phantom2", "b");

        var conflict = assertThrows(CommitException.class, counting::submit);

        assertEquals(TxValidationCode.PHANTOM_READ_CONFLICT, conflict.getCode());
    }

    @Test
    void transaction_that_counted_a_range_is_invalid_after_a_change_or_deletion_in_it() throws Exception {
        notebook.submitTransaction("put", "ghost1", "a");
        notebook.submitTransaction("put", "ghost2", "b");
        Transaction beforeChange = endorse("count", "ghost", "ghost9", "ghosts");
        notebook.submitTransaction("put", "ghost1", "changed");
        Transaction beforeDeletion = endorse("count", "ghost", "ghost9", "ghosts");
        notebook.submitTransaction("delete", "ghost2");

        assertThrows(CommitException.class, beforeChange::submit);
        assertThrows(CommitException.class, beforeDeletion::submit);
    }

    @Test
    void transaction_that_counted_a_range_is_valid_after_a_change_beside_it() throws Exception {
        notebook.submitTransaction("put", "beside1", "a");
        Transaction counting = endorse("count", "beside", "beside9", "counted");
        notebook.submitTransaction("put", "beside9", "the end is not part of it");

        counting.submit();

        assertEquals("1", evaluate("get", "counted"));
    }

    @Test
    void range_is_ordered_by_the_bytes_of_utf8() throws Exception {
        String beyondTheBasicPlane = "order" + Character.toString(0x10000);
        String endOfTheBasicPlane = "order\uffef";
        notebook.submitTransaction("put", beyondTheBasicPlane, "last");
        notebook.submitTransaction("put", endOfTheBasicPlane, "first");

        assertEquals(
                endOfTheBasicPlane + "," + beyondTheBasicPlane,
                evaluate("range", "order", "order" + Character.toString(0x10FFFF)));
    }

    @Test
    void range_longer_than_a_message_is_complete() throws Exception {
        List<String> keys =
                IntStream.range(0, 250).mapToObj("long%03d"::formatted).toList();
        submitTogether(keys);

        assertEquals(String.join(",", keys), evaluate("range", "long", "long999"));
    }

    @Test
    void plain_range_leaves_out_composite_keys_and_they_are_listed_by_their_prefix() throws Exception {
        notebook.submitTransaction("putChild", "child", "b");
        notebook.submitTransaction("putChild", "child", "a" + Character.toString(0x10000));
        notebook.submitTransaction("putChild", "children", "of another type");

        assertEquals("a" + Character.toString(0x10000) + ",b", evaluate("children", "child"));
        assertFalse(evaluate("range", "", "").contains("\u0000"));
    }

    @Test
    void pages_follow_each_other_by_bookmark() throws Exception {
        for (String key : List.of("page1", "page2", "page3", "page4", "page5")) {
            notebook.submitTransaction("put", key, key);
        }

        assertEquals("page1,page2|page3", evaluate("page", "page", "pagf", "2", ""));
        assertEquals("page3,page4|page5", evaluate("page", "page", "pagf", "2", "page3"));
        assertEquals("page5|", evaluate("page", "page", "pagf", "2", "page5"));
        assertEquals("page1,page2,page3,page4,page5|", evaluate("page", "page", "pagf", "5", ""));
    }

    @Test
    void composite_keys_come_in_pages() throws Exception {
        for (String child : List.of("a", "b", "c")) {
            notebook.submitTransaction("putChild", "leaf", child);
        }

        String first = evaluate("pageChildren", "leaf", "2", "");
        String bookmark = first.substring(first.indexOf('|') + 1);

        assertEquals("a,b", first.substring(0, first.indexOf('|')));
        assertEquals("c|", evaluate("pageChildren", "leaf", "2", bookmark));
    }

    @Test
    void transaction_that_read_pages_cannot_write() {
        assertThrows(GatewayException.class, () -> evaluate("pageThenPut", "paged"));
    }

    @Test
    void private_data_is_refused() {
        assertThrows(GatewayException.class, () -> evaluate("private", "secret"));
    }

    @Test
    void transient_data_reach_the_contract_but_not_the_block() throws Exception {
        Transaction transaction = notebook.newProposal("measure")
                .putTransient("note", "for the endorser")
                .build()
                .endorse();

        assertEquals("16 bytes", Training.text(transaction.getResult()));
        assertFalse(new String(transaction.getBytes(), StandardCharsets.ISO_8859_1).contains("for the endorser"));
    }

    @Test
    void concurrent_submissions_all_commit() throws Exception {
        List<String> keys =
                IntStream.range(0, 64).mapToObj("many%02d"::formatted).toList();

        submitTogether(keys);

        assertEquals(String.join(",", keys), evaluate("range", "many", "many99"));
    }

    @Test
    void contract_server_may_be_restarted() throws Exception {
        notebook.submitTransaction("put", "restart", "before");

        training.stopContractServer();
        var failure = assertThrows(EndorseException.class, () -> notebook.submitTransaction("put", "restart", "lost"));
        var unread = assertThrows(GatewayException.class, () -> evaluate("get", "restart"));
        training.startContractServer();

        assertEquals(Status.Code.ABORTED, failure.getStatus().getCode());
        assertTrue(failure.getDetails()
                .getFirst()
                .getMessage()
                .startsWith("error in simulation: failed to execute transaction " + failure.getTransactionId()));
        assertTrue(unread.getDetails().getFirst().getMessage().contains("could not launch chaincode notebook"));
        assertEquals("before", evaluate("get", "restart"));
    }

    private String evaluate(String function, String... arguments) throws GatewayException {
        return Training.text(notebook.evaluateTransaction(function, arguments));
    }

    private Transaction endorse(String function, String... arguments) throws EndorseException {
        return notebook.newProposal(function).addArguments(arguments).build().endorse();
    }

    private void submitTogether(List<String> keys) throws Exception {
        try (var threads = Executors.newFixedThreadPool(32)) {
            List<Callable<byte[]>> calls = keys.stream()
                    .map(key -> (Callable<byte[]>) () -> notebook.submitTransaction("put", key, key))
                    .toList();
            for (Future<byte[]> submitted : threads.invokeAll(calls)) {
                submitted.get();
            }
        }
    }
}
