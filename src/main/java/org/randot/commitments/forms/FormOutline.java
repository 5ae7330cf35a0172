package org.randot.commitments.forms;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A form laid flat for a medium without conditions, such as a workbook: every field that is asked, hidden now or not, as the inputs it
 * consists of. Computed fields and the reporting year are not asked.
 *
 * @param language of all its texts
 */
public record FormOutline(String form, String language, List<Entry> entries) {
    /** What stands one under the other. */
    public sealed interface Entry permits Heading, Note, Question, Table {}

    public record Heading(String text) implements Entry {}

    /** Help, in plain text. */
    public record Note(String text) implements Entry {}

    /**
     * One field.
     *
     * @param required always or sometimes, as far as can be said without its conditions
     */
    public record Question(String key, String label, String help, boolean required, List<Input> inputs)
            implements Entry {}

    /**
     * Rows of the same questions; names and pointers of their inputs begin at the row.
     *
     * @param rows what is given, by name of the input
     * @param heads what the rows are called where they come from reference data; empty where rows are added
     * @param fixed keys of the columns that are given then
     */
    public record Table(
            String key,
            String label,
            String help,
            boolean required,
            int maxRows,
            List<Question> columns,
            List<Map<String, List<String>>> rows,
            List<String> heads,
            Set<String> fixed)
            implements Entry {
        /** The name under which {@link Forms#readEveryRow} finds an input of a row. */
        public String name(int row, Input input) {
            return key + "." + row + "." + input.name();
        }
    }

    /** How an input is filled. */
    public enum Kind {
        TEXT,
        NUMBER,
        /** A number whose decimals are kept as they are written. */
        AMOUNT,
        DATE,
        CHOICE,
        /** Any of several. */
        CHOICES
    }

    /**
     * One value to fill in.
     *
     * @param label what part of the field it is; empty when it is the whole field
     * @param given what stands there, independent of language: plain numbers, ISO dates, values of choices
     * @param open whether other values than the choices are possible
     * @param spare a text in another language than the reader's, in a table in which no row uses it
     */
    public record Input(
            String name,
            String pointer,
            String label,
            Kind kind,
            List<String> given,
            List<Choice> choices,
            boolean open,
            boolean spare,
            int longest,
            Range range) {
        Input used() {
            return new Input(name, pointer, label, kind, given, choices, open, false, longest, range);
        }

        /** Why there is no figure, or the explanation of it. */
        public boolean isNoData() {
            return name.contains("~");
        }
    }

    /** Limits of a number; null where there is none. */
    public record Range(
            @Nullable BigDecimal least, @Nullable BigDecimal most, int decimals) {
        static final Range NONE = new Range(null, null, 6);
    }

    public record Choice(String value, String label) {}
}
