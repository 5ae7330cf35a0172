package org.randot.commitments.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.randot.commitments.engine.feel.Expression;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Checks, reads and shows forms: one validator and one renderer for pages and REST alike. Pure: no database, no engine. */
@Component
public class Forms {
    private static final String ADD = "_add";
    private static final String REMOVE = "_remove";

    public Forms() {
        Expression.warmUp();
    }

    /** Types, required fields, limits, visibility, computed fields, rules. Never throws for bad values. */
    public CheckedForm check(Form form, ObjectNode values, FormContext context, FormTexts texts) {
        return FormCheck.of(form, values, context, new Words(texts));
    }

    /** Whether a condition that stands outside the form holds for its answers; one that cannot be told does not. */
    public boolean holds(Form form, String condition, ObjectNode values, FormContext context) {
        return OuterCondition.of(form, condition).holds(values, context);
    }

    /** The fields of which such a condition speaks. */
    public Set<String> mentions(Form form, String condition) {
        return OuterCondition.of(form, condition).expression().mentions();
    }

    /**
     * Reads posted HTML fields. What cannot be understood stays in the values as it was typed, so that nothing is lost; {@link #check} tells.
     * Numbers are read in the notation of the language the page was shown in, which it posts as {@code _lang}.
     */
    public ObjectNode read(Form form, MultiValueMap<String, String> posted) {
        Posted parameters = Posted.of(posted);
        ObjectNode values = Values.object();
        for (Part.Field field : Form.fields(form.parts())) {
            JsonNode value = field.type().read(parameters, field.key());
            if (value != null) {
                values.set(field.key(), value);
            }
        }
        return values;
    }

    /** As {@link #read}, but keeps rows in which nothing was said: their numbers stay those of the posted rows. */
    public ObjectNode readEveryRow(Form form, MultiValueMap<String, String> posted) {
        Posted parameters = Posted.of(posted);
        ObjectNode values = read(form, posted);
        for (Part.Field field : Form.fields(form.parts())) {
            if (field.type() instanceof TableType table) {
                List<ObjectNode> rows = table.rows(parameters, field.key());
                if (!rows.isEmpty()) {
                    values.set(field.key(), Values.array().addAll(rows));
                }
            }
        }
        return values;
    }

    /** Every field that is asked, laid flat: what a workbook is made from. */
    public FormOutline outline(Form form, ObjectNode values, FormContext context, FormTexts texts) {
        return new Outlining(new Words(texts), context).of(form, values);
    }

    /** Values that are none of their field's type, hidden fields too; nothing is said about what is missing or about rules. */
    public List<FormFinding> malformed(Form form, ObjectNode values, FormTexts texts) {
        return Shapes.check(form, values, new Words(texts));
    }

    /** Whether a button of a table was pressed: the page is then shown again with {@link #applyRowAction}, nothing is submitted. */
    public boolean isRowAction(MultiValueMap<String, String> posted) {
        return posted.containsKey(ADD) || posted.containsKey(REMOVE);
    }

    /**
     * Adds or removes the row that the buttons {@code _add}=‹table› and {@code _remove}=‹table›.‹row› ask for.
     *
     * @param values as {@link #read} gave them; not changed
     * @return the values to show again (and, without the empty row, to keep as the draft)
     */
    public ObjectNode applyRowAction(Form form, ObjectNode values, MultiValueMap<String, String> posted) {
        ObjectNode changed = values.deepCopy();
        String add = Optional.ofNullable(posted.getFirst(ADD)).orElse("");
        String[] remove =
                Optional.ofNullable(posted.getFirst(REMOVE)).orElse("").split("\\.", 2);
        for (Part.Field field : Form.fields(form.parts())) {
            boolean adds = field.key().equals(add);
            boolean removes = remove.length == 2 && field.key().equals(remove[0]);
            if (field.type() instanceof TableType table
                    && (removes || adds && table.given().isEmpty())) {
                changed.set(field.key(), rows(table, field.key(), posted, adds, removes ? remove[1] : ""));
            }
        }
        return changed;
    }

    /** The id on the page where one goes on after {@link #applyRowAction}: the new row, the one before a removed one, or the table. */
    public Optional<String> placeAfterRowAction(Form form, ObjectNode changed, MultiValueMap<String, String> posted) {
        String add = Optional.ofNullable(posted.getFirst(ADD)).orElse("");
        String[] remove =
                Optional.ofNullable(posted.getFirst(REMOVE)).orElse("").split("\\.", 2);
        String table = add.isEmpty() ? remove[0] : add;
        if (!form.keys().contains(table)) {
            return Optional.empty();
        }
        int last = changed.path(table).size() - 1;
        boolean first = add.isEmpty() && (remove.length < 2 || !remove[1].matches("[1-9][0-9]{0,3}"));
        int row = !add.isEmpty() ? last : first ? 0 : Math.min(last, Integer.parseInt(remove[1]) - 1);
        String place = last < 0 ? table : table + "." + row;
        return Optional.of("f-" + place.replace('.', '-'));
    }

    private static ArrayNode rows(
            TableType table, String key, MultiValueMap<String, String> posted, boolean add, String remove) {
        Posted parameters = Posted.of(posted);
        List<Integer> numbers = new ArrayList<>(parameters.rows(key));
        List<ObjectNode> rows = new ArrayList<>(table.rows(parameters, key));
        for (int i = numbers.size() - 1; i >= 0; i--) {
            if (remove.equals(String.valueOf(numbers.get(i)))) {
                rows.remove(i);
            }
        }
        if (add && rows.size() < table.maxRows()) {
            rows.add(Values.object());
        }
        return Values.array().addAll(rows);
    }

    /** The form as the templates show it ({@code templates/fragments/form.html}). */
    public FormView view(
            Form form, ObjectNode values, List<FormFinding> findings, FormContext context, FormTexts texts) {
        return view(form, values, findings, context, texts, FormView.Beside.nothing());
    }

    /** The same with a reviewer's remarks and earlier values beside the fields. */
    public FormView view(
            Form form,
            ObjectNode values,
            List<FormFinding> findings,
            FormContext context,
            FormTexts texts,
            FormView.Beside beside) {
        return new Viewing(form, findings, context, new Words(texts), beside).view(values);
    }

    /**
     * Puts what is described by hand and is to be kept ({@code "keep": true}) into registers, and names it by its entry.
     *
     * @param register enters a description without fault and gives the id of its entry; empty when it cannot
     * @return the values with the references; the given ones where there was nothing to keep
     */
    public ObjectNode keep(
            Form form, ObjectNode values, BiFunction<RegisterEntries.Kind, ObjectNode, Optional<String>> register) {
        ObjectNode kept = values.deepCopy();
        Referring.keep(form.parts(), kept, register);
        return kept.equals(values) ? values : kept;
    }

    /** The values without characters that PostgreSQL's JSON cannot keep; for drafts that come by REST. */
    public ObjectNode storable(ObjectNode values) {
        return (ObjectNode) Storable.of(values);
    }
}
