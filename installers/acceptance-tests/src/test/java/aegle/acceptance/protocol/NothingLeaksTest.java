// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.acceptance.sample.SampleCase;
import aegle.acceptance.sample.SampleDocuments;
import aegle.acceptance.trace.Dress;
import aegle.acceptance.trace.SourceFile;
import aegle.acceptance.trace.Traces;
import aegle.acceptance.trace.Traces.Word;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.DocumentEntry;
import aegle.record.permission.Right;
import aegle.sharing.TransferProgress;
import aegle.sharing.privatefile.PrivateFiles.FileDraft;
import aegle.sharing.request.HandOverCode;
import aegle.sharing.request.RequestedAccess;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * After a whole run nothing of a patient lies in clear in what the network keeps (ledgers, stores, logs, registers) or in a program's
 * folder. What programs keep in memory is {@code LockedProgramsTest}'s question.
 */
class NothingLeaksTest {
    private static final String NAME = "Wilhelmina Oosterveld";
    private static final LocalDate BORN = LocalDate.of(1957, 8, 23);
    private static final String HOSPITAL_NUMBER = "HN-88172645";
    private static final String FILE_NAME = "oosterveld-radiotherapy-summary.pdf";
    private static final String REASON = "second opinion on the left breast";
    private static final long SEED = 20_261_123;
    private static final int LINES = 120;

    /** Where the first two pieces meet in which the search reads a large file. */
    private static final int MEETING = (1 << 24) + 1024;

    @TempDir
    Path folder;

    @Test
    void nothing_of_the_patient_lies_anywhere_in_clear() throws Exception {
        Path sources = Files.createDirectory(folder.resolve("source"));
        Path source = Files.write(sources.resolve(FILE_NAME), document());
        var contents = new LinkedHashMap<String, byte[]>(Map.of(FILE_NAME, document()));
        var samples = new ArrayList<Path>();
        for (var sample : SampleDocuments.render(SampleCase.XRTS_04, sources)) {
            samples.add(sample.file());
            contents.putAll(SourceFile.contents(sample.file()));
        }
        var traces = new Traces(words(), contents);
        Path run = folder.resolve("run");
        try (var participants = Participants.on(run)) {
            live(participants, source, samples);
            assertEquals(List.of(), traces.in(participants.networkFolder()));
            assertEquals(List.of(), traces.in(run));
        }
        assertEquals(List.of(), traces.in(run));
    }

    @Test
    void the_search_finds_what_it_looks_for_in_every_dress() throws Exception {
        var traces = new Traces(words(), Map.of(FILE_NAME, document()));
        byte[] inside = Arrays.copyOfRange(document(), 1000, 1064);
        for (Dress dress : Dress.values()) {
            Path place = Files.createDirectory(folder.resolve(dress.name()));
            byte[] noise = ("xyz" + NAME).getBytes(StandardCharsets.UTF_8);
            Files.write(place.resolve("name"), dress.worn(noise));
            Files.write(place.resolve("window"), dress.worn(inside));
            assertEquals(
                    Set.of("name", "window"),
                    traces.in(place).stream()
                            .map(trace -> trace.replaceAll(".*/|:.*", ""))
                            .collect(Collectors.toSet()),
                    dress.name());
        }
        Files.createFile(folder.resolve(FILE_NAME));
        assertTrue(traces.in(folder).stream().anyMatch(trace -> trace.contains("path has")));
    }

    @Test
    void the_search_finds_every_window_wherever_it_lies() throws Exception {
        byte[] document = document();
        var traces = new Traces(List.of(), Map.of(FILE_NAME, document));
        Path place = folder.resolve("window");
        for (int from = 100; from < 164; from++) {
            for (int before : new int[] {0, 1, 7, 1000}) {
                var content = new byte[before + 32 + 5];
                System.arraycopy(document, from, content, before, 32);
                Files.write(place, content);
                assertEquals(Set.of("part of " + FILE_NAME + " as PLAIN"), traces.inFile(place), "from " + from);
                content[before + 16] ^= 1;
                Files.write(place, content);
                assertEquals(Set.of(), traces.inFile(place), "altered from " + from);
            }
        }
    }

    @Test
    void the_search_misses_nothing_where_two_pieces_of_a_file_meet() throws Exception {
        byte[] document = document();
        var traces = new Traces(words(), Map.of(FILE_NAME, document));
        byte[] name = NAME.getBytes(StandardCharsets.UTF_8);
        Path file = folder.resolve("large");
        for (int before = MEETING - 100; before < MEETING + 10; before += 9) {
            var content = new byte[MEETING + 4096];
            System.arraycopy(document, 500, content, before, 32);
            System.arraycopy(name, 0, content, before + 64, name.length);
            Files.write(file, content);
            assertEquals(
                    Set.of("part of " + FILE_NAME + " as PLAIN", NAME + " as PLAIN", "Oosterveld as PLAIN"),
                    traces.inFile(file),
                    "at " + before);
        }
    }

    private static List<Word> words() {
        return Stream.of(
                        NAME,
                        "Oosterveld",
                        BORN.toString(),
                        "19570823",
                        "23.08.1957",
                        HOSPITAL_NUMBER,
                        FILE_NAME,
                        REASON,
                        "Diary of the first week",
                        "%PDF-")
                .map(Word::of)
                .toList();
    }

    /** Everything that leaves traces: grant, upload, look, confirmation, private file, request, refusal, revocation. */
    private void live(Participants participants, Path source, List<Path> samples) throws Exception {
        PatientDesk patient = participants.patient(NAME, BORN, HOSPITAL_NUMBER);
        ClinicianDesk chen = participants.mayaChen();
        ClinicianDesk weber = participants.tomWeber();
        var permission = patient.allow(chen.member, Right.READ, Right.WRITE);
        patient.allow(weber.member, Set.of(DocumentCategory.RADIATION_DOSE), Right.READ);
        chen.link(patient);
        DocumentEntry uploaded = chen.upload(patient, source, DocumentCategory.RADIATION_DOSE);
        try (var seen = patient.documents.open(uploaded, TransferProgress.none())) {
            patient.documents.countersign(seen);
        }
        for (Path sample : samples) {
            chen.read(patient, chen.upload(patient, sample, DocumentCategory.HISTORY_AND_PHYSICAL));
        }
        chen.documents.list(chen.recordOf(patient));
        chen.read(patient, uploaded);
        weber.read(patient, uploaded);
        patient.privateFiles.add(
                new FileDraft(source, FILE_NAME, "Diary of the first week", "text/plain", LocalDate.of(2026, 11, 1)),
                TransferProgress.none());
        patient.privateFiles
                .open(patient.privateFiles.list().getFirst().entry(), TransferProgress.none())
                .close();
        var code = HandOverCode.parse(HandOverCode.of(patient.owned).text(), weber.ledger.network())
                .orElseThrow();
        weber.asking.ask(
                code,
                new RequestedAccess(
                        weber.member.id(),
                        Set.of(Right.READ),
                        Set.of(DocumentCategory.LABORATORY_RESULTS),
                        30,
                        REASON));
        assertEquals(REASON, patient.answering.open().getFirst().access().reason());
        patient.permissions.stop(patient.current(permission));
        chen.upload.pending();
    }

    /** No real PDF, whose common parts would be found anywhere; lines that occur once in the world. */
    private static byte[] document() {
        var random = new Random(SEED);
        return Stream.concat(
                        Stream.of("%PDF-1.7", "Patient: " + NAME + ", born " + BORN + ", " + HOSPITAL_NUMBER),
                        IntStream.range(0, LINES)
                                .mapToObj(line -> "fraction " + line + " dose " + Long.toString(random.nextLong(), 36)
                                        + " " + Long.toString(random.nextLong(), 36)))
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
