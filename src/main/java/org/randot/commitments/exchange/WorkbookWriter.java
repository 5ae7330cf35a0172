package org.randot.commitments.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.randot.commitments.forms.FormOutline;

/** Makes the workbook of one task. */
final class WorkbookWriter {
    private static final int LONGEST_NAME = 31;

    private final About about;
    private final FormOutline outline;
    private final SheetWords words;

    WorkbookWriter(About about, FormOutline outline, SheetWords words) {
        this.about = about;
        this.outline = outline;
        this.words = words;
    }

    byte[] write(WorkbookKey key) {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            workbook.getProperties().getCoreProperties().setTitle(about.title());
            Looks looks = new Looks(workbook);
            var instructions = workbook.createSheet(name(workbook, words.say("sheet.instructions")));
            var form = workbook.createSheet(name(workbook, words.say("sheet.form")));
            for (FormOutline.Entry entry : outline.entries()) {
                if (entry instanceof FormOutline.Table table) {
                    workbook.createSheet(name(workbook, table.label()));
                }
            }
            SheetCells cells = new SheetCells(looks, new ChoiceLists(workbook), words);
            new InstructionSheet(instructions, looks, cells, words).write(about);
            new FormSheet(form, looks, cells, words).write(outline);
            tables(workbook, looks, cells);
            key.write(workbook);
            workbook.setActiveSheet(0);
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void tables(XSSFWorkbook workbook, Looks looks, SheetCells cells) {
        int sheet = 2;
        for (FormOutline.Entry entry : outline.entries()) {
            if (entry instanceof FormOutline.Table table) {
                new TableSheet(workbook.getSheetAt(sheet++), looks, cells, words).write(table);
            }
        }
    }

    /** A name that sheets may have and none has yet. */
    private static String name(XSSFWorkbook workbook, String wanted) {
        String safe = WorkbookUtil.createSafeSheetName(wanted.replace("'", "’").replace('!', '.'), ' ')
                .strip();
        String name = safe;
        for (int number = 2; workbook.getSheet(name) != null; number++) {
            String end = " " + number;
            name = safe.substring(0, Math.min(safe.length(), LONGEST_NAME - end.length())) + end;
        }
        return name;
    }
}
