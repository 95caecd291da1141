// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.acceptance.EmbeddedOnly;
import aegle.client.ledger.LedgerDeadlines;
import aegle.crypto.identity.EncryptionKeyPair;
import aegle.crypto.identity.SigningKeyPair;
import aegle.crypto.pseudonym.UniquelyIdentifiableInformation;
import aegle.embedded.PracticeHospital;
import aegle.record.DocumentId;
import aegle.record.access.AccessKind;
import aegle.record.call.MemberCalls.FindMember;
import aegle.record.member.ProfessionalData;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.DocumentEntry;
import aegle.record.permission.Right;
import aegle.sharing.ConnectionProfile;
import aegle.sharing.LedgerUnavailableException;
import aegle.sharing.OperationPendingException;
import aegle.sharing.SharingException;
import aegle.sharing.StoreUnavailableException;
import aegle.sharing.TransferProgress;
import aegle.sharing.key.OwnerKeys;
import aegle.sharing.key.PatientCard;
import aegle.sharing.upload.PendingUpload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** The practice network is killed at random instants while a clinician uploads; nothing acknowledged is lost or doubled. */
@EmbeddedOnly("kills the one process that a practice network is")
class RestartTest {
    private static final long SEED = 20_261_123;
    private static final int KILLS = 3;
    private static final int KILL_WITHIN_MILLIS = 600;
    private static final int DOCUMENT_BYTES = 300_000;
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final DocumentCategory DOSE = DocumentCategory.RADIATION_DOSE;
    private static final LedgerDeadlines DEADLINES = new LedgerDeadlines(
            Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(10));

    private final Random random = new Random(SEED);
    private final Map<DocumentId, Path> acknowledged = new HashMap<>();

    @TempDir
    Path folder;

    @Test
    void what_was_acknowledged_before_a_kill_is_there_once_and_the_rest_is_resumed(TestReporter reporter)
            throws Exception {
        reporter.publishEntry("seed", Long.toString(SEED));
        try (var network = new NetworkProcess(folder.resolve("network"))) {
            var access = new NetworkAccess(network.profile(), Participants.CLOCK, DEADLINES);
            ClinicianDesk chen = chen(access);
            try (PatientDesk anna = anna(access)) {
                anna.allow(chen.member, Right.READ, Right.WRITE);
                chen.link(anna);
                for (int kill = 1; kill <= KILLS; kill++) {
                    uploadUntilKilled(network, chen, anna);
                    network.start();
                    awaitAnswer(anna, chen);
                    if (kill == KILLS) {
                        chen = chen.restarted();
                    }
                    resume(chen);
                    requireAllThereOnce(anna);
                }
                requireAllReadable(chen, anna);
            } finally {
                chen.close();
            }
        }
    }

    private void uploadUntilKilled(NetworkProcess network, ClinicianDesk chen, PatientDesk anna) throws Exception {
        var record = chen.recordOf(anna);
        upload(chen, anna, record);
        var killing = CompletableFuture.runAsync(
                network::kill,
                CompletableFuture.delayedExecutor(random.nextInt(KILL_WITHIN_MILLIS), TimeUnit.MILLISECONDS));
        boolean killed = false;
        while (!killed) {
            try {
                upload(chen, anna, record);
            } catch (LedgerUnavailableException | OperationPendingException | StoreUnavailableException e) {
                killed = true;
            }
        }
        killing.get();
    }

    private void upload(ClinicianDesk chen, PatientDesk anna, aegle.sharing.retrieval.GrantedRecord record)
            throws Exception {
        var content = new byte[DOCUMENT_BYTES];
        random.nextBytes(content);
        Path file = Files.write(folder.resolve("source-" + sources++), content);
        lastSource = Optional.of(file);
        DocumentEntry entry = chen.upload.upload(record, Drafts.of(file, DOSE), TransferProgress.none());
        acknowledged.put(entry.id(), file);
        assertEquals(anna.keys.pseudonym(), entry.subject().record());
    }

    private int sources;
    private Optional<Path> lastSource = Optional.empty();

    /** Both programs stay as they are; their connections mend themselves. What they remember is no answer of the network. */
    private static void awaitAnswer(PatientDesk anna, ClinicianDesk chen) throws Exception {
        Await.until(LIMIT, "both programs find the network again", () -> {
            try {
                anna.owned.find();
                chen.ledger.evaluate(new FindMember(chen.member.id()));
                return true;
            } catch (LedgerUnavailableException e) {
                return false;
            }
        });
    }

    private void resume(ClinicianDesk chen) throws SharingException {
        List<PendingUpload> pending = chen.upload.pending();
        assertEquals(1, pending.size(), "the one upload that was interrupted is in the journal");
        for (PendingUpload upload : pending) {
            DocumentEntry entry = chen.upload.resume(upload, TransferProgress.none());
            acknowledged.put(entry.id(), lastSource.orElseThrow());
        }
        assertEquals(List.of(), chen.upload.pending());
    }

    private void requireAllThereOnce(PatientDesk anna) throws SharingException {
        List<DocumentId> listed =
                anna.documents.entries().stream().map(DocumentEntry::id).toList();
        assertEquals(acknowledged.size(), listed.size());
        assertEquals(acknowledged.keySet(), java.util.Set.copyOf(listed));
        assertEquals(
                acknowledged.size(),
                anna.history.read().events().stream()
                        .filter(event -> event.kind() == AccessKind.UPLOAD)
                        .count());
    }

    private void requireAllReadable(ClinicianDesk chen, PatientDesk anna) throws Exception {
        for (DocumentEntry entry : anna.documents.entries()) {
            byte[] source = Files.readAllBytes(acknowledged.get(entry.id()));
            assertArrayEquals(source, anna.read(entry));
            assertArrayEquals(source, chen.read(anna, entry));
        }
    }

    private ClinicianDesk chen(NetworkAccess access) throws Exception {
        var applicant = ClinicianDesk.apply(
                access,
                folder.resolve("chen"),
                SigningKeyPair.generate(Participants.RANDOM),
                EncryptionKeyPair.generate(Participants.RANDOM),
                PracticeHospital.NORTH.id(),
                new ProfessionalData("Dr. Maya Chen", "1234567893", "2085R0001X"));
        Await.until(
                LIMIT,
                "the practice office approves",
                () -> applicant.enrollment().collect().isPresent());
        return applicant.join();
    }

    private PatientDesk anna(NetworkAccess access) throws SharingException {
        var born = LocalDate.of(1961, 4, 9);
        var person = new UniquelyIdentifiableInformation(
                Optional.empty(), Optional.of(born), Optional.of("Anna Lindqvist"), Optional.empty(), Optional.empty());
        return PatientDesk.enroll(
                access,
                folder.resolve("anna"),
                OwnerKeys.generate(person, Participants.RANDOM),
                new PatientCard("Anna Lindqvist", born, List.of("N-4711")));
    }

    /** The practice network in a process of its own. */
    private static final class NetworkProcess implements AutoCloseable {
        private final Path data;
        private Process process;

        NetworkProcess(Path data) throws Exception {
            this.data = data;
            this.process = launch(data);
            awaitReady();
        }

        ConnectionProfile profile() throws java.io.IOException {
            return ConnectionProfile.read(data.resolve("connection-profile.json"));
        }

        void start() throws Exception {
            Files.deleteIfExists(data.resolve("ready"));
            process = launch(data);
            awaitReady();
        }

        /** As the power failing: no shutdown hook, nothing flushed. */
        void kill() {
            process.destroyForcibly().onExit().join();
        }

        @Override
        public void close() {
            kill();
        }

        private void awaitReady() throws Exception {
            Await.until(LIMIT, "the network is ready", () -> {
                assertTrue(process.isAlive(), "the network must start on what was left");
                return Files.exists(data.resolve("ready"));
            });
        }

        private static Process launch(Path data) throws java.io.IOException {
            return TestJvm.start(
                    data.resolveSibling("network.log"), "aegle.embedded.PracticeNetwork", "--data", data.toString());
        }
    }
}
