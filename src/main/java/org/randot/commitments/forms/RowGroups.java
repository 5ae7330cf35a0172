package org.randot.commitments.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Folds the rows of a long table by their groups. Open stand those in which something was remarked, and the first in which something is
 * missing.
 */
record RowGroups(GivenRows given, Words words) {
    /** @param values of the rows, in the same order */
    List<FieldView.Group> of(ArrayNode values, List<FieldView.Row> rows, At at) {
        var groups = new ArrayList<FieldView.Group>();
        if (given.groups().isEmpty()) {
            return groups;
        }
        boolean missing = false;
        for (GivenRows.Group group : given.groups()) {
            List<Integer> members = members(values, group.id());
            int answered = (int) members.stream()
                    .filter(i -> given.isAnswered(values.get(i)))
                    .count();
            boolean firstToDo = !missing && answered < members.size();
            missing |= firstToDo;
            List<FieldView.Row> inside = members.stream().map(rows::get).toList();
            boolean open = firstToDo || inside.stream().anyMatch(FieldView.Row::isRemarked);
            if (!inside.isEmpty()) {
                String id = at.dot("group").dot(group.id()).id();
                groups.add(new FieldView.Group(id, group.said(words), inside, answered, open));
            }
        }
        List<FieldView.Row> rest = members(values, "").stream().map(rows::get).toList();
        if (!rest.isEmpty()) {
            groups.add(new FieldView.Group(at.dot("group").id(), "", rest, 0, true));
        }
        return groups;
    }

    /** Those of the group; of none are rows that are not the table's. */
    private List<Integer> members(ArrayNode values, String group) {
        var members = new ArrayList<Integer>();
        for (int i = 0; i < values.size(); i++) {
            JsonNode row = values.get(i);
            if (given.find(row).map(GivenRow::group).orElse("").equals(group)) {
                members.add(i);
            }
        }
        return members;
    }
}
