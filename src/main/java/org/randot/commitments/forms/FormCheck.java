package org.randot.commitments.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One check of one filled form. */
final class FormCheck {
    private final FormContext context;
    private final List<FormFinding> findings = new ArrayList<>();
    private int required;
    private int filled;

    private FormCheck(FormContext context) {
        this.context = context;
    }

    static CheckedForm of(Form form, ObjectNode given, FormContext context, Words words) {
        var check = new FormCheck(context);
        ObjectNode values = given.deepCopy();
        Referring.fill(form.parts(), values, context.register());
        Place place = new Place(check.findings, "", words, context.register());
        check.level(form.parts(), values, Values.scope(context), place);
        Referring.settle(form.parts(), values);
        form.treaties().unconfirmed(context, words).ifPresent(check.findings::add);
        return new CheckedForm(values, List.copyOf(check.findings), check.required, check.filled);
    }

    private void level(List<Part> parts, ObjectNode values, Map<String, Object> outer, Place place) {
        List<Part.Field> fields = Form.fields(parts);
        unknownKeys(fields, values, place);
        prepare(fields, values, context.year(), outer);
        Settled settled = Settled.of(parts, values, outer);
        for (Part.Field field : fields) {
            if (settled.hides(field)) {
                values.remove(field.key());
            } else if (field.type() instanceof ComputedType) {
                compute(field, values, settled.computed().get(field.key()), place.at(field.key()));
            } else {
                field(field.within(settled.scope(), place.words()), values, settled, place.at(field.key()));
            }
        }
        rules(parts, settled, place);
    }

    private static void unknownKeys(List<Part.Field> fields, ObjectNode values, Place place) {
        var known = new HashSet<String>();
        fields.forEach(each -> known.add(each.key()));
        place.onlyKeys(values, known);
    }

    /** Nothing said is nothing; what stands there before anybody typed is said. */
    static void prepare(List<Part.Field> fields, ObjectNode values, @Nullable Integer year, Map<String, Object> outer) {
        for (Iterator<JsonNode> each = values.elements(); each.hasNext(); ) {
            if (Values.isBlank(each.next())) {
                each.remove();
            }
        }
        for (Part.Field field : fields) {
            if (field.type() instanceof TableType table && !table.given().isEmpty()) {
                align(table.given(), field.key(), values, outer);
            } else if (!values.has(field.key())) {
                boolean fixed = field.type() instanceof NumberType number && number.fixed();
                if (fixed && year != null) {
                    values.set(field.key(), IntNode.valueOf(year));
                } else if (field.standard() != null) {
                    values.set(field.key(), field.standard());
                }
            }
        }
    }

    private static void align(GivenRows given, String key, ObjectNode values, Map<String, Object> outer) {
        JsonNode said = values.get(key);
        if (said == null || said.isArray()) {
            values.set(key, given.align(said, outer));
        }
    }

    private static void compute(Part.Field field, ObjectNode values, @Nullable JsonNode result, Place place) {
        JsonNode given = values.remove(field.key());
        if (given != null && !ComputedType.same(given, result)) {
            place.error("COMPUTED");
        }
        if (result != null) {
            values.set(field.key(), result);
        }
    }

    private void field(Part.Field field, ObjectNode values, Settled settled, Place place) {
        JsonNode value = values.get(field.key());
        boolean blank = isBlank(field, value);
        if (settled.requires(field)) {
            required++;
            filled += blank ? 0 : 1;
            if (blank) {
                place.error("REQUIRED");
            }
        }
        if (value == null || blank) {
            return;
        }
        field.type().check(value, place);
        if (field.type() instanceof NumberType number && number.fixed()) {
            fixedYear(value, place);
        } else if (field.type() instanceof TableType table
                && value instanceof ArrayNode rows
                && rows.size() <= table.maxRows()) {
            rows(table, rows, settled, place);
        }
    }

    static boolean isBlank(Part.Field field, @Nullable JsonNode value) {
        return field.type() instanceof TableType table ? table.isBlank(value) : Values.isBlank(value);
    }

    private void fixedYear(JsonNode value, Place place) {
        Integer year = context.year();
        if (year != null && value.isNumber() && value.intValue() != year) {
            place.error("YEAR_FIXED", String.valueOf(year));
        }
    }

    private void rows(TableType table, ArrayNode rows, Settled settled, Place place) {
        for (int i = 0; i < rows.size(); i++) {
            Place row = place.at(String.valueOf(i));
            if (rows.get(i) instanceof ObjectNode values) {
                int requiredBefore = required;
                int filledBefore = filled;
                level(table.parts(), values, settled.scope(), row);
                required = requiredBefore;
                filled = filledBefore;
            } else {
                row.error("ROW");
            }
        }
    }

    private void rules(List<Part> parts, Settled settled, Place place) {
        for (Part part : parts) {
            if (part instanceof Part.Group group) {
                rules(group.parts(), settled, place);
            } else if (part instanceof Part.Rule rule
                    && !concernsHidden(rule, settled)
                    && rule.holds().isFalse(settled.scope())) {
                Place at = place;
                for (String step :
                        rule.field().isEmpty() ? new String[0] : rule.field().split("/")) {
                    at = at.at(step);
                }
                at.add(rule);
            }
        }
    }

    private static boolean concernsHidden(Part.Rule rule, Settled settled) {
        return settled.hidden().contains(rule.field()) || settled.hides(rule);
    }
}
