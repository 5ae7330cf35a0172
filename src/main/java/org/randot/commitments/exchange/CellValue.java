package org.randot.commitments.exchange;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.NumberToTextConverter;
import org.jspecify.annotations.Nullable;
import org.randot.commitments.forms.FormOutline.Choice;
import org.randot.commitments.forms.FormOutline.Input;
import org.randot.commitments.forms.FormOutline.Kind;

/**
 * What one cell says, as the page would post it; or why it cannot be read. Formulas are never worked out.
 *
 * @param problem end of the message key, empty when all is well
 */
record CellValue(String text, String problem) {
    private static final CellValue NOTHING = new CellValue("", "");

    /** @param language in which the workbook was made: how numbers and choices are written in it */
    static CellValue of(@Nullable Cell cell, Slot slot, Locale language) {
        if (cell == null) {
            return NOTHING;
        }
        return switch (cell.getCellType()) {
            case STRING -> text(cell.getStringCellValue().strip(), slot);
            case NUMERIC -> number(cell, slot, language);
            case BOOLEAN -> chosen(String.valueOf(cell.getBooleanCellValue()), slot);
            case FORMULA -> wrong("FORMULA");
            case ERROR -> wrong("ERROR_VALUE");
            default -> NOTHING;
        };
    }

    static boolean isBlank(@Nullable Cell cell) {
        return cell == null
                || cell.getCellType() == CellType.BLANK
                || (cell.getCellType() == CellType.STRING
                        && cell.getStringCellValue().isBlank());
    }

    private static CellValue wrong(String problem) {
        return new CellValue("", problem);
    }

    private static CellValue text(String text, Slot slot) {
        if (text.isEmpty()) {
            return NOTHING;
        }
        boolean choice = slot.option() != null || slot.input().kind() == Kind.CHOICE;
        return choice ? chosen(text, slot) : new CellValue(text, "");
    }

    /** By its label in the language of the workbook, or by its value. */
    private static CellValue chosen(String text, Slot slot) {
        Choice option = slot.option();
        if (option != null) {
            return text.equalsIgnoreCase(Slot.TICK) || text.equals("true")
                    ? new CellValue(option.value(), "")
                    : text.equals("false") ? NOTHING : wrong("TICK");
        }
        if (slot.input().kind() != Kind.CHOICE) {
            return new CellValue(text, "");
        }
        return choice(text, slot.input()).map(found -> new CellValue(found, "")).orElseGet(() -> wrong("CHOICE"));
    }

    private static Optional<String> choice(String text, Input input) {
        String wanted = plain(text);
        List<Choice> choices = input.choices();
        return choices.stream()
                .filter(each ->
                        plain(each.label()).equals(wanted) || each.value().equalsIgnoreCase(text))
                .map(Choice::value)
                .findFirst();
    }

    private static String plain(String text) {
        return text.replaceAll("[\\s\\u00a0\\u202f]+", " ").strip().toLowerCase(Locale.ROOT);
    }

    private static CellValue number(Cell cell, Slot slot, Locale language) {
        Kind kind = slot.input().kind();
        if (DateUtil.isCellDateFormatted(cell)) {
            LocalDateTime date = cell.getLocalDateTimeCellValue();
            boolean figure = kind == Kind.NUMBER || kind == Kind.AMOUNT;
            return figure || date == null
                    ? wrong("DATE_FOR_NUMBER")
                    : text(date.toLocalDate().toString(), slot);
        }
        if (kind == Kind.DATE) {
            return wrong("NUMBER_FOR_DATE");
        }
        BigDecimal number = new BigDecimal(NumberToTextConverter.toText(cell.getNumericCellValue()));
        if (kind == Kind.AMOUNT) {
            int decimals = decimals(cell.getCellStyle().getDataFormatString());
            number = number.scale() < decimals ? number.setScale(decimals) : number;
        }
        return text(written(number, kind, language), slot);
    }

    private static String written(BigDecimal number, Kind kind, Locale language) {
        String plain = number.scale() < 0 ? number.setScale(0).toPlainString() : number.toPlainString();
        boolean figure = kind == Kind.NUMBER || kind == Kind.AMOUNT;
        return figure
                ? plain.replace('.', DecimalFormatSymbols.getInstance(language).getDecimalSeparator())
                : plain;
    }

    /** How many decimals a format such as {@code 0.00} always shows. */
    private static int decimals(@Nullable String format) {
        String first = format == null ? "" : format.split(";", 2)[0];
        int point = first.indexOf('.');
        int decimals = 0;
        for (int i = point + 1; point >= 0 && i < first.length() && first.charAt(i) == '0'; i++) {
            decimals++;
        }
        return Math.min(decimals, 2);
    }
}
