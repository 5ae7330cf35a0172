package org.randot.commitments.exchange;

import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;

/** The first sheet: what is asked, by when, how to fill it and what must not stand in it. */
final class InstructionSheet {
    private static final String[] HOW = {
        "how.yellow",
        "how.required",
        "how.choices",
        "how.tick",
        "how.numbers",
        "how.languages",
        "how.noData",
        "how.tables",
        "how.formulas",
        "how.back"
    };

    private final Sheet sheet;
    private final Looks looks;
    private final SheetCells cells;
    private final SheetWords words;

    InstructionSheet(Sheet sheet, Looks looks, SheetCells cells, SheetWords words) {
        this.sheet = sheet;
        this.looks = looks;
        this.cells = cells;
        this.words = words;
    }

    void write(About about) {
        sheet.setColumnWidth(0, 28 * 256);
        sheet.setColumnWidth(1, 100 * 256);
        cells.text(sheet.createRow(0), 0, about.title(), looks.title());
        line("about.state", about.state());
        line("about.commitment", about.commitment());
        line("about.stage", about.stage());
        line("about.due", words.date(about.dueDate()));
        line("about.asked", about.asked());
        line("about.forbidden", words.messages().getMessage("undertakings.task.forbidden", null, words.locale()));
        cells.text(row(), 0, words.say("how.title"), looks.title());
        for (String each : HOW) {
            cells.text(row(), 1, words.say(each, Slot.TICK), looks.label());
        }
        sheet.protectSheet("");
    }

    private void line(String key, String text) {
        Row row = row();
        cells.text(row, 0, words.say(key), looks.head());
        cells.text(row, 1, text, looks.label());
    }

    private Row row() {
        return sheet.createRow(sheet.getLastRowNum() + 1);
    }
}
