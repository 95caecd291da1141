// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.acceptance.EmbeddedOnly;
import aegle.contract.PatientRecordContract;
import aegle.contract.PermissionPolicy;
import aegle.contract.WantedAccess;
import aegle.embedded.NetworkParts;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.DocumentEntry;
import aegle.record.permission.Right;
import aegle.sharing.IntegrityCheck;
import aegle.sharing.RecordIntegrityException;
import aegle.sharing.TransferProgress;
import aegle.sharing.privatefile.PrivateFiles.FileDraft;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** The other scenarios can fail: with a guard taken out, they do. */
@EmbeddedOnly("takes guards out of the contract and lets stores lie")
class MutationTest {
    private static final NetworkParts SOUND = NetworkParts.standard(Participants.CLOCK, Participants.RANDOM);
    private static final DocumentCategory DOSE = DocumentCategory.RADIATION_DOSE;

    @TempDir
    Path folder;

    @Test
    void the_sound_contract_refuses_all_that_must_be_refused() throws Exception {
        try (var participants = Participants.on(folder, SOUND)) {
            assertAll(new Refusals(participants, file("dose.pdf")).all().values());
        }
    }

    @Test
    void a_contract_that_permits_everything_is_noticed_by_each_check() throws Exception {
        var lax = SOUND.withContract(settings -> new PatientRecordContract(settings, new PermitEverything()));
        try (var participants = Participants.on(folder, lax)) {
            assertAll(new Refusals(participants, file("dose.pdf"))
                    .all().entrySet().stream()
                            .<Executable>map(check -> () ->
                                    assertThrows(AssertionError.class, check.getValue(), check.getKey() + ": missed")));
        }
    }

    @Test
    void no_reader_shows_what_a_lying_store_serves() throws Exception {
        var stores = new LyingStore();
        try (var participants = Participants.on(folder, SOUND.withStoreFault(stores))) {
            var scene = new Scene(participants);
            for (String kind : List.of(".e", ".b")) {
                stores.lieAbout(key -> key.endsWith(kind));
                requireIntegrityFailure(() -> scene.anna.read(scene.document));
                requireIntegrityFailure(() -> scene.chen.read(scene.anna, scene.document));
                requireIntegrityFailure(() -> scene.anna.privateFiles.open(
                        scene.anna.privateFiles.list().getFirst().entry(), TransferProgress.none()));
                assertEquals(List.of(), filesIn(scene.chen.cacheFolder()));
            }

            stores.beHonest();
            assertArrayEquals(scene.content(), scene.chen.read(scene.anna, scene.document));
            assertArrayEquals(scene.content(), scene.anna.read(scene.document));
        }
    }

    @Test
    void no_grant_and_no_label_of_a_lying_store_is_believed() throws Exception {
        var stores = new LyingStore();
        try (var participants = Participants.on(folder, SOUND.withStoreFault(stores))) {
            var scene = new Scene(participants);
            stores.lieAbout(key -> key.startsWith("g/") || key.endsWith(".l"));
            var weber = participants.tomWeber();
            scene.anna.allow(weber.member, Right.READ);

            var listed =
                    scene.chen.documents.list(scene.chen.recordOf(scene.anna)).getFirst();
            assertEquals(Optional.empty(), listed.label());
            var overview = weber.records.read();
            assertEquals(List.of(), overview.records());
            assertEquals(
                    IntegrityCheck.CIPHERTEXT_DIGEST,
                    overview.unreadable().getFirst().check());

            stores.beHonest();
            assertArrayEquals(scene.content(), weber.read(scene.anna, scene.document));
        }
    }

    @Test
    void one_honest_store_is_enough() throws Exception {
        try (var participants = Participants.on(folder, SOUND)) {
            var scene = new Scene(participants);
            DocumentEntry second = scene.chen.upload(scene.anna, scene.file, DOSE);

            alter("store-1", scene.document);
            alter("store-2", second);

            for (DocumentEntry document : List.of(scene.document, second)) {
                assertArrayEquals(scene.content(), scene.anna.read(document));
                assertArrayEquals(scene.content(), scene.chen.read(scene.anna, document));
            }
            DocumentEntry third = scene.chen.upload(scene.anna, scene.file, DOSE);
            alter("store-1", third);
            alter("store-2", third);
            requireIntegrityFailure(() -> scene.anna.read(third));
            requireIntegrityFailure(() -> scene.chen.read(scene.anna, third));
        }
    }

    private void alter(String store, DocumentEntry document) throws IOException {
        Path bucket = folder.resolve("network").resolve(store).resolve("aegle");
        for (var object : List.of(document.objects().body(), document.objects().envelope())) {
            Path stored = bucket.resolve(object.key().path());
            Files.write(stored, LyingStore.altered(Files.readAllBytes(stored)));
        }
    }

    private static void requireIntegrityFailure(Executable reading) {
        var failure = assertThrows(RecordIntegrityException.class, reading);
        assertEquals(IntegrityCheck.CIPHERTEXT_DIGEST, failure.check());
    }

    private static List<Path> filesIn(Path cache) throws IOException {
        if (!Files.exists(cache)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(cache)) {
            return files.toList();
        }
    }

    private Path file(String name) throws IOException {
        return Files.writeString(folder.resolve(name), "what " + name + " says");
    }

    /** Anna, whose record has a document of Dr. Chen's and a private file. */
    private final class Scene {
        private final PatientDesk anna;
        private final ClinicianDesk chen;
        private final Path file;
        private final DocumentEntry document;

        Scene(Participants participants) throws Exception {
            file = file("dose.pdf");
            anna = participants.anna();
            chen = participants.mayaChen();
            anna.allow(chen.member, Right.READ, Right.WRITE);
            chen.link(anna);
            document = chen.upload(anna, file, DOSE);
            anna.privateFiles.add(
                    new FileDraft(file("diary.txt"), "diary.txt", "Diary", "text/plain", LocalDate.of(2026, 11, 1)),
                    TransferProgress.none());
            assertTrue(new String(content(), StandardCharsets.UTF_8).contains("dose"));
        }

        byte[] content() throws IOException {
            return Files.readAllBytes(file);
        }
    }

    private static final class PermitEverything extends PermissionPolicy {
        @Override
        public Optional<LedgerErrorCode> refusal(WantedAccess wanted) {
            return Optional.empty();
        }
    }
}
