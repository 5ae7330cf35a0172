package org.randot.commitments.exchange;

import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.randot.commitments.forms.FormOutline.Question;
import org.randot.commitments.forms.FormOutline.Table;

/** The sheet of one table: one column for each part of a field. */
final class TableSheet {
    private static final int SPARE_ROWS = 25;
    private static final int WIDTH = 24;
    private static final int HEAD_WIDTH = 60;

    private final Sheet sheet;
    private final Looks looks;
    private final SheetCells cells;
    private final SheetWords words;

    TableSheet(Sheet sheet, Looks looks, SheetCells cells, SheetWords words) {
        this.sheet = sheet;
        this.looks = looks;
        this.cells = cells;
        this.words = words;
    }

    void write(Table table) {
        Row keys = SheetCells.row(sheet, Layout.KEYS);
        cells.text(keys, Layout.KEYS, Layout.TABLE + table.key(), looks.help());
        keys.setZeroHeight(true);
        cells.text(
                SheetCells.row(sheet, Layout.TABLE_TITLE),
                Layout.TABLE_COLUMNS,
                FormSheet.mark(table.label(), table.required()),
                looks.title());
        cells.text(
                SheetCells.row(sheet, Layout.TABLE_HELP),
                Layout.TABLE_COLUMNS,
                (table.help() + "\n" + words.say("table.rows", table.maxRows())).strip(),
                looks.help());
        boolean headed = !table.heads().isEmpty();
        int rows = headed
                ? table.heads().size()
                : Math.min(table.maxRows(), table.rows().size() + SPARE_ROWS);
        int column = Layout.TABLE_COLUMNS;
        if (headed) {
            heads(table, column++);
        }
        for (Question question : table.columns()) {
            for (Slot slot : Slot.of(question)) {
                if (!slot.input().spare()) {
                    column(table, question, slot, column++, rows);
                }
            }
        }
        sheet.setColumnHidden(Layout.KEYS, true);
        sheet.createFreezePane(Layout.TABLE_COLUMNS + (headed ? 1 : 0), Layout.TABLE_ROWS);
        if (headed) {
            sheet.protectSheet("");
        }
    }

    /** What the rows are called, where they are given. */
    private void heads(Table table, int column) {
        sheet.setColumnWidth(column, HEAD_WIDTH * 256);
        cells.text(SheetCells.row(sheet, Layout.KEYS), column, Layout.NOTHING, looks.help());
        cells.text(SheetCells.row(sheet, Layout.TABLE_HEADS), column, table.label(), looks.head());
        for (int i = 0; i < table.heads().size(); i++) {
            cells.text(
                    SheetCells.row(sheet, Layout.TABLE_ROWS + i),
                    column,
                    table.heads().get(i),
                    looks.label());
        }
    }

    private void column(Table table, Question question, Slot slot, int column, int rows) {
        sheet.setColumnWidth(column, WIDTH * 256);
        boolean fixed = table.fixed().contains(question.key());
        if (!fixed) {
            sheet.setDefaultColumnStyle(column, looks.column(slot));
        }
        cells.text(SheetCells.row(sheet, Layout.KEYS), column, slot.key(), looks.help());
        cells.text(
                SheetCells.row(sheet, Layout.TABLE_HEADS),
                column,
                FormSheet.mark(
                        slot.label(), question.required() && !slot.input().isNoData()),
                looks.head());
        String help = column(question, slot) ? question.help() + "\n" : "";
        cells.text(SheetCells.row(sheet, Layout.TABLE_UNITS), column, (help + words.hint(slot)).strip(), looks.help());
        for (int i = 0; i < rows; i++) {
            Map<String, List<String>> given =
                    i < table.rows().size() ? table.rows().get(i) : Map.of();
            List<String> values = given.getOrDefault(slot.input().name(), List.of());
            Row row = SheetCells.row(sheet, Layout.TABLE_ROWS + i);
            if (fixed) {
                cells.fixed(row, column, slot, values);
            } else {
                cells.value(row, column, slot, values);
            }
        }
        if (!fixed) {
            cells.limit(sheet, slot, Layout.TABLE_ROWS, Layout.TABLE_ROWS + table.maxRows() - 1, column);
        }
    }

    /** The help of a field stands over its first column. */
    private static boolean column(Question question, Slot slot) {
        return question.inputs().get(0).equals(slot.input());
    }
}
