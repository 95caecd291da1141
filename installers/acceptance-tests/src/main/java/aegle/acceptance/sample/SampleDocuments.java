// SPDX-License-Identifier: Apache-2.0
package aegle.acceptance.sample;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.zip.CRC32;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Renders the sample cases as PDFs that look like exports of an oncology information system.
 *
 * <p>Per case a history and physical examination, laboratory results, and a treatment summary per course. The same case gives the
 * same bytes, on one JDK. Every page says that it is synthetic. The files are named after patient, date and type and replace files
 * of the same name.
 */
public final class SampleDocuments {
    private static final String HISTORY = "HISTORY_AND_PHYSICAL";
    private static final String LABORATORY = "LABORATORY_RESULTS";
    private static final String DOSE = "RADIATION_DOSE";

    private SampleDocuments() {}

    /** Render all documents of all cases into the one directory that is named. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("name one directory for the sample documents");
        }
        render(Path.of(arguments[0]));
    }

    /** Render all documents of all cases into a directory, which is created if need be. */
    public static List<SampleDocument> render(Path directory) throws IOException {
        var documents = new ArrayList<SampleDocument>();
        for (var each : SampleCase.values()) {
            documents.addAll(render(each, directory));
        }
        return List.copyOf(documents);
    }

    /** Render the documents of one case into a directory, which is created if need be. */
    public static List<SampleDocument> render(SampleCase sample, Path directory) throws IOException {
        Files.createDirectories(directory);
        var file = sample.file();
        var history = file.invented().history();
        var laboratory = file.invented().laboratory();
        var documents = new ArrayList<SampleDocument>();
        documents.add(write(
                directory,
                HISTORY,
                heading(file, HistoryReport.TYPE, history.template(), history.dateOfService()),
                (flow, heading) -> new HistoryReport(file, flow).write(heading)));
        documents.add(write(
                directory,
                LABORATORY,
                heading(file, LaboratoryReport.TYPE, laboratory.template(), laboratory.dateOfService()),
                (flow, heading) -> new LaboratoryReport(file, flow, LaboratoryPanels.read()).write(heading)));
        for (var course : file.codex().courses()) {
            documents.add(write(
                    directory,
                    DOSE,
                    courseHeading(file, course),
                    (flow, heading) -> new TreatmentSummary(file, course, flow).write(heading)));
        }
        return List.copyOf(documents);
    }

    private static DocumentHeading heading(CaseFile file, String type, String template, LocalDate dateOfService) {
        var course = file.codex().courses().getLast().id();
        return new DocumentHeading(
                file.patient(),
                type,
                template,
                dateOfService,
                course,
                file.invented().staff(),
                file.printedOn());
    }

    private static DocumentHeading courseHeading(CaseFile file, CaseFile.Course course) {
        return new DocumentHeading(
                file.patient(),
                TreatmentSummary.TYPE,
                file.invented().treatment().template(),
                course.end(),
                course.id(),
                file.invented().staff(),
                file.printedOn());
    }

    private static SampleDocument write(Path directory, String category, DocumentHeading heading, Report report)
            throws IOException {
        var file = directory.resolve(fileName(heading));
        try (var document = new PDDocument()) {
            var styles = ReportStyles.embeddedIn(document);
            try (var pages = new ReportPages(document, new PageFurniture(heading, styles))) {
                report.write(new ReportFlow(pages, styles), heading);
            }
            describe(document, heading);
            try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
                document.save(out);
            }
        }
        return new SampleDocument(file, category, heading.dateOfService(), heading.documentType(), heading.patient());
    }

    private static void describe(PDDocument document, DocumentHeading heading) {
        var printed = GregorianCalendar.from(heading.printedOn().atTime(8, 14).atZone(ZoneOffset.UTC));
        printed.setTimeZone(TimeZone.getTimeZone("UTC"));
        var information = document.getDocumentInformation();
        information.setTitle(heading.documentType() + " - " + DocumentHeading.MARK);
        information.setAuthor(heading.staff().author());
        information.setProducer("Aegle sample documents");
        information.setCreator(DocumentHeading.INSTITUTION);
        information.setKeywords("synthetic, HTEST");
        information.setCreationDate(printed);
        information.setModificationDate(printed);
        document.getDocumentCatalog().setLanguage("en-US");
        var checksum = new CRC32();
        checksum.update(fileName(heading).getBytes(StandardCharsets.UTF_8));
        document.setDocumentId(checksum.getValue());
    }

    private static String fileName(DocumentHeading heading) {
        var type = heading.documentType().replace("&", "and").replace(' ', '_');
        return String.format(Locale.ROOT, "%s_%s_%s.pdf", heading.patient().mrn(), heading.dateOfService(), type);
    }

    /** What fills the pages of one document. */
    private interface Report {
        void write(ReportFlow flow, DocumentHeading heading) throws IOException;
    }
}
