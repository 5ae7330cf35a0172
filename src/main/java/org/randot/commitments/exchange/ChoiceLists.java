package org.randot.commitments.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;

/** Lists of choices in a hidden sheet, each once, from which cells offer theirs. */
final class ChoiceLists {
    static final String SHEET = "randot-lists";

    private final Sheet sheet;
    private final Map<List<String>, String> ranges = new HashMap<>();

    ChoiceLists(Workbook workbook) {
        sheet = workbook.createSheet(SHEET);
        workbook.setSheetHidden(workbook.getSheetIndex(sheet), true);
    }

    /** The range that holds this list. */
    String range(List<String> choices) {
        return ranges.computeIfAbsent(choices, this::write);
    }

    private String write(List<String> choices) {
        int column = ranges.size();
        for (int i = 0; i < choices.size(); i++) {
            Row row = sheet.getRow(i) == null ? sheet.createRow(i) : sheet.getRow(i);
            row.createCell(column).setCellValue(choices.get(i));
        }
        return new CellRangeAddress(0, choices.size() - 1, column, column).formatAsString(SHEET, true);
    }
}
