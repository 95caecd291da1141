// SPDX-License-Identifier: Apache-2.0

package aegle.embedded.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.client.ledger.FabricRecordLedger;
import aegle.crypto.identity.SigningKeyPair;
import aegle.embedded.peer.CommitFault.Fate;
import aegle.embedded.peer.CommitFault.Ghost;
import aegle.embedded.peer.CommitFault.Lost;
import aegle.embedded.peer.CommitFault.Ordered;
import aegle.record.Bytes;
import aegle.record.MemberId;
import aegle.record.PatientPseudonym;
import aegle.record.RequestId;
import aegle.record.access.AccessRequest;
import aegle.record.call.AccessCalls.ListOwnRequests;
import aegle.record.call.AccessCalls.ListRequests;
import aegle.record.call.AccessCalls.RequestAccess;
import aegle.record.call.MemberCalls.FindMember;
import aegle.record.call.MemberCalls.RevokeMember;
import aegle.record.call.RecordCalls.CancelOperation;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.command.TaggedSignature;
import aegle.sharing.LedgerRefusalException;
import aegle.sharing.LedgerUnavailableException;
import aegle.sharing.OperationPendingException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class FabricRecordLedgerTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final PatientPseudonym RECORD = PatientPseudonym.ofHex("7a".repeat(32));
    /** Less than one deadline of a call to a peer that never answers. */
    private static final Duration SILENCE = Duration.ofSeconds(4);

    private static final MemberId NOBODY = MemberId.ofHex("ff".repeat(16));

    private final Queue<Fate> fates = new ArrayDeque<>();

    @SuppressWarnings("NullAway.Init") // set before each test
    private RequestBox box;

    @SuppressWarnings("NullAway.Init") // set before each test
    private FabricRecordLedger ledger;

    @BeforeEach
    void start(@TempDir Path directory) throws IOException {
        box = new RequestBox(directory, transaction -> nextFate());
        ledger = box.ledger();
    }

    @AfterEach
    void stop() {
        ledger.close();
        box.close();
    }

    @Test
    void what_was_submitted_is_answered_and_found() throws Exception {
        assertEquals("", ledger.answeringHospital());
        var call = request();

        AccessRequest answer = ledger.submit(call);

        assertEquals(call.request(), answer.id());
        assertEquals(answer, ledger.evaluate(all()).requests().getFirst());
        assertEquals("Living Hospital", ledger.answeringHospital());
    }

    @Test
    void the_same_call_twice_is_done_once() throws Exception {
        var call = request();

        assertEquals(ledger.submit(call), ledger.submit(call));
        assertEquals("1", count());
    }

    @Test
    void the_contracts_refusal_comes_with_its_code() {
        var expired = new RequestAccess(RECORD, RequestId.random(RANDOM), sealed(), Instant.EPOCH);

        var submitted = assertThrows(LedgerRefusalException.class, () -> ledger.submit(expired));
        var unknown = assertThrows(LedgerRefusalException.class, () -> ledger.submit(new RevokeMember(NOBODY, 1)));
        var evaluated = assertThrows(LedgerRefusalException.class, () -> ledger.evaluate(new FindMember(NOBODY)));

        assertEquals(LedgerErrorCode.REQUEST_EXPIRED, submitted.code());
        assertEquals("it ended at " + Instant.EPOCH, submitted.getMessage());
        assertEquals(LedgerErrorCode.FUNCTION_UNKNOWN, unknown.code());
        assertEquals(LedgerErrorCode.FUNCTION_UNKNOWN, evaluated.code());
    }

    @Test
    void another_hospital_is_asked_when_the_own_peer_is_dead() throws Exception {
        try (var spread = box.ledger(deadAddress(), box.address())) {
            spread.submit(request());

            assertEquals("1", spread.evaluate(all()).bookmark());
            assertEquals("Living Hospital", spread.answeringHospital());
        }
    }

    @Test
    void a_hospital_that_is_silent_is_not_waited_for() throws Exception {
        ledger.submit(request());
        try (var silent = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
                var spread = box.ledger("127.0.0.1:" + silent.getLocalPort(), box.address())) {
            long start = System.nanoTime();

            assertEquals("1", spread.evaluate(all()).bookmark());

            assertTrue(System.nanoTime() - start < SILENCE.toNanos());
            spread.submit(request());
            assertEquals("Living Hospital", spread.answeringHospital());
        }
    }

    @Test
    void a_hospital_that_lacks_the_last_own_transaction_is_not_believed() throws Exception {
        try (var lagging = box.laggingPeer();
                var spread = box.ledger(lagging.address(), box.address())) {
            assertEquals(0, spread.evaluate(all()).requests().size());
            var call = request();

            spread.submit(call);

            assertEquals(
                    call.request(), spread.evaluate(all()).requests().getFirst().id());
        }
    }

    @Test
    void a_hospital_that_lags_is_better_than_none() throws Exception {
        try (var lagging = box.laggingPeer();
                var spread = box.ledger(lagging.address(), box.address())) {
            spread.evaluate(all());
            spread.submit(request());
            box.stopPeer();

            assertEquals(0, spread.evaluate(all()).requests().size());
        }
    }

    @Test
    void a_network_without_any_peer_is_unavailable() throws Exception {
        try (var lonely = box.ledger(deadAddress(), deadAddress())) {
            assertThrows(LedgerUnavailableException.class, () -> lonely.submit(request()));
            assertThrows(LedgerUnavailableException.class, () -> lonely.evaluate(all()));
            assertEquals("", lonely.answeringHospital());
        }
    }

    @Test
    void a_contract_that_is_down_makes_the_ledger_unavailable_and_comes_back() throws Exception {
        ledger.submit(request());
        box.stopContract();
        assertThrows(LedgerUnavailableException.class, () -> ledger.submit(request()));

        box.startContract();
        var call = request();
        AccessRequest answer = eventually(() -> ledger.submit(call));
        assertEquals(call.request(), answer.id());
    }

    @Test
    void a_submit_that_failed_and_commits_later_is_waited_for() throws Exception {
        var release = new CompletableFuture<String>();
        fates.add(new Ghost(release));
        release.completeOnTimeout("orderers are back", 1, TimeUnit.SECONDS);
        var call = request();

        assertEquals(call.request(), ledger.submit(call).id());
        assertEquals("1", count());
    }

    @Test
    void a_ghost_that_comes_after_the_repetition_changes_nothing() throws Exception {
        var release = new CompletableFuture<String>();
        fates.add(new Ghost(release));
        var call = request();
        AccessRequest answer = ledger.submit(call);

        release.complete("orderers are back");
        ledger.submit(request());

        assertEquals(answer, ledger.submit(call));
        assertEquals("2", count());
    }

    @Test
    void a_lost_submit_is_endorsed_and_submitted_again() throws Exception {
        fates.add(new Lost());
        var call = request();

        assertEquals(call.request(), ledger.submit(call).id());
        assertEquals("1", count());
    }

    @Test
    void an_outcome_that_stays_unknown_is_pending_and_the_call_may_be_repeated() throws Exception {
        IntStream.range(0, 20).forEach(i -> fates.add(new Lost()));
        var call = request();

        var pending = assertThrows(OperationPendingException.class, () -> ledger.submit(call));
        fates.clear();

        assertFalse(pending.transactionId().isEmpty());
        assertEquals(call.request(), ledger.submit(call).id());
        assertEquals("1", count());
    }

    @Test
    void writers_that_meet_all_get_through() throws Exception {
        try (var threads = Executors.newFixedThreadPool(6)) {
            var answers = threads.invokeAll(IntStream.range(0, 6)
                    .<Callable<AccessRequest>>mapToObj(i -> () -> ledger.submit(request()))
                    .toList());
            for (var answer : answers) {
                answer.get();
            }
        }

        assertEquals("6", count());
    }

    @Test
    void an_owners_calls_are_signed_for_this_certificate_and_moment() throws Exception {
        ledger.submit(request());
        var operation = Bytes.ofHex("ab".repeat(16));

        assertEquals(
                1,
                ledger.perform(new ListRequests(RECORD, 10, ""), box::signAsOwner)
                        .requests()
                        .size());
        assertEquals(
                operation,
                ledger.perform(new CancelOperation(RECORD, operation), box::signAsOwner)
                        .operation());
    }

    @Test
    void a_strangers_signature_is_refused() {
        try (var stranger = SigningKeyPair.generate(RANDOM)) {
            var refusal = assertThrows(
                    LedgerRefusalException.class,
                    () -> ledger.perform(
                            new ListRequests(RECORD, 10, ""), command -> TaggedSignature.of(stranger.sign(command))));

            assertEquals(LedgerErrorCode.OWNER_COMMAND_INVALID, refusal.code());
        }
    }

    @Test
    void a_change_is_hinted_to_those_who_watch_the_record() throws Exception {
        var here = new Semaphore(0);
        var elsewhere = new Semaphore(0);
        try (var _ = ledger.onChange(RECORD, here::release);
                var _ = ledger.onChange(PatientPseudonym.ofHex("00".repeat(32)), elsewhere::release)) {
            assertTrue(here.tryAcquire(20, TimeUnit.SECONDS), "a first hint follows the beginning");
            assertTrue(elsewhere.tryAcquire(20, TimeUnit.SECONDS));

            ledger.submit(request());

            assertTrue(here.tryAcquire(20, TimeUnit.SECONDS));
            assertEquals(0, elsewhere.availablePermits());
        }
    }

    @Test
    void hints_go_on_after_the_peer_was_restarted() throws Exception {
        var hints = new Semaphore(0);
        try (var _ = ledger.onChange(RECORD, hints::release)) {
            assertTrue(hints.tryAcquire(20, TimeUnit.SECONDS), "a first hint follows the beginning");
            ledger.submit(request());
            assertTrue(hints.tryAcquire(20, TimeUnit.SECONDS));

            box.restartPeer();
            eventually(() -> ledger.submit(request()));

            assertTrue(hints.tryAcquire(30, TimeUnit.SECONDS));
        }
    }

    @Test
    void an_interrupted_call_ends_and_keeps_the_flag() {
        Thread.currentThread().interrupt();

        assertThrows(CancellationException.class, () -> ledger.submit(request()));

        assertTrue(Thread.interrupted());
    }

    private synchronized Fate nextFate() {
        Fate fate = fates.poll();
        return fate == null ? new Ordered() : fate;
    }

    private String count() throws Exception {
        return ledger.evaluate(all()).bookmark();
    }

    private static RequestAccess request() {
        var expires = Clock.tickMillis(ZoneOffset.UTC).instant().plus(Duration.ofDays(1));
        return new RequestAccess(RECORD, RequestId.random(RANDOM), sealed(), expires);
    }

    private static Bytes sealed() {
        return Bytes.of(new byte[] {1, 2, 3});
    }

    private static ListOwnRequests all() {
        return new ListOwnRequests(100, "");
    }

    private static String deadAddress() throws IOException {
        InetSocketAddress free = NotebookServer.freeAddress();
        return "127.0.0.1:" + free.getPort();
    }

    /** Repeats a call until the network has come back, for a minute at most. */
    private static <T> T eventually(Callable<T> call) throws Exception {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (true) {
            try {
                return call.call();
            } catch (LedgerUnavailableException e) {
                if (System.nanoTime() - end > 0) {
                    throw e;
                }
                Thread.onSpinWait();
            }
        }
    }
}
