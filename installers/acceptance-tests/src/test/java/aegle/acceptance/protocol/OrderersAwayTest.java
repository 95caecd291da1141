// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import aegle.acceptance.FabricOnly;
import aegle.acceptance.Trial;
import aegle.acceptance.protocol.Fault.Kind;
import aegle.client.ledger.LedgerDeadlines;
import aegle.clinician.ui.Failures;
import aegle.desktop.kit.Messages;
import aegle.devnet.FabricNetwork;
import aegle.devnet.process.Node;
import aegle.record.access.AccessKind;
import aegle.record.metadata.DocumentCategory;
import aegle.record.permission.Right;
import aegle.sharing.OperationPendingException;
import aegle.sharing.SharingException;
import aegle.sharing.TransferProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two of four orderers are too few to agree: what is handed in meanwhile fails at once, and commits when one is back. */
@FabricOnly
class OrderersAwayTest {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final LedgerDeadlines IMPATIENT = new LedgerDeadlines(
            Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(10), Duration.ofSeconds(8));

    @Test
    void a_grant_and_an_upload_without_a_quorum_are_being_saved_and_then_there_once(@TempDir Path folder)
            throws Exception {
        var network = (FabricNetwork) Trial.sharedFabric();
        try (var participants = Participants.on(folder, IMPATIENT)) {
            ClinicianDesk chen = participants.mayaChen();
            ClinicianDesk weber = participants.tomWeber();
            PatientDesk anna = participants.anna();
            anna.allow(chen.member, Right.READ, Right.WRITE);
            chen.link(anna);
            Path file = Files.writeString(folder.resolve("dose.pdf"), "what was delivered");
            List<Node> away = List.of(
                    Fault.ofOrderer(network, 1, Kind.KILL).node(),
                    Fault.ofOrderer(network, 2, Kind.KILL).node());

            kill(away);
            try {
                var grant = CompletableFuture.runAsync(attempt(() -> anna.allow(weber.member, Right.READ)));
                var upload = CompletableFuture.runAsync(
                        attempt(() -> chen.upload(anna, file, DocumentCategory.RADIATION_DOSE)));
                requireBeingSaved(grant);
                requireBeingSaved(upload);
                assertEquals(1, anna.permissions.permissions().size());
                assertEquals(List.of(), anna.documents.entries());
            } finally {
                for (Node orderer : away) {
                    orderer.launch();
                }
            }

            Await.until(
                    LIMIT,
                    "both appear by themselves",
                    () -> anna.documents.entries().size() == 1
                            && anna.permissions.permissions().size() == 2);
            anna.permissions.resume();
            var entry = chen.upload.resume(chen.upload.pending().getFirst(), TransferProgress.none());
            assertEquals(2, anna.permissions.permissions().size());
            assertEquals(anna.keys.pseudonym(), weber.recordOf(anna).id());
            assertEquals(List.of(entry), anna.documents.entries());
            assertEquals(List.of(), chen.upload.pending());
            assertEquals(
                    1,
                    anna.history.read().events().stream()
                            .filter(event -> event.kind() == AccessKind.UPLOAD)
                            .count());
            assertArrayEquals(Files.readAllBytes(file), weber.read(anna, entry));
            for (Node orderer : away) {
                orderer.awaitWell();
            }
        }
    }

    private static Runnable attempt(Work work) {
        return () -> {
            try {
                work.run();
            } catch (SharingException e) {
                throw new CompletionException(e);
            }
        };
    }

    /** What somebody tries. */
    @FunctionalInterface
    private interface Work {
        void run() throws SharingException;
    }

    private static void kill(List<Node> nodes) throws IOException {
        for (Node node : nodes) {
            node.kill();
        }
    }

    private static void requireBeingSaved(CompletableFuture<?> attempt) {
        var failure = assertThrows(ExecutionException.class, attempt::get);
        var pending = assertInstanceOf(OperationPendingException.class, failure.getCause());
        var said = new Failures(Messages.load(Locale.ENGLISH, "aegle.clinician.texts")).explain(pending);
        assertEquals("It is being saved; the hospitals have not confirmed it yet.", said.sentence());
    }
}
