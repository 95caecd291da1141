// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.acceptance.EmbeddedOnly;
import aegle.client.ledger.LedgerDeadlines;
import aegle.embedded.NetworkParts;
import aegle.record.access.AccessKind;
import aegle.record.call.RecordCalls;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.DocumentEntry;
import aegle.record.permission.Permission;
import aegle.record.permission.Right;
import aegle.sharing.LedgerRefusalException;
import aegle.sharing.OperationPendingException;
import aegle.sharing.SharingException;
import aegle.sharing.TransferProgress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Submits that answer UNAVAILABLE and commit later, as seen on the real network: done once, and never called failed. */
@EmbeddedOnly("holds transactions back between gateway and orderers")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GhostCommitTest {
    private static final int ALL = Integer.MAX_VALUE;
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final DocumentCategory DOSE = DocumentCategory.RADIATION_DOSE;
    private static final LedgerDeadlines IMPATIENT = new LedgerDeadlines(
            Duration.ofSeconds(10), Duration.ofSeconds(15), Duration.ofSeconds(5), Duration.ofSeconds(4));

    private final Weather weather = new Weather();
    private Participants participants;
    private ClinicianDesk chen;
    private Path file;

    @BeforeAll
    void found_the_network(@TempDir Path folder) throws Exception {
        file = Files.writeString(folder.resolve("dose.pdf"), "what was delivered");
        participants = Participants.on(
                folder,
                NetworkParts.standard(Participants.CLOCK, Participants.RANDOM).withCommitFault(weather),
                IMPATIENT);
        chen = participants.mayaChen();
    }

    @AfterEach
    void clear_up() {
        weather.clear();
    }

    @AfterAll
    void stop_the_network() {
        participants.close();
    }

    @Test
    void a_held_back_grant_that_commits_while_the_wallet_waits_is_told_as_done() throws Exception {
        PatientDesk anna = participants.anna();
        weather.hold(1);

        var allowing = started(() -> anna.allow(chen.member, Right.READ));
        Await.until(LIMIT, "the grant is held back", () -> weather.held() == 1);
        weather.clear();

        assertEquals(List.of(allowing.get()), anna.permissions.permissions());
    }

    @Test
    void a_grant_that_is_repeated_beside_its_ghost_happens_once() throws Exception {
        PatientDesk anna = participants.anna();
        weather.hold(1);

        Permission allowed = anna.allow(chen.member, Right.READ);
        assertEquals(1, weather.held());
        weather.clear();
        anna.permissions.resume();

        assertEquals(List.of(allowed), anna.permissions.permissions());
    }

    @Test
    void a_grant_that_nobody_hears_of_is_pending_and_then_there_once() throws Exception {
        PatientDesk anna = participants.anna();
        weather.hold(ALL);

        assertThrows(OperationPendingException.class, () -> anna.allow(chen.member, Right.READ));
        assertEquals(List.of(), anna.permissions.permissions());
        weather.clear();
        Await.until(
                LIMIT,
                "the grant appears by itself",
                () -> !anna.permissions.permissions().isEmpty());
        anna.permissions.resume();

        Permission only = anna.permissions.permissions().getFirst();
        assertEquals(List.of(only), anna.permissions.permissions());
        assertEquals(only.id(), chen.recordOf(anna).permissions().getFirst().id());
    }

    @Test
    void a_grant_that_is_lost_is_pending_and_made_good_once() throws Exception {
        PatientDesk anna = participants.anna();
        weather.lose(ALL);

        assertThrows(OperationPendingException.class, () -> anna.allow(chen.member, Right.READ));
        weather.clear();
        anna.permissions.resume();

        assertEquals(1, anna.permissions.permissions().size());
        assertEquals(anna.keys.pseudonym(), chen.recordOf(anna).id());
    }

    @Test
    void a_revocation_that_nobody_hears_of_moves_the_keys_on_once_it_is_there() throws Exception {
        PatientDesk anna = participants.anna();
        Permission permission = anna.allow(chen.member, Right.READ);
        int epoch = doseEpoch(anna);
        weather.hold(ALL);

        assertThrows(OperationPendingException.class, () -> anna.permissions.stop(permission));
        weather.clear();
        Await.until(
                LIMIT,
                "the revocation appears by itself",
                () -> anna.current(permission).isRevoked());
        anna.permissions.resume();
        anna.permissions.resume();

        assertEquals(epoch + 1, doseEpoch(anna));
    }

    private static int doseEpoch(PatientDesk patient) throws Exception {
        return RecordCalls.categoryKey(patient.owned.find(), DOSE).orElseThrow().epoch();
    }

    @Test
    void an_upload_that_is_repeated_beside_its_ghost_happens_once() throws Exception {
        PatientDesk anna = annaWhoAllowsAndIsLinked();
        weather.hold(1);

        DocumentEntry uploaded = chen.upload(anna, file, DOSE);
        assertEquals(1, weather.held());
        weather.clear();

        requireOnceAndReadable(anna, uploaded);
    }

    @Test
    void an_upload_that_nobody_hears_of_is_pending_and_then_there_once() throws Exception {
        PatientDesk anna = annaWhoAllowsAndIsLinked();
        weather.hold(ALL);

        assertThrows(OperationPendingException.class, () -> chen.upload(anna, file, DOSE));
        var pending = chen.upload.pending().getFirst();
        assertEquals(List.of(), anna.documents.entries());
        weather.clear();
        Await.until(
                LIMIT,
                "the upload appears by itself",
                () -> !anna.documents.entries().isEmpty());
        DocumentEntry resumed = chen.upload.resume(pending, TransferProgress.none());

        assertEquals(pending.call().subject(), resumed.subject());
        requireOnceAndReadable(anna, resumed);
    }

    @Test
    void an_upload_given_up_while_it_was_held_back_never_appears() throws Exception {
        PatientDesk anna = annaWhoAllowsAndIsLinked();
        weather.hold(ALL);
        assertThrows(OperationPendingException.class, () -> chen.upload(anna, file, DOSE));
        weather.hold(0);

        var givenUp = chen.upload.pending().getFirst();
        chen.upload.discard(givenUp);
        weather.clear();
        var refusal = assertThrows(LedgerRefusalException.class, () -> chen.ledger.submit(givenUp.call()));
        assertEquals(LedgerErrorCode.OPERATION_CANCELLED, refusal.code());
        DocumentEntry later = chen.upload(anna, file, DOSE);

        assertEquals(List.of(later), anna.documents.entries());
        assertEquals(List.of(), chen.upload.pending());
    }

    private void requireOnceAndReadable(PatientDesk anna, DocumentEntry uploaded) throws Exception {
        assertEquals(List.of(uploaded), anna.documents.entries());
        assertEquals(
                1,
                anna.history.read().events().stream()
                        .filter(event -> event.kind() == AccessKind.UPLOAD)
                        .count());
        assertArrayEquals(Files.readAllBytes(file), anna.read(uploaded));
        assertTrue(chen.upload.pending().isEmpty());
    }

    private PatientDesk annaWhoAllowsAndIsLinked() throws Exception {
        PatientDesk anna = participants.anna();
        anna.allow(chen.member, Right.READ, Right.WRITE);
        chen.link(anna);
        return anna;
    }

    private static <T> CompletableFuture<T> started(Work<T> work) {
        Supplier<T> supplier = () -> {
            try {
                return work.done();
            } catch (SharingException e) {
                throw new CompletionException(e);
            }
        };
        return CompletableFuture.supplyAsync(supplier);
    }

    /** What somebody does in the meantime. */
    @FunctionalInterface
    private interface Work<T> {
        T done() throws SharingException;
    }
}
