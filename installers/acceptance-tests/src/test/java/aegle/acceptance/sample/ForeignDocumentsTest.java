// SPDX-License-Identifier: Apache-2.0
package aegle.acceptance.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aegle.acceptance.sample.ForeignDocument.Expectation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForeignDocumentsTest {
    @TempDir
    static Path folder;

    private static List<ForeignDocument> documents = List.of();

    @BeforeAll
    static void render() throws IOException {
        documents = ForeignDocuments.render(folder);
    }

    @Test
    void each_kind_of_trouble_is_there() {
        for (var each : Expectation.values()) {
            assertTrue(documents.stream().anyMatch(document -> document.expectation() == each), each.toString());
        }
    }

    @Test
    void readable_ones_open_and_draw() throws IOException {
        for (var document : documents) {
            if (document.readable()) {
                try (var pdf = Loader.loadPDF(document.file().toFile())) {
                    assertTrue(new PDFRenderer(pdf).renderImageWithDPI(0, 20).getWidth() > 0);
                }
            }
        }
    }

    @Test
    void the_scan_has_25_megabytes_and_the_report_400_pages() throws IOException {
        var size = Files.size(folder.resolve("scan of 25 MB.pdf"));
        assertTrue(size >= 25_000_000 && size < 27_000_000, "size " + size);
        try (var pdf = Loader.loadPDF(folder.resolve("report of 400 pages.pdf").toFile())) {
            assertEquals(400, pdf.getNumberOfPages());
        }
    }

    @Test
    void the_encrypted_one_opens_with_its_password_only() throws IOException {
        var file = only(Expectation.ENCRYPTED).toFile();

        assertThrows(InvalidPasswordException.class, () -> Loader.loadPDF(file));
        try (var pdf = Loader.loadPDF(file, ForeignDocuments.USER_PASSWORD)) {
            assertEquals(1, pdf.getNumberOfPages());
        }
    }

    @Test
    void damaged_ones_begin_like_a_pdf_and_give_no_page() throws IOException {
        for (var document : documents) {
            if (document.expectation() == Expectation.DAMAGED) {
                assertTrue(startsLikePdf(document.file()));
                assertThrows(
                        IOException.class,
                        () -> Loader.loadPDF(document.file().toFile()).close(),
                        document.file().toString());
            }
        }
    }

    @Test
    void the_empty_one_is_empty_and_the_letter_is_no_pdf() throws IOException {
        assertEquals(0, Files.size(only(Expectation.EMPTY)));
        assertFalse(startsLikePdf(only(Expectation.NOT_A_PDF)));
        assertThrows(
                IOException.class,
                () -> Loader.loadPDF(only(Expectation.EMPTY).toFile()).close());
        assertThrows(
                IOException.class,
                () -> Loader.loadPDF(only(Expectation.NOT_A_PDF).toFile()).close());
    }

    @Test
    void names_are_odd_and_kept_as_they_are() throws IOException {
        try (var files = Files.list(folder)) {
            var names = files.map(file -> file.getFileName().toString()).toList();
            assertEquals(documents.size(), names.size());
            assertTrue(names.contains("-rf leading dash.pdf"));
            assertTrue(names.stream().anyMatch(name -> name.length() > 190));
        }
    }

    private static Path only(Expectation expectation) {
        return documents.stream()
                .filter(document -> document.expectation() == expectation)
                .findFirst()
                .orElseThrow()
                .file();
    }

    private static boolean startsLikePdf(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(5), java.nio.charset.StandardCharsets.US_ASCII).equals("%PDF-");
        }
    }
}
