package org.randot.commitments.exchange;

import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.randot.commitments.forms.FormOutline;
import org.randot.commitments.forms.FormOutline.Heading;
import org.randot.commitments.forms.FormOutline.Note;
import org.randot.commitments.forms.FormOutline.Question;
import org.randot.commitments.forms.FormOutline.Table;

/** The sheet of the single fields: one row for each part of a field. */
final class FormSheet {
    private static final int[] WIDTHS = {8, 44, 44, 26, 26, 40, 60};

    private final Sheet sheet;
    private final Looks looks;
    private final SheetCells cells;
    private final SheetWords words;
    private int next;

    FormSheet(Sheet sheet, Looks looks, SheetCells cells, SheetWords words) {
        this.sheet = sheet;
        this.looks = looks;
        this.cells = cells;
        this.words = words;
    }

    void write(FormOutline outline) {
        for (int i = 0; i < WIDTHS.length; i++) {
            sheet.setColumnWidth(i, WIDTHS[i] * 256);
        }
        row(Layout.FORM).setZeroHeight(true);
        heads();
        for (FormOutline.Entry entry : outline.entries()) {
            if (entry instanceof Heading heading) {
                cells.text(row(Layout.NOTHING), Layout.LABEL, heading.text(), looks.title());
            } else if (entry instanceof Note note) {
                cells.text(row(Layout.NOTHING), Layout.LABEL, note.text(), looks.help());
            } else if (entry instanceof Question question) {
                question(question);
            } else if (entry instanceof Table table) {
                Row row = row(Layout.NOTHING);
                cells.text(row, Layout.LABEL, mark(table.label(), table.required()), looks.label());
                cells.text(row, Layout.VALUE, words.say("form.ownSheet"), looks.help());
            }
        }
        sheet.setColumnHidden(Layout.KEYS, true);
        sheet.createFreezePane(Layout.VALUE, 2);
        sheet.protectSheet("");
    }

    private void heads() {
        Row row = row(Layout.NOTHING);
        String[] heads = {"question", "value", "unit", "noData", "explanation", "help"};
        for (int i = 0; i < heads.length; i++) {
            cells.text(row, Layout.LABEL + i, words.say("head." + heads[i]), looks.head());
        }
    }

    private Row row(String key) {
        Row row = sheet.createRow(next++);
        cells.text(row, Layout.KEYS, key, looks.help());
        return row;
    }

    static String mark(String label, boolean required) {
        return required ? label + " *" : label;
    }

    private void question(Question question) {
        List<Slot> slots = Slot.of(question);
        List<Slot> asked =
                slots.stream().filter(slot -> !slot.input().isNoData()).toList();
        List<Slot> instead =
                slots.stream().filter(slot -> slot.input().isNoData()).toList();
        boolean first = true;
        for (Slot slot : asked) {
            Row row = row(slot.key());
            cells.text(row, Layout.LABEL, mark(slot.label(), question.required() && first), looks.label());
            put(row, Layout.VALUE, slot);
            cells.text(row, Layout.UNIT, words.hint(slot), looks.help());
            if (first) {
                for (int i = 0; i < instead.size(); i++) {
                    put(row, Layout.NO_DATA + i, instead.get(i));
                }
                cells.text(row, Layout.HELP, question.help(), looks.help());
            }
            first = false;
        }
    }

    private void put(Row row, int column, Slot slot) {
        cells.value(row, column, slot, slot.input().given());
        cells.limit(sheet, slot, row.getRowNum(), row.getRowNum(), column);
    }
}
