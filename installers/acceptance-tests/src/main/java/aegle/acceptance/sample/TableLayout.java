// SPDX-License-Identifier: Apache-2.0
package aegle.acceptance.sample;

import static aegle.acceptance.sample.ReportPages.INNER;
import static aegle.acceptance.sample.ReportPages.MARGIN;

import aegle.acceptance.sample.ReportTable.Cell;
import aegle.acceptance.sample.ReportTable.Column;
import java.io.IOException;
import java.util.List;

/** Sets a table over as many pages as it needs, with its head repeated on each. */
final class TableLayout {
    private static final float PAD = 4;

    private final ReportPages pages;
    private final ReportStyles styles;
    private final ReportTable table;
    private final float unit;

    TableLayout(ReportPages pages, ReportStyles styles, ReportTable table) {
        this.pages = pages;
        this.styles = styles;
        this.table = table;
        var shares = 0f;
        for (var column : table.columns()) {
            shares += column.share();
        }
        unit = INNER / shares;
    }

    void draw() throws IOException {
        pages.breakUnless(openingHeight());
        head();
        for (var row : table.rows()) {
            if (pages.breakUnless(heightOf(row))) {
                head();
            }
            row(row);
        }
        pages.canvas().rule(ReportStyles.STEEL, 0.8f, MARGIN, pages.height(), INNER);
        pages.take(8);
    }

    /** Answer the height of the head and the first row. */
    float openingHeight() {
        return heightOf(titles())
                + (table.rows().isEmpty() ? 0 : heightOf(table.rows().getFirst()));
    }

    private List<Cell> titles() {
        return table.columns().stream()
                .map(column -> Cell.strong(column.title()))
                .toList();
    }

    private void head() throws IOException {
        var cells = titles();
        var height = heightOf(cells);
        pages.canvas().fill(ReportStyles.PALE, MARGIN, pages.height() - height, INNER, height);
        pages.canvas().rule(ReportStyles.STEEL, 0.8f, MARGIN, pages.height(), INNER);
        row(cells);
    }

    private void row(List<Cell> cells) throws IOException {
        var top = pages.height();
        var x = MARGIN;
        for (int i = 0; i < cells.size(); i++) {
            var column = table.columns().get(i);
            cell(cells.get(i), column, x, top);
            x += column.share() * unit;
        }
        pages.canvas().rule(ReportStyles.HAIRLINE, 0.4f, MARGIN, pages.take(heightOf(cells)), INNER);
    }

    private void cell(Cell cell, Column column, float x, float top) throws IOException {
        var style = styleOf(cell);
        var width = column.share() * unit;
        var y = top - PAD - style.size() * 0.8f;
        for (var line : style.wrap(cell.text(), width - 2 * PAD)) {
            if (column.numeric()) {
                pages.canvas().textEndingAt(style, x + width - PAD, y, line);
            } else {
                pages.canvas().text(style, x + PAD, y, line);
            }
            y -= style.leading();
        }
    }

    private float heightOf(List<Cell> cells) {
        var lines = 1;
        for (int i = 0; i < cells.size(); i++) {
            var width = table.columns().get(i).share() * unit - 2 * PAD;
            lines = Math.max(
                    lines,
                    styleOf(cells.get(i)).wrap(cells.get(i).text(), width).size());
        }
        return lines * styles.small().leading() + 2 * PAD - 2;
    }

    private TextStyle styleOf(Cell cell) {
        var style = cell.strong() ? styles.smallStrong() : styles.small();
        return cell.alarming() ? style.in(ReportStyles.ALARM) : style;
    }
}
