package org.randot.commitments.exchange;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.randot.commitments.exchange.WorkbookUnfit.Reason;
import org.randot.commitments.shared.Language;
import org.randot.commitments.undertakings.TaskView;

/**
 * What a workbook was made for; it stands in a hidden sheet.
 *
 * @param form id of the form and its package's version
 * @param fields keys of the fields that the person may fill
 * @param version of the draft it shows
 */
record WorkbookKey(UUID task, String form, String fields, int version, Language language) {
    static final String SHEET = "randot-key";
    private static final String FORMAT = "1";

    static WorkbookKey of(TaskView view, Language language) {
        return new WorkbookKey(
                view.task().id(),
                view.commitment().code() + "/" + view.commitment().version() + "/"
                        + view.form().id(),
                String.join(" ", view.form().keys()),
                view.task().version(),
                language);
    }

    void write(Workbook workbook) {
        Sheet sheet = workbook.createSheet(SHEET);
        put(sheet, "format", FORMAT);
        put(sheet, "task", task.toString());
        put(sheet, "form", form);
        put(sheet, "fields", fields);
        put(sheet, "version", String.valueOf(version));
        put(sheet, "language", language.tag());
        workbook.setSheetHidden(workbook.getSheetIndex(sheet), true);
    }

    private static void put(Sheet sheet, String name, String value) {
        Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
        row.createCell(0).setCellValue(name);
        row.createCell(1).setCellValue(value);
    }

    /** @throws WorkbookUnfit when there is none, or none that we know */
    static WorkbookKey read(Workbook workbook) {
        Sheet sheet = workbook.getSheet(SHEET);
        Map<String, String> found = new TreeMap<>();
        if (sheet != null) {
            sheet.forEach(row -> found.put(text(row, 0), text(row, 1)));
        }
        if (!FORMAT.equals(found.get("format"))) {
            throw new WorkbookUnfit(Reason.NOT_OURS);
        }
        try {
            return new WorkbookKey(
                    UUID.fromString(found.getOrDefault("task", "")),
                    found.getOrDefault("form", ""),
                    found.getOrDefault("fields", ""),
                    Integer.parseInt(found.getOrDefault("version", "")),
                    Language.of(Locale.forLanguageTag(found.getOrDefault("language", ""))));
        } catch (IllegalArgumentException changed) {
            throw new WorkbookUnfit(Reason.NOT_OURS);
        }
    }

    private static String text(Row row, int column) {
        return row.getCell(column) != null && row.getCell(column).getCellType() == CellType.STRING
                ? row.getCell(column).getStringCellValue()
                : "";
    }

    /** @throws WorkbookUnfit when the workbook was made for another task, another version of the form, or other fields of it */
    void requireSame(WorkbookKey now) {
        if (!task.equals(now.task)) {
            throw new WorkbookUnfit(Reason.OTHER_TASK);
        }
        if (!form.equals(now.form) || !fields.equals(now.fields)) {
            throw new WorkbookUnfit(Reason.OTHER_FORM);
        }
    }
}
