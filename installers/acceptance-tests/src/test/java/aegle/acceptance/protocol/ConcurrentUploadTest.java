// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.acceptance.MetConflicts;
import aegle.record.access.DenialCount;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.DocumentEntry;
import aegle.record.permission.Right;
import aegle.sharing.SharingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** Several people write into one record at the same time. */
class ConcurrentUploadTest {
    private static final int DOCUMENTS = 50;
    private static final int AT_ONCE = 4;
    private static final int MOST_ROUNDS = 20;
    private static final DocumentCategory DOSE = DocumentCategory.RADIATION_DOSE;

    @TempDir
    private Path folder;

    private Participants participants;
    private PatientDesk anna;

    @BeforeEach
    void found_the_network() throws Exception {
        participants = Participants.on(folder);
        anna = participants.anna();
    }

    @AfterEach
    void stop_the_network() {
        participants.close();
    }

    @Test
    void a_hundred_documents_of_two_clinicians_meet_no_conflict(TestReporter reporter) throws Exception {
        var clinicians = List.of(participants.mayaChen(), participants.tomWeber());
        for (ClinicianDesk clinician : clinicians) {
            anna.allow(clinician.member, Right.READ, Right.WRITE);
            clinician.link(anna);
        }
        Map<DocumentEntry, Path> added = new ConcurrentHashMap<>();
        try (var conflicts = new MetConflicts()) {
            long begun = System.nanoTime();
            together(clinicians.stream()
                    .map(clinician -> (Callable<Object>) () -> uploadAll(clinician, added))
                    .toList());
            reporter.publishEntry("seconds", Double.toString((System.nanoTime() - begun) / 1e9));

            assertEquals(0, conflicts.count());
        }

        List<DocumentEntry> entries = anna.documents.entries();
        assertEquals(clinicians.size() * DOCUMENTS, entries.size());
        assertEquals(added.keySet(), Set.copyOf(entries));
        for (DocumentEntry entry : entries) {
            assertArrayEquals(Files.readAllBytes(added.get(entry)), anna.read(entry));
        }
    }

    /** So that no conflict means something: those that must be met are counted. */
    @Test
    void openings_at_the_same_time_that_are_all_denied_meet_conflicts_and_are_counted_each() throws Exception {
        ClinicianDesk chen = participants.mayaChen();
        anna.allow(chen.member, Right.READ, Right.WRITE);
        chen.link(anna);
        var document = chen.upload(anna, file("one", 1), DOSE);
        ClinicianDesk stranger = participants.tomWeber();
        int denied = 0;
        try (var conflicts = new MetConflicts()) {
            for (int round = 0; round < MOST_ROUNDS && conflicts.count() == 0; round++) {
                var attempts = new ArrayList<Callable<Object>>();
                for (int i = 0; i < AT_ONCE; i++) {
                    attempts.add(() -> Refusals.denial(stranger, document, Optional.empty()));
                }
                together(attempts);
                denied += AT_ONCE;
            }
            assertTrue(conflicts.count() > 0, "all of them write how often she was denied");
        }

        var history = anna.history.read();
        assertEquals(
                denied, history.denials().stream().mapToInt(DenialCount::count).sum());
    }

    private Object uploadAll(ClinicianDesk clinician, Map<DocumentEntry, Path> added)
            throws SharingException, IOException {
        for (int i = 1; i <= DOCUMENTS; i++) {
            Path file = file(clinician.member.id().hex(), i);
            added.put(clinician.upload(anna, file, DOSE), file);
        }
        return added;
    }

    private Path file(String who, int number) throws IOException {
        return Files.writeString(folder.resolve(who + "-" + number + ".pdf"), "note " + number + " of " + who);
    }

    private static void together(List<Callable<Object>> works) throws Exception {
        var barrier = new CyclicBarrier(works.size());
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<Object>>();
            for (Callable<Object> work : works) {
                running.add(executor.submit(() -> {
                    barrier.await();
                    return work.call();
                }));
            }
            for (Future<Object> each : running) {
                each.get();
            }
        }
    }
}
