// SPDX-License-Identifier: Apache-2.0
package aegle.acceptance.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleDocumentsTest {
    @TempDir
    static Path folder;

    private static List<SampleDocument> documents = List.of();

    @BeforeAll
    static void render() throws IOException {
        documents = SampleDocuments.render(folder);
    }

    @Test
    void every_case_has_each_category_and_a_summary_per_course() {
        assertEquals(22, documents.size());
        for (var each : SampleCase.values()) {
            var expected = new ArrayList<>(List.of("HISTORY_AND_PHYSICAL", "LABORATORY_RESULTS", "RADIATION_DOSE"));
            if (each == SampleCase.XRTS_05) {
                expected.add("RADIATION_DOSE");
            }
            assertEquals(
                    expected,
                    documents.stream()
                            .filter(document -> document.patient().equals(each.patient()))
                            .map(SampleDocument::category)
                            .toList());
        }
    }

    @Test
    void every_page_names_the_patient_and_says_that_it_is_synthetic() throws IOException {
        for (var document : documents) {
            var patient = document.patient();
            try (var pdf = open(document)) {
                assertTrue(pdf.getNumberOfPages() >= 2, document.file().toString());
                for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                    var text = text(pdf, page, page);
                    assertContains(text, patient.listedName());
                    assertContains(text, patient.mrn());
                    assertContains(text, patient.birthDate().toString());
                    assertContains(text, "SYNTHETIC – HTEST");
                    assertContains(text, "Page " + page + " of " + pdf.getNumberOfPages());
                    assertTrue(text.matches("(?s).*Printed on \\S+ \\S+ by records\\.export.*"));
                }
            }
        }
    }

    @Test
    void the_first_page_holds_what_an_import_reads() throws IOException {
        for (var document : documents) {
            try (var pdf = open(document)) {
                var text = text(pdf, 1, 1);
                assertContains(text, "Date of service: " + document.dateOfService());
                assertContains(text, "Document type: " + document.documentType());
                assertContains(text, "Status: APPROVED");
                assertContains(text, "Authored by: Nora Winter-22B, MD");
                assertContains(text, "Supervised by: Samuel Ember-22B, MD");
                assertContains(text, "Template: ");
            }
        }
    }

    @Test
    void the_summary_of_both_breasts_gives_dose_per_volume_and_fraction_with_unit() throws IOException {
        var text = text(SampleCase.XRTS_04, "RADIATION_DOSE");

        assertContains(text, "Left Breast Planning target volume 900 cGy 900 cGy 3 3 100 %");
        assertContains(text, "Left Breast Boost Planning target volume 1700 cGy 1700 cGy 7 7 100 %");
        assertContains(text, "Right Breast Planning target volume 900 cGy 900 cGy 3 3 100 %");
        assertContains(
                text,
                "8 2021-09-17 13:15 Left Breast Boost 4 / 4 Left Breast Boost 200 cGy Left Breast Boost 1700 cGy");
    }

    @Test
    void a_stopped_phase_is_told_with_its_reason() throws IOException {
        var text = text(SampleCase.XRTS_02, "RADIATION_DOSE");

        assertContains(text, "Phase Primary was stopped after 3 of 7 fractions.");
        assertContains(text, "acute radiotherapy toxicity");
        assertContains(text, "1340 cGy");
    }

    @Test
    void laboratory_values_outside_of_their_interval_are_flagged() throws IOException {
        var text = text(SampleCase.XRTS_01, "LABORATORY_RESULTS");

        assertContains(text, "PSA, total 7.8 7.4 7.1 H ng/mL 0 – 4.0");
        assertContains(text, "Testosterone, total 412 398 405 ng/dL 250 – 827");
    }

    @Test
    void the_history_holds_tables_and_the_prescription() throws IOException {
        var text = text(SampleCase.XRTS_04, "HISTORY_AND_PHYSICAL");

        assertContains(text, "Jane Sister-22B is a 41-year-old");
        assertContains(text, "Medication Dose Route Frequency");
        assertContains(text, "Levothyroxine 75 µg oral once daily");
        assertContains(text, "900 cGy in 3 fractions");
    }

    @Test
    void treatment_summaries_hold_pictures_of_the_dose() throws IOException {
        for (var document : documents) {
            assertEquals(
                    document.category().equals("RADIATION_DOSE") ? 3 : 0,
                    images(document),
                    document.file().toString());
        }
    }

    @Test
    void the_same_case_gives_the_same_bytes(@TempDir Path again) throws IOException {
        var repeated = SampleDocuments.render(SampleCase.XRTS_04, again);

        for (var document : repeated) {
            assertArrayEquals(
                    Files.readAllBytes(folder.resolve(document.file().getFileName())),
                    Files.readAllBytes(document.file()));
        }
    }

    @Test
    void all_fonts_are_embedded() throws IOException {
        for (var document : documents) {
            try (var pdf = open(document)) {
                for (var page : pdf.getPages()) {
                    for (var name : page.getResources().getFontNames()) {
                        assertTrue(page.getResources().getFont(name).isEmbedded());
                    }
                }
            }
        }
    }

    @Test
    void the_two_mothers_are_different_people() throws IOException {
        var jill = SampleCase.XRTS_06.patient();
        var jane = SampleCase.XRTS_07.patient();

        assertEquals(jill.familyName(), jane.familyName());
        assertEquals(jill.birthDate().plusDays(1), jane.birthDate());
        assertNotEquals(jill.mrn(), jane.mrn());
        assertNotEquals(jill.socialSecurityNumber(), jane.socialSecurityNumber());
        var text = text(SampleCase.XRTS_07, "RADIATION_DOSE");
        assertFalse(text.contains(jill.givenName()));
        assertFalse(text.contains(jill.birthDate().toString()));
        assertContains(text, "14500 cGy");
    }

    @Test
    void a_case_knows_its_patient() {
        var jane = SampleCase.XRTS_04.patient();

        assertEquals("XRTS-04", SampleCase.XRTS_04.id());
        assertEquals("Jane Sister-22B", jane.fullName());
        assertEquals("XRTS-04_22B", jane.mrn());
        assertEquals(LocalDate.of(1980, 3, 4), jane.birthDate());
        assertEquals("74047", jane.postcode());
    }

    private static void assertContains(String text, String part) {
        assertTrue(text.contains(part), () -> "not found: " + part + "\nin:\n" + text);
    }

    private static String text(SampleCase sample, String category) throws IOException {
        var document = documents.stream()
                .filter(each -> each.patient().equals(sample.patient())
                        && each.category().equals(category))
                .findFirst()
                .orElseThrow();
        try (var pdf = open(document)) {
            return text(pdf, 1, pdf.getNumberOfPages()).replaceAll("\\s+", " ");
        }
    }

    private static String text(PDDocument pdf, int first, int last) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setStartPage(first);
        stripper.setEndPage(last);
        return stripper.getText(pdf);
    }

    private static int images(SampleDocument document) throws IOException {
        var images = 0;
        try (var pdf = open(document)) {
            for (var page : pdf.getPages()) {
                for (var name : page.getResources().getXObjectNames()) {
                    images += page.getResources().getXObject(name) instanceof PDImageXObject ? 1 : 0;
                }
            }
        }
        return images;
    }

    private static PDDocument open(SampleDocument document) throws IOException {
        return Loader.loadPDF(document.file().toFile());
    }
}
