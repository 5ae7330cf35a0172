package org.randot.commitments.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers as figures are made of them: a table without rows is an empty table, and rows of treaties to which the state is not party count nowhere (domain.md 2.3). */
final class Counted {
    private Counted() {}

    /** @param scope where expressions see the state's treaties */
    static ObjectNode of(List<Part> parts, ObjectNode values, Map<String, Object> scope) {
        ObjectNode counted = values.deepCopy();
        for (Part.Field field : Form.fields(parts)) {
            if (field.type() instanceof TableType table) {
                counted.set(field.key(), rows(table, values.get(field.key()), scope));
            }
        }
        return counted;
    }

    private static ArrayNode rows(TableType table, @Nullable JsonNode answered, Map<String, Object> scope) {
        ArrayNode rows = Values.array();
        for (JsonNode row : Values.arrayOrEmpty(answered)) {
            if (counts(table, row, scope)) {
                rows.add(row.deepCopy());
            }
        }
        return rows;
    }

    private static boolean counts(TableType table, JsonNode row, Map<String, Object> scope) {
        return table.given().find(row).map(known -> known.isOpen(scope)).orElse(true)
                && table.columns().stream().noneMatch(column -> isClosed(column.type(), row.get(column.key()), scope));
    }

    /** Whether all that is chosen is closed to the state. */
    private static boolean isClosed(FieldType type, @Nullable JsonNode chosen, Map<String, Object> scope) {
        List<Option> options = type instanceof ChoiceType one
                ? one.options()
                : type instanceof MultipleType many ? many.options() : List.of();
        if (options.isEmpty() || chosen == null) {
            return false;
        }
        List<String> values = new ArrayList<>();
        if (chosen.isArray()) {
            chosen.forEach(each -> values.add(each.asText()));
        } else {
            values.add(chosen.asText());
        }
        List<String> closed = Option.within(options, scope).stream()
                .filter(option -> option.standing() == Option.Standing.CLOSED)
                .map(Option::value)
                .toList();
        return !values.isEmpty() && closed.containsAll(values);
    }
}
