// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.acceptance.EmbeddedOnly;
import aegle.contract.PatientRecordContract;
import aegle.contract.PermissionPolicy;
import aegle.contract.WantedAccess;
import aegle.embedded.NetworkParts;
import aegle.record.access.AccessEvent;
import aegle.record.access.AccessKind;
import aegle.record.codec.LedgerErrorCode;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.DocumentEntry;
import aegle.record.permission.Permission;
import aegle.record.permission.Right;
import aegle.record.permission.ValidityPeriod;
import aegle.sharing.AccessDeniedException;
import aegle.sharing.LedgerUnavailableException;
import aegle.sharing.TransferProgress;
import aegle.sharing.retrieval.GrantedRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a clinician is shown while the ledger does not answer, and what is left of it once she may not see it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CachedReadingTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final DocumentCategory DOSE = DocumentCategory.RADIATION_DOSE;

    private final MovableClock clinicsClock = new MovableClock();
    private final SlowPolicy policy = new SlowPolicy();
    private Path file;
    private Participants participants;
    private ClinicianDesk chen;
    private PatientDesk anna;
    private Permission permission;
    private DocumentEntry opened;
    private DocumentEntry unopened;
    private GrantedRecord record;

    @BeforeAll
    void found_the_network(@TempDir Path folder) throws Exception {
        file = Files.writeString(folder.resolve("dose.pdf"), "what was delivered");
        participants = Participants.onEither(
                folder,
                NetworkParts.standard(Participants.CLOCK, Participants.RANDOM)
                        .withContract(settings -> new PatientRecordContract(settings, policy)));
        chen = participants.clinician("Dr. Maya Chen", "1234567893", clinicsClock);
    }

    @BeforeEach
    void open_one_of_two_documents() throws Exception {
        clinicsClock.put(Duration.ZERO);
        anna = participants.anna();
        Instant now = Participants.CLOCK.instant();
        permission = anna.allow(
                chen.member,
                Set.of(DOSE),
                new ValidityPeriod(now.minusSeconds(1), now.plus(Duration.ofHours(36))),
                Right.READ,
                Right.WRITE);
        chen.link(anna);
        opened = chen.upload(anna, file, DOSE);
        unopened = chen.upload(anna, file, DOSE);
        record = chen.recordOf(anna);
        assertEquals(2, chen.documents.list(record).size());
        chen.read(anna, opened);
    }

    @AfterAll
    void stop_the_network() {
        policy.goOn();
        if (participants != null) { // not founded where the class is skipped
            participants.close();
        }
    }

    @Test
    @EmbeddedOnly("takes the whole network away")
    void without_a_network_it_is_shown_from_the_cache_and_the_look_is_told_afterwards() throws Exception {
        participants.stopNetwork();
        Instant looked;
        try (var shown = chen.documents.open(record, opened, TransferProgress.none())) {
            looked = Participants.CLOCK.instant();
            assertArrayEquals(Files.readAllBytes(file), shown.content());
            assertFalse(shown.permissionLastSeen().orElseThrow().isAfter(looked));
        } finally {
            participants.startNetwork();
        }

        Await.until(LIMIT, "the program finds the network again", this::looksAreTold);
        chen.cache.tellPendingLooks();

        AccessEvent told = onlyCachedLook();
        assertEquals(Optional.empty(), told.denial());
        assertEquals(opened.id(), told.document());
        assertFalse(told.openedAt().orElseThrow().isAfter(looked));
        assertTrue(told.time().isAfter(told.openedAt().orElseThrow()));
    }

    @Test
    @EmbeddedOnly("takes the whole network away")
    void without_a_network_nothing_else_is_shown() throws Exception {
        participants.stopNetwork();
        try {
            requireNotShown(unopened);

            clinicsClock.put(Duration.ofHours(24).minusMinutes(1));
            chen.documents.open(record, opened, TransferProgress.none()).close();
            clinicsClock.put(Duration.ofHours(24).plusMinutes(1));
            requireNotShown(opened);
            clinicsClock.put(Duration.ofMinutes(-5));
            requireNotShown(opened);
        } finally {
            clinicsClock.put(Duration.ZERO);
            participants.startNetwork();
        }
        Await.until(LIMIT, "the program finds the network again", this::looksAreTold);
    }

    @Test
    @EmbeddedOnly("takes the whole network away")
    void without_a_network_an_ended_permission_shows_nothing() throws Exception {
        clinicsClock.put(Duration.ofHours(20));
        chen.read(anna, opened);
        participants.stopNetwork();
        try {
            clinicsClock.put(Duration.ofHours(37));
            requireNotShown(opened);
        } finally {
            clinicsClock.put(Duration.ZERO);
            participants.startNetwork();
        }
        Await.until(LIMIT, "the program finds the network again", this::looksAreTold);
    }

    @Test
    @EmbeddedOnly("takes the whole network away")
    void a_program_that_was_killed_since_shows_it_without_a_network_too() throws Exception {
        participants.stopNetwork();
        try {
            chen = participants.restart(chen);
            GrantedRecord seenAgain = chen.recordOf(anna);
            assertEquals(2, chen.documents.list(seenAgain).size());
            try (var shown = chen.documents.open(seenAgain, opened, TransferProgress.none())) {
                assertArrayEquals(Files.readAllBytes(file), shown.content());
            }
            clinicsClock.put(Duration.ofHours(24).plusMinutes(1));
            assertThrows(LedgerUnavailableException.class, () -> chen.recordOf(anna));
        } finally {
            clinicsClock.put(Duration.ZERO);
            participants.startNetwork();
        }
        Await.until(LIMIT, "the program finds the network again", this::looksAreTold);
        assertEquals(opened.id(), onlyCachedLook().document());
    }

    @Test
    @EmbeddedOnly("takes the whole network away")
    void a_look_that_was_journalled_before_a_kill_is_told_by_the_next_run() throws Exception {
        participants.stopNetwork();
        chen.documents.open(record, opened, TransferProgress.none()).close();
        chen = participants.restart(chen);
        participants.startNetwork();

        Await.until(LIMIT, "the program finds the network again", this::looksAreTold);
        assertEquals(opened.id(), onlyCachedLook().document());
    }

    @Test
    void when_a_revocation_is_seen_nothing_of_the_patient_is_left() throws Exception {
        assertTrue(Files.exists(cached(opened)));
        assertTrue(kept().stream().anyMatch(name -> name.startsWith("label/")));

        anna.permissions.stop(anna.current(permission));
        assertThrows(
                AccessDeniedException.class,
                () -> chen.documents
                        .open(record, opened, TransferProgress.none())
                        .close());

        requireNothingLeft();
    }

    @Test
    @EmbeddedOnly("makes the contract wait")
    void a_late_denial_closes_what_a_slow_ledger_let_be_shown() throws Exception {
        anna.permissions.stop(anna.current(permission));
        policy.hold();
        try (var shown = chen.documents.open(record, opened, TransferProgress.none())) {
            assertTrue(shown.permissionLastSeen().isPresent());
        } finally {
            policy.goOn();
        }

        Await.until(LIMIT, "the denial arrives", () -> chen.lateDenials.contains(record.id()));
        requireNothingLeft();
        Await.until(LIMIT, "the look is told", this::looksAreTold);
        AccessEvent told = onlyCachedLook();
        assertEquals(Optional.of(LedgerErrorCode.PERMISSION_REVOKED), told.denial());
    }

    private AccessEvent onlyCachedLook() throws Exception {
        List<AccessEvent> looks = anna.history.read().events().stream()
                .filter(event -> event.kind() == AccessKind.OPEN_CACHED)
                .toList();
        assertEquals(1, looks.size());
        return looks.getFirst();
    }

    private boolean looksAreTold() throws Exception {
        try {
            chen.cache.tellPendingLooks();
            anna.owned.find();
            chen.records.permissions();
            return true;
        } catch (LedgerUnavailableException e) {
            return false;
        }
    }

    private void requireNotShown(DocumentEntry document) {
        assertThrows(
                LedgerUnavailableException.class,
                () -> chen.documents
                        .open(record, document, TransferProgress.none())
                        .close());
    }

    private void requireNothingLeft() {
        assertFalse(Files.exists(cached(opened)));
        assertEquals(List.of(), kept());
    }

    private Path cached(DocumentEntry document) {
        return chen.cacheFolder().resolve(document.objects().body().key().name().hex());
    }

    /** What the program's memory has of Anna's two documents, her grant, and what the ledger listed. */
    private List<String> kept() {
        List<String> ids = Stream.of(opened, unopened)
                .flatMap(document -> Stream.of(
                        document.id().hex(),
                        document.objects().envelope().key().name().hex()))
                .toList();
        return Stream.concat(
                        Stream.of("envelope/", "label/", "kept/")
                                .flatMap(prefix -> chen.memory.names(prefix).stream())
                                .filter(name -> ids.stream().anyMatch(name::contains)),
                        Stream.of("answer/", "grant/" + permission.id().hex())
                                .flatMap(prefix -> chen.memory.names(prefix).stream()))
                .toList();
    }

    /** The real policy, which a test can make wait. */
    private static final class SlowPolicy extends PermissionPolicy {
        private volatile CountDownLatch gate = new CountDownLatch(0);

        void hold() {
            gate = new CountDownLatch(1);
        }

        void goOn() {
            gate.countDown();
        }

        @Override
        public Optional<LedgerErrorCode> refusal(WantedAccess wanted) {
            try {
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return super.refusal(wanted);
        }
    }
}
