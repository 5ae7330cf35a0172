package org.randot.commitments.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * A row of a table that the package gives.
 *
 * @param group id of the group it stands in, empty where there are none
 * @param requires the instrument to which the state must be party, empty for none (domain.md 2.3)
 * @param cells what stands in it from the start, by which it is told from all others
 */
record GivenRow(String id, String group, String textKey, String label, String requires, ObjectNode cells) {
    boolean is(JsonNode row) {
        return cells.properties().stream().allMatch(cell -> cell.getValue().equals(row.get(cell.getKey())));
    }

    boolean isOpen(Map<String, Object> scope) {
        return Option.standing(requires, scope) != Option.Standing.CLOSED;
    }

    String said(Words words) {
        return words.text(textKey, label);
    }
}
