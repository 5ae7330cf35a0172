package org.randot.commitments.exchange;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.forms.FormOutline.Choice;
import org.randot.commitments.forms.FormOutline.Input;
import org.randot.commitments.forms.FormOutline.Range;

/** Writes cells: words, values as numbers, dates or text, never formulas, and what may be typed into them. */
final class SheetCells {
    private static final int DIGITS = 15;
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);
    private static final String LARGEST = "999999999999999";
    private static final int LONGEST_MESSAGE = 250;
    private static final int LONGEST_TITLE = 31;
    /** What a spreadsheet would take for a character code. */
    private static final Pattern CODE = Pattern.compile("_(x[0-9A-Fa-f]{4}_)");

    private final Looks looks;
    private final ChoiceLists lists;
    private final SheetWords words;

    SheetCells(Looks looks, ChoiceLists lists, SheetWords words) {
        this.looks = looks;
        this.lists = lists;
        this.words = words;
    }

    static Row row(Sheet sheet, int number) {
        return sheet.getRow(number) == null ? sheet.createRow(number) : sheet.getRow(number);
    }

    void text(Row row, int column, String text, CellStyle style) {
        Cell cell = row.createCell(column);
        cell.setCellStyle(looksLikeFormula(text) ? looks.quoted(style) : style);
        cell.setCellValue(CODE.matcher(text).replaceAll("_x005F_$1"));
    }

    private static boolean looksLikeFormula(String text) {
        return !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0;
    }

    /** What is given for the slot, or an empty cell to fill. */
    void value(Row row, int column, Slot slot, List<String> given) {
        CellStyle style = looks.input(slot);
        Choice option = slot.option();
        if (option != null) {
            text(row, column, given.contains(option.value()) ? Slot.TICK : "", style);
        } else if (given.isEmpty()) {
            row.createCell(column).setCellStyle(style);
        } else {
            value(row, column, slot.input(), given.get(0), style);
        }
    }

    /** What is given and not to be changed. */
    void fixed(Row row, int column, Slot slot, List<String> given) {
        text(row, column, given.isEmpty() ? "" : label(slot.input(), given.get(0)), looks.label());
    }

    private void value(Row row, int column, Input input, String given, CellStyle style) {
        switch (input.kind()) {
            case NUMBER, AMOUNT -> number(row, column, input, given, style);
            case DATE -> date(row, column, given, style);
            case CHOICE -> text(row, column, label(input, given), style);
            default -> text(row, column, given, style);
        }
    }

    private void number(Row row, int column, Input input, String given, CellStyle style) {
        BigDecimal number = number(given);
        if (number == null || number.precision() > DIGITS) {
            text(row, column, given, style);
            return;
        }
        Cell cell = row.createCell(column);
        boolean amount = input.kind() == org.randot.commitments.forms.FormOutline.Kind.AMOUNT;
        cell.setCellStyle(amount ? looks.amount(style, number) : style);
        cell.setCellValue(number.doubleValue());
    }

    private static @Nullable BigDecimal number(String given) {
        return given.matches("-?\\d{1,18}(\\.\\d{1,10})?") ? new BigDecimal(given) : null;
    }

    private void date(Row row, int column, String given, CellStyle style) {
        LocalDate date = date(given);
        if (date == null || date.isBefore(FIRST_DAY)) {
            text(row, column, given, style);
            return;
        }
        Cell cell = row.createCell(column);
        cell.setCellStyle(style);
        cell.setCellValue(date);
    }

    private static @Nullable LocalDate date(String given) {
        try {
            return given.length() == 10 ? LocalDate.parse(given) : null;
        } catch (DateTimeException noDate) {
            return null;
        }
    }

    static String label(Input input, String value) {
        return input.choices().stream()
                .filter(choice -> choice.value().equals(value))
                .map(Choice::label)
                .findFirst()
                .orElse(value);
    }

    /** What may be typed into these cells of a column; anything else is refused on the spot, in words. */
    void limit(Sheet sheet, Slot slot, int firstRow, int lastRow, int column) {
        DataValidationHelper helper = sheet.getDataValidationHelper();
        DataValidationConstraint constraint = constraint(helper, slot);
        if (constraint == null) {
            return;
        }
        DataValidation limit =
                helper.createValidation(constraint, new CellRangeAddressList(firstRow, lastRow, column, column));
        limit.setEmptyCellAllowed(true);
        limit.setSuppressDropDownArrow(true);
        limit.setShowErrorBox(!slot.input().open());
        boolean date = slot.input().kind() == org.randot.commitments.forms.FormOutline.Kind.DATE;
        limit.setErrorStyle(date ? DataValidation.ErrorStyle.WARNING : DataValidation.ErrorStyle.STOP);
        limit.createErrorBox(
                cut(words.say("check.title"), LONGEST_TITLE),
                cut(slot.label() + ": " + words.hint(slot), LONGEST_MESSAGE));
        sheet.addValidationData(limit);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }

    private @Nullable DataValidationConstraint constraint(DataValidationHelper helper, Slot slot) {
        Input input = slot.input();
        if (slot.option() != null) {
            return helper.createFormulaListConstraint(lists.range(List.of(Slot.TICK)));
        }
        if (!input.choices().isEmpty()) {
            return helper.createFormulaListConstraint(
                    lists.range(input.choices().stream().map(Choice::label).toList()));
        }
        Range range = input.range();
        return switch (input.kind()) {
            case NUMBER, AMOUNT ->
                range.decimals() == 0
                        ? helper.createIntegerConstraint(OperatorType.BETWEEN, least(range), most(range))
                        : helper.createDecimalConstraint(OperatorType.BETWEEN, least(range), most(range));
            case DATE -> helper.createDateConstraint(OperatorType.BETWEEN, "1", "73415", null);
            default -> length(helper, input);
        };
    }

    private static @Nullable DataValidationConstraint length(DataValidationHelper helper, Input input) {
        boolean limited = input.longest() > 0 && input.longest() < SpreadsheetVersion.EXCEL2007.getMaxTextLength();
        return limited
                ? helper.createTextLengthConstraint(OperatorType.LESS_OR_EQUAL, String.valueOf(input.longest()), null)
                : null;
    }

    private static String least(Range range) {
        return range.least() == null ? "-" + LARGEST : range.least().toPlainString();
    }

    private static String most(Range range) {
        return range.most() == null ? LARGEST : range.most().toPlainString();
    }
}
