package org.randot.commitments.forms;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One part of a form as the templates show it.
 *
 * @param shape "control", {@code fieldset}, {@code table}, {@code output} (computed or fixed), {@code help} or {@code group}
 * @param controls to enter it
 * @param more further ones in a part to open, open from the start when something stands there
 * @param messages findings of this field and of what is inside it
 * @param mark a reviewer's remark, empty when there is none
 * @param parts fields of a group
 * @param said the value in words; empty when there is none
 * @param earlier the earlier value in words; {@code change} from it to now in %, empty where neither makes sense
 */
public record FieldView(
        String shape,
        String id,
        String pointer,
        String label,
        String help,
        boolean required,
        List<Control> controls,
        List<Control> more,
        String moreLabel,
        boolean moreOpen,
        List<Message> messages,
        String mark,
        @Nullable Table table,
        List<FieldView> parts,
        List<Block> text,
        List<Line> said,
        List<Line> earlier,
        String change,
        String describedBy) {

    /** One control; its kind is {@code text}, {@code area}, {@code date}, {@code select}, {@code radio} or {@code checks}. */
    public record Control(
            String kind,
            String name,
            String id,
            String pointer,
            String label,
            String value,
            List<Option> options,
            String language,
            int limit,
            String inputMode,
            String list,
            boolean required,
            boolean invalid,
            String describedBy,
            boolean rerender) {}

    /** @param disabled shown and not to be chosen */
    public record Option(String value, String label, boolean selected, boolean disabled) {
        static Option of(String value, String label) {
            return new Option(value, label, false, false);
        }
    }

    /** A value of a field that is hidden now, posted along so that it comes back when the field does. */
    public record Kept(String name, String value) {}

    /** @param severity {@code error}, {@code warning} or {@code info} */
    public record Message(String severity, String text) {}

    /**
     * @param wide every cell is one control, so that it is a real table on wide screens
     * @param given how many of the rows were filled in; the others wait to be
     * @param groups in which all the rows are folded away; none where they stand open
     */
    public record Table(
            List<Column> columns,
            List<Row> rows,
            List<Row> earlier,
            boolean wide,
            boolean canAdd,
            String addValue,
            int given,
            List<Group> groups) {
        public List<Row> answered() {
            return rows.subList(0, given);
        }

        /** Its rows have names: they come from reference data. */
        public boolean headed() {
            return rows.stream().anyMatch(row -> !row.head().isEmpty());
        }
    }

    /**
     * Rows to fold away.
     *
     * @param label empty for rows that belong nowhere, which stand open
     * @param answered in how many of them something was said
     * @param open from the start
     */
    public record Group(String id, String label, List<Row> rows, int answered, boolean open) {}

    public record Column(String label, boolean required, boolean number) {}

    /**
     * @param head what it is called, where rows are given
     * @param removeValue value of the button that removes it; empty when it must stay
     */
    public record Row(
            int number,
            String head,
            String id,
            String pointer,
            List<FieldView> cells,
            List<Kept> kept,
            List<Message> messages,
            String mark,
            String removeValue) {
        /** Whether anybody remarked on anything in it. */
        boolean isRemarked() {
            return !messages.isEmpty()
                    || !mark.isEmpty()
                    || cells.stream()
                            .anyMatch(cell ->
                                    !cell.messages().isEmpty() || !cell.mark().isEmpty());
        }
    }

    /** A paragraph in words, in a language when that is not the page's, or a link. */
    public record Line(String text, String language, String link) {
        static Line of(String text) {
            return new Line(text, "", "");
        }
    }

    /** Help text: {@code kind} is {@code heading}, {@code paragraph} or {@code list}. */
    public record Block(String kind, List<List<Span>> lines) {}

    public record Span(String text, boolean strong, String link) {}

    public boolean hasErrors() {
        return messages.stream().anyMatch(each -> each.severity().equals("error"));
    }

    /** Whether there is anything to read. */
    public boolean isAnswered() {
        return !said.isEmpty() || (table != null && !table.answered().isEmpty());
    }
}
