package org.randot.commitments.exchange;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.randot.commitments.forms.FormOutline.Input;
import org.randot.commitments.forms.FormOutline.Kind;

/** How cells look, each look made once. Cells to fill are light yellow; whatever is text has the format of text. */
final class Looks {
    private static final byte[] YELLOW = {(byte) 0xFF, (byte) 0xFB, (byte) 0xE6};
    private static final byte[] BLUE = {(byte) 0xDC, (byte) 0xE6, (byte) 0xF2};
    private static final String TEXT = "@";
    private static final String DATE = "yyyy-mm-dd";

    private final XSSFWorkbook workbook;
    private final Map<String, CellStyle> made = new HashMap<>();

    Looks(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    CellStyle title() {
        return made.computeIfAbsent("title", key -> font(plain(), 14, true));
    }

    CellStyle head() {
        return made.computeIfAbsent("head", key -> filled(font(plain(), 11, true), BLUE));
    }

    CellStyle label() {
        return made.computeIfAbsent("label", key -> plain());
    }

    CellStyle help() {
        return made.computeIfAbsent("help", key -> {
            XSSFCellStyle style = plain();
            XSSFFont font = workbook.createFont();
            font.setFontHeightInPoints((short) 9);
            font.setColor(IndexedColors.GREY_80_PERCENT.getIndex());
            style.setFont(font);
            return style;
        });
    }

    /** A cell to fill. */
    CellStyle input(Slot slot) {
        return made.computeIfAbsent("input" + format(slot), key -> {
            XSSFCellStyle style = filled(formatted(format(slot)), YELLOW);
            style.setBorderTop(BorderStyle.THIN);
            style.setBorderBottom(BorderStyle.THIN);
            style.setBorderLeft(BorderStyle.THIN);
            style.setBorderRight(BorderStyle.THIN);
            return style;
        });
    }

    /** Further cells of a column to fill. */
    CellStyle column(Slot slot) {
        return made.computeIfAbsent("column" + format(slot), key -> formatted(format(slot)));
    }

    /** The same with as many decimals as the amount was written with. */
    CellStyle amount(CellStyle style, BigDecimal amount) {
        String format = amount.scale() <= 0 ? "0" : "0." + "0".repeat(amount.scale());
        return made.computeIfAbsent("amount" + style.getIndex() + format, key -> {
            CellStyle other = workbook.createCellStyle();
            other.cloneStyleFrom(style);
            other.setDataFormat(workbook.createDataFormat().getFormat(format));
            return other;
        });
    }

    /** Of a text that begins like a formula: still a text when somebody edits it. */
    CellStyle quoted(CellStyle style) {
        return made.computeIfAbsent("quoted" + style.getIndex(), key -> {
            XSSFCellStyle other = workbook.createCellStyle();
            other.cloneStyleFrom(style);
            other.setQuotePrefixed(true);
            return other;
        });
    }

    private static String format(Slot slot) {
        Input input = slot.input();
        if (input.kind() == Kind.DATE) {
            return DATE;
        }
        if (input.kind() == Kind.AMOUNT) {
            return "0.00";
        }
        if (input.kind() == Kind.NUMBER) {
            return input.range().decimals() == 0
                    ? "0"
                    : "0." + "#".repeat(input.range().decimals());
        }
        return TEXT;
    }

    private XSSFCellStyle formatted(String format) {
        XSSFCellStyle style = plain();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        style.setLocked(false);
        return style;
    }

    private XSSFCellStyle plain() {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        return style;
    }

    private XSSFCellStyle font(XSSFCellStyle style, int size, boolean bold) {
        XSSFFont font = workbook.createFont();
        font.setFontHeightInPoints((short) size);
        font.setBold(bold);
        style.setFont(font);
        return style;
    }

    private static XSSFCellStyle filled(XSSFCellStyle style, byte[] colour) {
        style.setFillForegroundColor(new XSSFColor(colour, null));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        return style;
    }
}
