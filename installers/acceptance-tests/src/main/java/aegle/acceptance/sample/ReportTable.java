// SPDX-License-Identifier: Apache-2.0
package aegle.acceptance.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table of a report: columns with a share of the width each, and rows of cells. */
final class ReportTable {
    private final List<Column> columns;
    private final List<List<Cell>> rows = new ArrayList<>();

    ReportTable(Column... columns) {
        this.columns = List.of(columns);
    }

    List<Column> columns() {
        return columns;
    }

    List<List<Cell>> rows() {
        return rows;
    }

    ReportTable row(String... cells) {
        return row(Arrays.stream(cells).map(Cell::plain).toList());
    }

    ReportTable row(List<Cell> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(cells.size() + " cells in " + columns.size() + " columns");
        }
        rows.add(cells);
        return this;
    }

    record Column(String title, float share, boolean numeric) {
        static Column text(String title, float share) {
            return new Column(title, share, false);
        }

        static Column number(String title, float share) {
            return new Column(title, share, true);
        }
    }

    record Cell(String text, boolean strong, boolean alarming) {
        static Cell plain(String text) {
            return new Cell(text, false, false);
        }

        static Cell strong(String text) {
            return new Cell(text, true, false);
        }

        static Cell alarming(String text) {
            return new Cell(text, true, true);
        }
    }
}
