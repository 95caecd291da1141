// SPDX-License-Identifier: Apache-2.0
package aegle.clinician.aria;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.clinician.testdata.Documents;
import aegle.clinician.testdata.Patients;
import aegle.clinician.testdata.Screens;
import aegle.crypto.Digest;
import aegle.record.metadata.DocumentKind;
import aegle.record.permission.Right;
import aegle.sharing.DocumentRefusedException;
import aegle.sharing.DocumentRefusedException.Reason;
import aegle.sharing.retrieval.GrantedRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AriaExportTest {
    private static final LocalDate BORN = LocalDate.of(1971, 5, 4);
    private static final LocalDate SERVICE = LocalDate.of(2026, 5, 3);

    @TempDir
    private Path folder;

    @Test
    void the_standard_profile_reads_what_the_samples_print() throws Exception {
        byte[] pdf = Documents.aria("MC-1001", BORN, SERVICE, "History & Physical Examination", "APPROVED");
        Path file = Files.write(folder.resolve("a.pdf"), pdf);

        ExportedDocument read = Screens.reader().read(file);

        var fields = read.fields();
        assertEquals(Optional.of("MC-1001"), fields.hospitalNumber());
        assertEquals(Optional.of(BORN), fields.birthDate());
        assertEquals(Optional.of(SERVICE), fields.dateOfService());
        assertEquals(Optional.of("APPROVED"), fields.status());
        assertEquals(
                Optional.of(DocumentKind.HISTORY_AND_PHYSICAL_EXAMINATION),
                AriaProfile.standard().kind(fields.documentType().orElseThrow()));
        assertEquals(Digest.sha256Of(pdf), read.content());
        assertEquals(1, read.pages());
    }

    @Test
    void a_foreign_document_says_nothing_and_is_read_all_the_same() throws Exception {
        Path file = Files.write(folder.resolve("a.pdf"), Documents.pdf("A letter without any fields"));

        assertEquals(ExportFields.none(), Screens.reader().read(file).fields());
    }

    @Test
    void a_hospital_may_have_its_own_words() throws Exception {
        Path own = Files.writeString(
                folder.resolve("profile.json"),
                "{\"fields\":{\"hospitalNumber\":\"Fallnummer (\\\\d+)\"},\"dateFormats\":[\"d.M.yyyy\"],"
                        + "\"approvedStatus\":[],\"documentTypes\":{\"arztbrief\":\"OTHER_DOCUMENT\"}}");

        AriaProfile profile = AriaProfile.read(own);

        assertEquals(Optional.of("77"), profile.find("Fallnummer 77").hospitalNumber());
        assertEquals(Optional.of(DocumentKind.OTHER_DOCUMENT), profile.kind("Arztbrief"));
        assertThrows(IOException.class, () -> AriaProfile.read(Files.writeString(own, "{}")));
    }

    @Test
    void every_file_of_the_folder_is_offered_but_hidden_ones() throws Exception {
        for (String name : List.of("b.pdf", "a.PDF", "letter.txt", ".hidden.pdf")) {
            Files.write(folder.resolve(name), new byte[1]);
        }
        Files.createDirectory(folder.resolve("sub.pdf"));

        List<String> names = Screens.reader().files(folder).stream()
                .map(file -> file.getFileName().toString())
                .toList();

        assertEquals(List.of("a.PDF", "b.pdf", "letter.txt"), names);
    }

    @Test
    void what_is_no_pdf_is_refused_with_its_reason() throws Exception {
        Path file = Files.write(folder.resolve("empty.pdf"), new byte[0]);

        var refusal = assertThrows(
                DocumentRefusedException.class, () -> Screens.reader().read(file));
        assertEquals(Reason.EMPTY, refusal.reason());
    }

    @Test
    void the_guard_wants_two_identifiers_and_one_difference_outweighs_them() {
        GrantedRecord maja = Patients.maja();

        assertEquals(IdentifierMatch.TWO_MATCH, IdentifierMatch.of(fields("mc-1001 ", BORN), maja));
        assertEquals(IdentifierMatch.ONE_MATCHES, IdentifierMatch.of(fields("MC-1001", null), maja));
        assertEquals(IdentifierMatch.ONE_MATCHES, IdentifierMatch.of(fields(null, BORN), maja));
        assertEquals(IdentifierMatch.NONE_FOUND, IdentifierMatch.of(ExportFields.none(), maja));
        assertEquals(IdentifierMatch.CONTRADICTED, IdentifierMatch.of(fields("MC-2002", BORN), maja));
        assertEquals(IdentifierMatch.CONTRADICTED, IdentifierMatch.of(fields("MC-1001", BORN.plusDays(1)), maja));
    }

    @Test
    void a_patient_without_numbers_matches_by_one_at_most_until_her_number_is_confirmed_here() {
        GrantedRecord nobody = Patients.record("Ada Novak", BORN, List.of(), Set.of(Right.READ));

        assertEquals(IdentifierMatch.ONE_MATCHES, IdentifierMatch.of(fields("MC-7000", BORN), nobody));
        assertEquals(
                IdentifierMatch.TWO_MATCH, IdentifierMatch.of(fields("MC-7000", BORN), Patients.confirmed(nobody)));
        assertEquals(
                IdentifierMatch.CONTRADICTED, IdentifierMatch.of(fields("MC-7001", BORN), Patients.confirmed(nobody)));
    }

    @Test
    void pending_is_not_approved() {
        assertTrue(AriaProfile.standard().isApproved("approved"));
        assertFalse(AriaProfile.standard().isApproved("PENDING"));
    }

    private static ExportFields fields(
            @org.jspecify.annotations.Nullable String number, @org.jspecify.annotations.Nullable LocalDate born) {
        return new ExportFields(
                Optional.ofNullable(number),
                Optional.ofNullable(born),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
