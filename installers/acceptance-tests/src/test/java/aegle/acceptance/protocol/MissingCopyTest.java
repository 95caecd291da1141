// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.acceptance.EmbeddedOnly;
import aegle.client.ledger.LedgerDeadlines;
import aegle.embedded.NetworkParts;
import aegle.record.call.RecordCalls.CloseRecord;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.DocumentEntry;
import aegle.record.metadata.PrivateEntry;
import aegle.record.metadata.StoredDocument;
import aegle.record.metadata.StoredObject;
import aegle.record.permission.Right;
import aegle.sharing.LedgerRefusalException;
import aegle.sharing.OperationPendingException;
import aegle.sharing.SharingException;
import aegle.sharing.StoreUnavailableException;
import aegle.sharing.TransferProgress;
import aegle.sharing.privatefile.ListedPrivateFile;
import aegle.sharing.privatefile.PrivateFiles.FileDraft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a store missed while it was down is put into it later, and what cannot be finished does not stay for ever. */
@EmbeddedOnly("lets a store refuse and commits get lost")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MissingCopyTest {
    private static final int ALL = Integer.MAX_VALUE;
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final DocumentCategory DOSE = DocumentCategory.RADIATION_DOSE;
    private static final LedgerDeadlines IMPATIENT = new LedgerDeadlines(
            Duration.ofSeconds(10), Duration.ofSeconds(15), Duration.ofSeconds(5), Duration.ofSeconds(4));

    private final UnsteadyStores stores = new UnsteadyStores();
    private final Weather weather = new Weather();
    private Participants participants;
    private ClinicianDesk chen;
    private Path folder;
    private Path file;

    @BeforeAll
    void found_the_network(@TempDir Path shared) throws Exception {
        folder = shared;
        file = Files.writeString(folder.resolve("dose.pdf"), "what was delivered");
        participants = Participants.on(
                folder,
                NetworkParts.standard(Participants.CLOCK, Participants.RANDOM)
                        .withStoreFault(stores)
                        .withCommitFault(weather),
                IMPATIENT);
        chen = participants.mayaChen();
    }

    @AfterEach
    void mend() {
        stores.mend();
        weather.clear();
    }

    @AfterAll
    void stop_the_network() {
        participants.close();
    }

    @Test
    void a_copy_that_a_store_missed_is_completed_after_a_restart() throws Exception {
        PatientDesk anna = annaWhoAllowsAndIsLinked();
        stores.missOneCopyOf(key -> key.startsWith("o/"));
        DocumentEntry uploaded = chen.upload(anna, file, DOSE);
        assertEquals(List.of(), chen.upload.pending());
        assertEquals(3, copies(uploaded.objects()));

        chen = participants.restart(chen);
        chen.upload.completeCopies();
        assertEquals(3, copies(uploaded.objects()), "the store is still away");
        stores.mend();
        chen.upload.completeCopies();

        assertEquals(6, copies(uploaded.objects()));
        assertEquals(List.of(), outbox());
        assertArrayEquals(Files.readAllBytes(file), anna.read(uploaded));
    }

    @Test
    void nothing_is_left_to_do_once_every_store_has_a_document() throws Exception {
        PatientDesk anna = annaWhoAllowsAndIsLinked();

        DocumentEntry uploaded = chen.upload(anna, file, DOSE);

        assertEquals(6, copies(uploaded.objects()));
        assertEquals(List.of(), outbox());
    }

    @Test
    void a_copy_that_may_no_longer_be_put_is_not_kept_for_ever() throws Exception {
        PatientDesk anna = annaWhoAllowsAndIsLinked();
        stores.missOneCopyOf(key -> key.startsWith("o/"));
        DocumentEntry uploaded = chen.upload(anna, file, DOSE);
        stores.mend();
        for (var permission : anna.permissions.permissions()) {
            anna.permissions.stop(permission);
        }

        chen.upload.completeCopies();

        assertEquals(3, copies(uploaded.objects()));
        assertEquals(List.of(), outbox());
    }

    @Test
    void an_upload_to_a_closed_record_can_be_given_up() throws Exception {
        PatientDesk anna = annaWhoAllowsAndIsLinked();
        stores.failAbout(key -> key.startsWith("o/"));
        assertThrows(StoreUnavailableException.class, () -> chen.upload(anna, file, DOSE));
        anna.owned.perform(
                new CloseRecord(anna.owned.id(), anna.owned.find().record().version()));

        chen.upload.discard(chen.upload.pending().getFirst());

        assertEquals(List.of(), chen.upload.pending());
        assertEquals(List.of(), outbox());
    }

    @Test
    void giving_up_what_is_in_the_record_already_says_so_and_ends_it() throws Exception {
        PatientDesk anna = annaWhoAllowsAndIsLinked();
        weather.hold(ALL);
        assertThrows(OperationPendingException.class, () -> chen.upload(anna, file, DOSE));
        weather.clear();
        Await.until(
                LIMIT,
                "the upload appears by itself",
                () -> !anna.documents.entries().isEmpty());

        var pending = chen.upload.pending().getFirst();
        var refusal = assertThrows(LedgerRefusalException.class, () -> chen.upload.discard(pending));
        chen.upload.completeCopies();

        assertEquals(LedgerErrorCode.OPERATION_ID_REUSED, refusal.code());
        assertEquals(List.of(), chen.upload.pending());
        assertEquals(List.of(), outbox());
    }

    @Test
    void a_restart_clears_what_no_journal_names_and_keeps_what_one_does() throws Exception {
        PatientDesk anna = annaWhoAllowsAndIsLinked();
        stores.failAbout(key -> key.startsWith("o/"));
        assertThrows(StoreUnavailableException.class, () -> chen.upload(anna, file, DOSE));
        Path journalled = outbox().getFirst();
        Files.writeString(journalled.resolveSibling("00".repeat(16)), "sealed by a program that was killed");

        chen = participants.restart(chen);
        assertEquals(List.of(journalled), outbox());
        stores.mend();
        DocumentEntry resumed = chen.upload.resume(chen.upload.pending().getFirst(), TransferProgress.none());

        assertArrayEquals(Files.readAllBytes(file), anna.read(resumed));
    }

    @Test
    void a_private_file_that_is_added_again_before_its_outcome_is_known_is_there_once() throws Exception {
        PatientDesk anna = participants.anna();
        weather.hold(ALL);
        assertThrows(OperationPendingException.class, () -> keepPrivately(anna));
        weather.clear();

        keepPrivately(anna);
        Await.until(LIMIT, "what was held back has arrived", () -> weather.held() == 0);

        assertEquals(List.of("dose.pdf"), names(anna));
    }

    @Test
    void a_private_file_whose_outcome_is_not_known_is_completed_by_itself() throws Exception {
        PatientDesk anna = participants.anna();
        weather.lose(ALL);
        assertThrows(OperationPendingException.class, () -> keepPrivately(anna));
        weather.clear();
        assertEquals(List.of(), names(anna));

        anna.privateFiles.resume();
        anna.privateFiles.resume();

        assertEquals(List.of("dose.pdf"), names(anna));
    }

    @Test
    void a_copy_of_a_private_file_that_a_store_missed_is_completed() throws Exception {
        PatientDesk anna = participants.anna();
        stores.missOneCopyOf(key -> key.startsWith("p/"));
        StoredDocument objects = keepPrivately(anna).objects();
        assertEquals(3, copies(objects));
        stores.mend();

        anna.privateFiles.resume();

        assertEquals(6, copies(objects));
    }

    @Test
    void a_copy_of_a_grant_that_a_store_missed_is_completed() throws Exception {
        PatientDesk anna = participants.anna();
        stores.missOneCopyOf(key -> key.startsWith("g/"));
        StoredObject grant = anna.allow(chen.member, Right.READ).grant();
        anna.permissions.resume();
        assertEquals(1, copies(grant), "the store is still away");
        stores.mend();

        anna.permissions.resume();

        assertEquals(2, copies(grant));
    }

    private static List<String> names(PatientDesk patient) throws SharingException {
        return patient.privateFiles.list().stream().map(ListedPrivateFile::name).toList();
    }

    private PrivateEntry keepPrivately(PatientDesk patient) throws SharingException {
        return patient.privateFiles.add(
                new FileDraft(file, "dose.pdf", "Dose", "application/pdf", LocalDate.of(2026, 11, 1)),
                TransferProgress.none());
    }

    private PatientDesk annaWhoAllowsAndIsLinked() throws Exception {
        PatientDesk anna = participants.anna();
        anna.allow(chen.member, Right.READ, Right.WRITE);
        chen.link(anna);
        return anna;
    }

    /** How many objects of a document lie in the two stores, as the ledger has them; six are all. */
    private int copies(StoredDocument document) throws IOException {
        return copies(document.body()) + copies(document.envelope()) + copies(document.label());
    }

    private int copies(StoredObject object) throws IOException {
        int copies = 0;
        for (String store : List.of("store-1", "store-2")) {
            Path bucket = folder.resolve("network").resolve(store).resolve("aegle");
            Path there = bucket.resolve(object.key().path());
            if (Files.exists(there)) {
                assertEquals(object.length(), Files.size(there));
                copies++;
            }
        }
        return copies;
    }

    private List<Path> outbox() throws IOException {
        Path outbox = chen.cacheFolder().resolveSibling("outbox");
        assertTrue(Files.isDirectory(outbox));
        try (Stream<Path> files = Files.list(outbox)) {
            return files.toList();
        }
    }
}
