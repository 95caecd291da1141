// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.acceptance.EmbeddedOnly;
import aegle.client.local.SqliteSealedStore;
import aegle.crypto.record.RecordCipher;
import aegle.crypto.seal.Envelope;
import aegle.embedded.NetworkParts;
import aegle.record.DocumentId;
import aegle.record.call.DocumentCalls.ListDocuments;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.DocumentEntry;
import aegle.record.permission.Right;
import aegle.sharing.IntegrityCheck;
import aegle.sharing.RecordIntegrityException;
import aegle.sharing.SharingException;
import aegle.sharing.StoreUnavailableException;
import aegle.sharing.TransferProgress;
import aegle.sharing.key.MemberTrust;
import aegle.sharing.key.OwnedRecord;
import aegle.sharing.privatefile.ListedPrivateFile;
import aegle.sharing.privatefile.PrivateFiles;
import aegle.sharing.privatefile.PrivateFiles.FileDraft;
import aegle.sharing.retrieval.CipherFolder;
import aegle.sharing.retrieval.ListedDocument;
import aegle.sharing.retrieval.OwnerDocuments;
import aegle.sharing.retrieval.OwnerDocuments.DocumentReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What lists say when stores lie or are silent, and what they cost. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListingTest {
    private static final DocumentCategory DOSE = DocumentCategory.RADIATION_DOSE;
    private static final int DOCUMENTS = 4;

    private final UnsteadyStores stores = new UnsteadyStores();
    private final RecordCipher cipher = new RecordCipher(Participants.RANDOM, 1);
    private Path folder;
    private Path file;
    private Participants participants;
    private ClinicianDesk chen;
    private ClinicianDesk weber;
    private PatientDesk anna;

    @BeforeAll
    void found_the_network(@TempDir Path shared) throws Exception {
        folder = shared;
        file = Files.writeString(folder.resolve("dose.pdf"), "what was delivered");
        participants = Participants.onEither(
                folder,
                NetworkParts.standard(Participants.CLOCK, Participants.RANDOM).withStoreFault(stores));
        chen = participants.mayaChen();
        weber = participants.tomWeber();
    }

    @BeforeEach
    void fill_annas_record() throws Exception {
        anna = participants.anna();
        anna.allow(chen.member, Right.READ, Right.WRITE);
        anna.allow(weber.member, Right.READ);
        chen.link(anna);
        for (int i = 0; i < DOCUMENTS; i++) {
            chen.upload(anna, file, DOSE);
        }
    }

    @AfterEach
    void mend() {
        stores.mend();
    }

    @AfterAll
    void stop_the_network() {
        if (participants != null) { // not founded where the class is skipped
            participants.close();
        }
    }

    @Test
    @EmbeddedOnly("lets stores lie or fall silent")
    void a_label_that_stores_lie_about_is_named_and_the_others_are_there() throws Exception {
        DocumentEntry about = anna.documents.entries().getFirst();
        stores.lieAbout(about.objects().label().key().path()::equals);

        for (List<ListedDocument> listed : List.of(anna.documents.list(), weber.documents.list(weber.recordOf(anna)))) {
            assertEquals(
                    DOCUMENTS - 1,
                    listed.stream()
                            .filter(document -> document.label().isPresent())
                            .count());
            ListedDocument lied = listed.stream()
                    .filter(document -> document.entry().id().equals(about.id()))
                    .findFirst()
                    .orElseThrow();
            assertEquals(Optional.of(IntegrityCheck.CIPHERTEXT_DIGEST), lied.failure());
            assertEquals(Optional.empty(), lied.label());
        }
    }

    @Test
    @EmbeddedOnly("lets stores lie or fall silent")
    void a_silent_store_is_an_absence_and_no_failure() throws Exception {
        stores.failAbout(key -> key.endsWith(".l"));

        for (ListedDocument listed : anna.documents.list()) {
            assertEquals(Optional.empty(), listed.label());
            assertEquals(Optional.empty(), listed.failure());
        }
        stores.mend();
        assertTrue(anna.documents.list().stream()
                .allMatch(document -> document.label().isPresent()));
    }

    @Test
    @EmbeddedOnly("counts what reaches a store at once")
    void labels_are_fetched_side_by_side() throws Exception {
        var record = weber.recordOf(anna);
        stores.gather(DOCUMENTS);
        anna.documents.list();
        assertTrue(stores.haveGathered(), "the owner's list");

        stores.gather(DOCUMENTS);
        weber.documents.list(record);
        assertTrue(stores.haveGathered(), "a clinician's list");
    }

    @Test
    void envelopes_for_a_grant_of_many_documents_cost_one_listing() throws Exception {
        List<DocumentId> documents =
                anna.documents.entries().stream().map(DocumentEntry::id).toList();
        var peer = new LyingPeer(anna.ledger, UnaryOperator.identity());
        var ofPeer = new OwnerDocuments(
                new OwnedRecord(peer, anna.keys),
                anna.store,
                anna.memory,
                new CipherFolder(folder.resolve("again"), anna.store),
                new DocumentReader(new MemberTrust(anna.ledger, anna.membership), cipher));

        var envelopes = ofPeer.envelopes(documents);

        assertEquals(
                DOCUMENTS,
                envelopes.stream()
                        .filter(envelope -> envelope.description().name().equals("dose.pdf"))
                        .count());
        assertEquals(
                DocumentCategory.values().length,
                peer.performed.stream().filter(ListDocuments.class::isInstance).count());
        envelopes.forEach(Envelope::close);
    }

    @Test
    @EmbeddedOnly("lets stores lie or fall silent")
    void a_private_file_that_cannot_be_read_stands_beside_the_others() throws Exception {
        keepPrivately("diary.txt");
        keepPrivately("lost.txt");
        ListedPrivateFile bad = anna.privateFiles.list().stream()
                .filter(listed -> listed.name().equals("lost.txt"))
                .findFirst()
                .orElseThrow();
        String envelope = bad.entry().objects().envelope().key().path();

        stores.lieAbout(envelope::equals);
        assertInstanceOf(RecordIntegrityException.class, failureOf(bad).orElseThrow());
        stores.mend();
        assertEquals(Optional.empty(), failureOf(bad));
        for (String store : List.of("store-1", "store-2")) {
            Files.delete(
                    folder.resolve("network").resolve(store).resolve("aegle").resolve(envelope));
        }
        assertInstanceOf(StoreUnavailableException.class, failureOf(bad).orElseThrow());
    }

    /** As a program sees it that has never listed before. */
    private Optional<SharingException> failureOf(ListedPrivateFile file) throws Exception {
        Path fresh = Files.createTempDirectory(folder, "fresh");
        try (var memory =
                SqliteSealedStore.open(fresh.resolve("memory.sqlite"), Desk.memoryKey(), Participants.RANDOM)) {
            var files = new PrivateFiles(
                    anna.owned, anna.store, memory, fresh, new PrivateFiles.Workshop(cipher, Participants.RANDOM));
            List<ListedPrivateFile> listed = files.list();
            assertEquals(2, listed.size());
            assertEquals(
                    1,
                    listed.stream()
                            .filter(each -> each.name().equals("diary.txt"))
                            .count());
            return listed.stream()
                    .filter(each -> each.entry().equals(file.entry()))
                    .findFirst()
                    .orElseThrow()
                    .failure();
        }
    }

    private void keepPrivately(String name) throws SharingException {
        anna.privateFiles.add(
                new FileDraft(file, name, name, "text/plain", LocalDate.of(2026, 11, 1)), TransferProgress.none());
    }
}
