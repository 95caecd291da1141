// SPDX-License-Identifier: Apache-2.0

package aegle.acceptance.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.acceptance.EmbeddedOnly;
import aegle.record.metadata.DocumentCategory;
import aegle.record.metadata.DocumentEntry;
import aegle.record.permission.Right;
import aegle.sharing.TransferProgress;
import aegle.sharing.privatefile.PrivateFiles.FileDraft;
import aegle.sharing.request.HandOverCode;
import aegle.sharing.request.RequestedAccess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After a whole run, neither the network nor a program's folder has anything of a patient in clear: the short version. */
class NothingLeaksTest {
    private static final String NAME = "Wilhelmina Oosterveld";
    private static final LocalDate BORN = LocalDate.of(1957, 8, 23);
    private static final String HOSPITAL_NUMBER = "HN-88172645";
    private static final String FILE_NAME = "oosterveld-radiotherapy-summary.pdf";
    private static final String REASON = "second opinion on the left breast";
    private static final long SEED = 20_261_123;
    private static final int LINES = 120;

    @TempDir
    Path folder;

    @Test
    @EmbeddedOnly("searches the files of a network of its own")
    void nothing_of_the_patient_lies_anywhere_in_clear() throws Exception {
        Path source =
                Files.write(Files.createDirectory(folder.resolve("source")).resolve(FILE_NAME), document());
        Path run = folder.resolve("run");
        try (var participants = Participants.on(run)) {
            live(participants, source);
            assertEquals(List.of(), traces(source).in(run));
        }
        assertEquals(List.of(), traces(source).in(run));
    }

    @Test
    void the_search_finds_what_it_looks_for_in_every_dress() throws Exception {
        Path source = Files.write(folder.resolve(FILE_NAME), document());
        byte[] inside = java.util.Arrays.copyOfRange(Files.readAllBytes(source), 1000, 1100);
        for (var dress : Traces.Dress.values()) {
            Path place = Files.createDirectory(folder.resolve(dress.name()));
            byte[] noise = ("xyz" + NAME).getBytes(StandardCharsets.UTF_8);
            Files.write(place.resolve("name"), dress.worn(noise));
            Files.write(place.resolve("window"), dress.worn(inside));
            assertEquals(
                    Set.of("name", "window"),
                    traces(source).in(place).stream()
                            .map(trace -> trace.replaceAll(".*/|:.*", ""))
                            .collect(Collectors.toSet()),
                    dress.name());
        }
        assertTrue(traces(source).in(folder).stream().anyMatch(trace -> trace.contains("path")));
    }

    private static Traces traces(Path source) throws IOException {
        var words = List.of(
                NAME,
                "Oosterveld",
                BORN.toString(),
                "19570823",
                "23.08.1957",
                HOSPITAL_NUMBER,
                FILE_NAME,
                REASON,
                "Diary of the first week",
                "%PDF-");
        return new Traces(words, Files.readAllBytes(source));
    }

    /** Everything that leaves traces: grant, upload, look, confirmation, private file, request, refusal, revocation. */
    private void live(Participants participants, Path source) throws Exception {
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
