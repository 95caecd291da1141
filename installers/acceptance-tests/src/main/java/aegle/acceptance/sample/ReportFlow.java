// SPDX-License-Identifier: Apache-2.0
package aegle.acceptance.sample;

import static aegle.acceptance.sample.ReportPages.INNER;
import static aegle.acceptance.sample.ReportPages.MARGIN;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Sets sections, paragraphs, lists, fields and tables one below the other, from page to page. */
final class ReportFlow {
    private static final float SECTION = 25;

    private final ReportPages pages;
    private final ReportStyles styles;

    ReportFlow(ReportPages pages, ReportStyles styles) {
        this.pages = pages;
        this.styles = styles;
    }

    ReportPages pages() {
        return pages;
    }

    ReportStyles styles() {
        return styles;
    }

    void section(String title) throws IOException {
        pages.breakUnless(SECTION + 33);
        var y = pages.take(16);
        pages.canvas().fill(ReportStyles.STEEL, MARGIN, y - 1, 3, 11);
        pages.canvas().text(styles.title(), MARGIN + 8, y + 1, title);
        pages.canvas().rule(ReportStyles.HAIRLINE, 0.6f, MARGIN, y - 4, INNER);
        pages.take(9);
    }

    void paragraph(String text) throws IOException {
        lines(styles.body(), text, 0);
        pages.take(4);
    }

    void note(String text) throws IOException {
        lines(styles.note(), text, 0);
        pages.take(4);
    }

    void bullets(List<String> items) throws IOException {
        for (var item : items) {
            pages.breakUnless(14);
            pages.canvas().text(styles.strong().in(ReportStyles.STEEL), MARGIN + 4, pages.height() - 9, "•");
            lines(styles.body(), item, 14);
            pages.take(2);
        }
        pages.take(3);
    }

    /** Set named values in two columns, row by row. */
    void fields(Map<String, String> fields) throws IOException {
        var column = INNER / 2;
        var names = List.copyOf(fields.keySet());
        for (int i = 0; i < names.size(); i += 2) {
            pages.breakUnless(24);
            var deepest = field(names.get(i), fields, MARGIN + 4, column);
            if (i + 1 < names.size()) {
                deepest = Math.max(deepest, field(names.get(i + 1), fields, MARGIN + column + 4, column));
            }
            pages.take(deepest);
        }
        pages.take(4);
    }

    private float field(String name, Map<String, String> fields, float x, float width) throws IOException {
        pages.canvas().text(styles.small().in(ReportStyles.GRAY), x, pages.height() - 9, name);
        var value = styles.small();
        var y = pages.height() - 9;
        var wrapped = value.wrap(fields.getOrDefault(name, ""), width - 108);
        for (var line : wrapped) {
            pages.canvas().text(value, x + 98, y, line);
            y -= value.leading();
        }
        return wrapped.size() * value.leading() + 2.5f;
    }

    void table(ReportTable table) throws IOException {
        new TableLayout(pages, styles, table).draw();
    }

    /** Set a section that begins with a table, not parted from the table's first row. */
    void tableSection(String title, ReportTable table) throws IOException {
        var layout = new TableLayout(pages, styles, table);
        pages.breakUnless(SECTION + layout.openingHeight());
        section(title);
        layout.draw();
    }

    /** Close the document the way that an approved one ends. */
    void signature(DocumentHeading heading) throws IOException {
        pages.breakUnless(62);
        var y = pages.take(14);
        pages.canvas().rule(ReportStyles.HAIRLINE, 0.6f, MARGIN, y, INNER);
        var staff = heading.staff();
        var signed = heading.dateOfService().plusDays(1);
        pages.take(2);
        lines(styles.smallStrong(), "Electronically signed by " + staff.author() + " on " + signed + " 11:42", 0);
        lines(
                styles.small(),
                "Approved by " + staff.supervisor() + " on " + signed
                        + " 16:05. I have reviewed this document and agree with it as written.",
                0);
        lines(styles.note(), "Document status: Approved. Changes after approval are recorded as a new version.", 0);
    }

    private void lines(TextStyle style, String text, float indent) throws IOException {
        for (var line : style.wrap(text, INNER - indent - 4)) {
            pages.breakUnless(style.leading());
            pages.canvas().text(style, MARGIN + indent, pages.height() - style.size(), line);
            pages.take(style.leading());
        }
    }
}
