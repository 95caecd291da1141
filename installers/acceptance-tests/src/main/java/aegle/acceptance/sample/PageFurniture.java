// SPDX-License-Identifier: Apache-2.0
package aegle.acceptance.sample;

import static aegle.acceptance.sample.DocumentHeading.DEPARTMENT;
import static aegle.acceptance.sample.DocumentHeading.INSTITUTION;
import static aegle.acceptance.sample.DocumentHeading.MARK;
import static aegle.acceptance.sample.ReportPages.INNER;
import static aegle.acceptance.sample.ReportPages.MARGIN;
import static aegle.acceptance.sample.ReportPages.TOP;
import static aegle.acceptance.sample.ReportPages.WIDTH;

import java.awt.Color;
import java.io.IOException;

/** Header band, patient banner and footer of each page; every page says that it is synthetic. */
final class PageFurniture {
    private static final float BAND = 46;
    private static final Color LOGO = new Color(0x8FB8DE);

    private final DocumentHeading heading;
    private final ReportStyles styles;

    PageFurniture(DocumentHeading heading, ReportStyles styles) {
        this.heading = heading;
        this.styles = styles;
    }

    /** Draw the head of the first page; answer the height where the content begins. */
    float first(Canvas canvas) throws IOException {
        band(canvas);
        var top = TOP - BAND - 8;
        canvas.fill(ReportStyles.PALE, MARGIN, top - 92, INNER, 92);
        canvas.frame(ReportStyles.HAIRLINE, MARGIN, top - 92, INNER, 92);
        var patient = heading.patient();
        canvas.text(styles.strong().sized(12).in(ReportStyles.NAVY), MARGIN + 8, top - 16, patient.listedName());
        canvas.textEndingAt(styles.strong(), MARGIN + INNER - 8, top - 16, "Status: APPROVED");
        canvas.rule(ReportStyles.HAIRLINE, 0.5f, MARGIN + 8, top - 22, INNER - 16);
        column(canvas, MARGIN + 8, top - 35, new String[][] {
            {"Patient ID (MRN)", patient.mrn()},
            {"Date of birth", patient.birthDate().toString()},
            {"Sex", patient.sex().equals("F") ? "Female" : "Male"},
            {"Address", patient.address() + " " + patient.postcode()}
        });
        column(canvas, MARGIN + INNER / 2 + 4, top - 35, new String[][] {
            {"Document type", heading.documentType()},
            {"Template", heading.template()},
            {"Date of service", heading.dateOfService().toString()},
            {"Course ID", heading.courses()}
        });
        canvas.text(
                styles.small(),
                MARGIN + 8,
                top - 87,
                "Authored by: " + heading.staff().author());
        canvas.text(
                styles.small(),
                MARGIN + 190,
                top - 87,
                "Supervised by: " + heading.staff().supervisor());
        canvas.text(
                styles.small(),
                MARGIN + 372,
                top - 87,
                "Entered by: " + heading.staff().author());
        return top - 92 - 10;
    }

    /** Draw the head of a further page; answer the height where the content begins. */
    float further(Canvas canvas) throws IOException {
        band(canvas);
        var top = TOP - BAND - 8;
        var patient = heading.patient();
        canvas.fill(ReportStyles.PALE, MARGIN, top - 18, INNER, 18);
        canvas.text(
                styles.smallStrong(),
                MARGIN + 8,
                top - 12.5f,
                "Patient: " + patient.listedName() + "   Patient ID: " + patient.mrn() + ", born "
                        + patient.birthDate());
        canvas.textEndingAt(
                styles.small(), MARGIN + INNER - 8, top - 12.5f, "Date of service: " + heading.dateOfService());
        return top - 18 - 10;
    }

    /** Draw the foot of a page. */
    void foot(Canvas canvas, int page, int pages) throws IOException {
        canvas.rule(ReportStyles.STEEL, 0.8f, MARGIN, 44, INNER);
        var foot = styles.small().sized(7).in(ReportStyles.GRAY);
        canvas.text(foot, MARGIN, 34, heading.printedLine());
        canvas.textCentered(
                styles.smallStrong().sized(7).in(ReportStyles.ALARM), WIDTH / 2, 34, MARK + " (no real person)");
        canvas.textEndingAt(foot, MARGIN + INNER, 34, "Page " + page + " of " + pages);
        canvas.text(
                foot,
                MARGIN,
                25,
                "Confidential medical record. " + INSTITUTION + ", 1 Meadow Street, Mounds, OK 74047");
        canvas.textEndingAt(
                foot,
                MARGIN + INNER,
                25,
                heading.patient().listedName() + " | " + heading.patient().mrn());
    }

    private void band(Canvas canvas) throws IOException {
        canvas.fill(ReportStyles.NAVY, 0, TOP - BAND, WIDTH, BAND);
        canvas.fill(ReportStyles.STEEL, 0, TOP - BAND - 2.5f, WIDTH, 2.5f);
        canvas.fill(LOGO, MARGIN, TOP - 35, 24, 24);
        canvas.fill(Color.WHITE, MARGIN + 9.5f, TOP - 31, 5, 16);
        canvas.fill(Color.WHITE, MARGIN + 4, TOP - 25.5f, 16, 5);
        canvas.text(styles.strong().sized(12.5f).in(Color.WHITE), MARGIN + 32, TOP - 21, INSTITUTION);
        canvas.text(styles.body().sized(8.5f).in(LOGO), MARGIN + 32, TOP - 33, DEPARTMENT);
        canvas.textEndingAt(
                styles.strong().sized(12.5f).in(Color.WHITE), MARGIN + INNER, TOP - 21, heading.documentType());
        canvas.textEndingAt(styles.smallStrong().in(new Color(0xFFC9A3)), MARGIN + INNER, TOP - 33, MARK);
    }

    private void column(Canvas canvas, float x, float y, String[][] fields) throws IOException {
        for (int i = 0; i < fields.length; i++) {
            canvas.text(styles.small().in(ReportStyles.GRAY), x, y - i * 12.2f, fields[i][0] + ":");
            canvas.text(styles.smallStrong(), x + 78, y - i * 12.2f, fields[i][1]);
        }
    }
}
