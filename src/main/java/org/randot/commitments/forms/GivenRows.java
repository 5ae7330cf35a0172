package org.randot.commitments.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table that come from reference data, in their order; none where people add rows themselves.
 *
 * @param groups in which they are folded away; none where they all stand open
 */
record GivenRows(List<GivenRow> rows, List<Group> groups) {
    static final GivenRows NONE = new GivenRows(List.of(), List.of());

    record Group(String id, String textKey, String label) {
        String said(Words words) {
            return words.text(textKey, label);
        }
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    int size() {
        return rows.size();
    }

    /** Keys of the columns that are given. */
    Set<String> columns() {
        var columns = new HashSet<String>();
        rows.forEach(row -> row.cells().fieldNames().forEachRemaining(columns::add));
        return columns;
    }

    /** Without those that do not concern the state whose treaties expressions see in this scope. */
    GivenRows within(Map<String, Object> scope) {
        List<GivenRow> open = rows.stream().filter(row -> row.isOpen(scope)).toList();
        return open.size() == rows.size() ? this : new GivenRows(open, groups);
    }

    Optional<GivenRow> find(JsonNode row) {
        return rows.stream().filter(each -> each.is(row)).findFirst();
    }

    /** Every row that concerns the state, answered or not, then what is no row of the table at all. */
    ArrayNode align(@Nullable JsonNode answered, Map<String, Object> scope) {
        List<JsonNode> rest = new ArrayList<>();
        Values.arrayOrEmpty(answered).forEach(rest::add);
        ArrayNode aligned = Values.array();
        for (GivenRow each : rows) {
            JsonNode mine = rest.stream().filter(each::is).findFirst().orElse(null);
            rest.remove(mine);
            if (each.isOpen(scope)) {
                ObjectNode row = mine instanceof ObjectNode said ? said.deepCopy() : Values.object();
                row.setAll(each.cells());
                aligned.add(row);
            }
        }
        return aligned.addAll(rest);
    }

    /** What a client needs to answer them: their name and the cells by which each is told from the others. */
    ArrayNode told(Words words) {
        ArrayNode told = Values.array();
        for (GivenRow row : rows) {
            ObjectNode each = told.addObject().put("id", row.id()).put("label", row.said(words));
            groups.stream()
                    .filter(group -> group.id().equals(row.group()))
                    .forEach(group -> each.put("group", group.said(words)));
            each.set("values", row.cells());
        }
        return told;
    }

    /** Answers of rows that do not concern the state now: they come back with their rows. */
    List<JsonNode> setAside(@Nullable JsonNode answered, Map<String, Object> scope) {
        var closed = new ArrayList<JsonNode>();
        Values.arrayOrEmpty(answered)
                .forEach(row -> find(row).filter(each -> !each.isOpen(scope)).ifPresent(each -> closed.add(row)));
        return closed;
    }

    /** Nothing stands in any row but what is given. */
    boolean isUnanswered(@Nullable JsonNode answered) {
        for (JsonNode row : Values.arrayOrEmpty(answered)) {
            if (isAnswered(row) || find(row).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** Something stands in the row beside what is given. */
    boolean isAnswered(JsonNode row) {
        Set<String> given = columns();
        return row.properties().stream()
                .anyMatch(cell -> !given.contains(cell.getKey()) && !Values.isBlank(cell.getValue()));
    }
}
