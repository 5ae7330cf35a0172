package org.randot.commitments.exchange;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.forms.FormOutline;
import org.randot.commitments.forms.FormOutline.Question;
import org.randot.commitments.forms.FormOutline.Table;

/** Reads the cells of a workbook back, found by their hidden keys wherever they stand now. */
final class WorkbookReader {
    private static final int MOST_ROWS = 1000;

    private final FormOutline outline;
    private final Reading reading;

    WorkbookReader(FormOutline outline, Reading reading) {
        this.outline = outline;
        this.reading = reading;
    }

    void read(Workbook workbook) {
        Map<String, Sheet> sheets = sheets(workbook);
        Sheet form = sheets.get(Layout.FORM);
        if (form == null) {
            reading.problem("", "FORM_MISSING", "");
        } else {
            form(form);
        }
        for (FormOutline.Entry entry : outline.entries()) {
            if (entry instanceof Table table) {
                Sheet sheet = sheets.get(Layout.TABLE + table.key());
                if (sheet == null) {
                    reading.problem("", "SHEET_MISSING", table.label());
                } else {
                    table(sheet, table);
                }
            }
        }
    }

    private Map<String, Sheet> sheets(Workbook workbook) {
        Map<String, Sheet> sheets = new HashMap<>();
        for (Sheet sheet : workbook) {
            String marker = text(sheet.getRow(Layout.KEYS), Layout.KEYS);
            if (marker.startsWith("randot:") && sheets.putIfAbsent(marker, sheet) != null) {
                reading.problem(sheet.getSheetName(), "SHEET_TWICE", sheet.getSheetName());
            }
        }
        return sheets;
    }

    private static String text(@Nullable Row row, int column) {
        Cell cell = row == null ? null : row.getCell(column);
        return cell != null && cell.getCellType() == CellType.STRING
                ? cell.getStringCellValue().strip()
                : "";
    }

    // ---- the single fields: a row for each

    private void form(Sheet sheet) {
        Map<String, Slot> slots = new LinkedHashMap<>();
        Map<String, Question> firsts = new HashMap<>();
        for (FormOutline.Entry entry : outline.entries()) {
            if (entry instanceof Question question) {
                var asked = Slot.of(question).stream()
                        .filter(slot -> !slot.input().isNoData())
                        .toList();
                asked.forEach(slot -> slots.put(slot.key(), slot));
                firsts.put(asked.get(0).key(), question);
            }
        }
        Set<String> seen = new HashSet<>();
        for (Row row : sheet) {
            String key = text(row, Layout.KEYS);
            Slot slot = slots.get(key);
            if (slot == null) {
                withoutSlot(row, key);
            } else if (!seen.add(key)) {
                reading.problem(place(sheet, row.getRowNum(), Layout.VALUE), "TWICE", slot.label());
            } else {
                take(row, Layout.VALUE, slot);
                instead(row, firsts.get(key));
            }
        }
        slots.forEach((key, slot) -> {
            if (!seen.contains(key)) {
                reading.problem(sheet.getSheetName(), "ROW_MISSING", slot.label());
            }
        });
    }

    private void withoutSlot(Row row, String key) {
        if (key.isEmpty()) {
            for (Cell cell : row) {
                if (cell.getColumnIndex() >= Layout.VALUE && cell.getColumnIndex() <= Layout.EXPLANATION) {
                    reading.unasked(cell, place(row.getSheet(), row.getRowNum(), cell.getColumnIndex()));
                }
            }
        } else if (!key.equals(Layout.NOTHING) && !key.equals(Layout.FORM)) {
            reading.problem(place(row.getSheet(), row.getRowNum(), Layout.KEYS), "UNKNOWN", key);
        }
    }

    /** Why there is no figure, and the explanation of it, beside the first part of the field. */
    private void instead(Row row, @Nullable Question question) {
        int column = Layout.NO_DATA;
        if (question != null) {
            for (Slot slot : Slot.of(question)) {
                if (slot.input().isNoData()) {
                    take(row, column++, slot);
                }
            }
        }
        for (; column <= Layout.EXPLANATION; column++) {
            Cell cell = row.getCell(column);
            if (cell != null) {
                reading.unasked(cell, place(row.getSheet(), row.getRowNum(), column));
            }
        }
    }

    private void take(Row row, int column, Slot slot) {
        reading.take(
                row.getCell(column),
                slot,
                slot.input().name(),
                slot.input().pointer(),
                place(row.getSheet(), row.getRowNum(), column));
    }

    // ---- a table: a column for each field

    private void table(Sheet sheet, Table table) {
        Map<String, Slot> slots = new LinkedHashMap<>();
        table.columns().forEach(column -> Slot.of(column).forEach(slot -> slots.put(slot.key(), slot)));
        Map<Integer, Slot> columns = columns(sheet, slots);
        String pointer = "/" + table.key();
        reading.place(pointer, place(sheet, Layout.TABLE_ROWS, Layout.TABLE_COLUMNS));
        int number = 0;
        for (int index = Layout.TABLE_ROWS; index <= sheet.getLastRowNum(); index++) {
            Row row = sheet.getRow(index);
            if (row == null || isBlank(row)) {
                continue;
            }
            if (number >= MOST_ROWS) {
                reading.problem(place(sheet, index, Layout.TABLE_COLUMNS), "ROWS", String.valueOf(MOST_ROWS));
                return;
            }
            row(row, columns, table, number++);
        }
    }

    private Map<Integer, Slot> columns(Sheet sheet, Map<String, Slot> slots) {
        Map<Integer, Slot> columns = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        for (Cell cell : sheet.getRow(Layout.KEYS)) {
            String key = text(sheet.getRow(Layout.KEYS), cell.getColumnIndex());
            Slot slot = slots.get(key);
            if (slot != null && seen.add(key)) {
                columns.put(cell.getColumnIndex(), slot);
            } else if (cell.getColumnIndex() != Layout.KEYS && !key.isEmpty() && !key.equals(Layout.NOTHING)) {
                reading.problem(
                        place(sheet, Layout.TABLE_HEADS, cell.getColumnIndex()),
                        slot == null ? "UNKNOWN" : "TWICE",
                        key);
            }
        }
        slots.forEach((key, slot) -> {
            if (!seen.contains(key) && !slot.input().spare()) {
                reading.problem(sheet.getSheetName(), "COLUMN_MISSING", slot.label());
            }
        });
        return columns;
    }

    private static boolean isBlank(Row row) {
        for (Cell cell : row) {
            if (!CellValue.isBlank(cell)) {
                return false;
            }
        }
        return true;
    }

    private void row(Row row, Map<Integer, Slot> columns, Table table, int number) {
        String pointer = "/" + table.key() + "/" + number;
        columns.forEach((column, slot) -> reading.take(
                row.getCell(column),
                slot,
                table.name(number, slot.input()),
                pointer + slot.input().pointer(),
                place(row.getSheet(), row.getRowNum(), column)));
        for (Cell cell : row) {
            boolean named = Layout.NOTHING.equals(text(row.getSheet().getRow(Layout.KEYS), cell.getColumnIndex()));
            if (!columns.containsKey(cell.getColumnIndex()) && !named) {
                reading.unasked(cell, place(row.getSheet(), row.getRowNum(), cell.getColumnIndex()));
            }
        }
    }

    private static String place(Sheet sheet, int row, int column) {
        return Layout.cell(sheet.getSheetName(), row, column);
    }
}
