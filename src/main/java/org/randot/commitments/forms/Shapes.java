package org.randot.commitments.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Whether each value is one of its type, whatever is missing still and whatever the rules say: what a draft may be asked of. */
final class Shapes {
    private static final Set<String> INCOMPLETE = Set.of("REQUIRED", "MIN_ROWS", "EXPLANATION_REQUIRED");

    private final List<FormFinding> findings = new ArrayList<>();

    private Shapes() {}

    static List<FormFinding> check(Form form, ObjectNode values, Words words) {
        var shapes = new Shapes();
        shapes.level(form.parts(), values, new Place(shapes.findings, "", words, null));
        return shapes.findings.stream()
                .filter(finding -> !INCOMPLETE.contains(finding.code()))
                .toList();
    }

    private void level(List<Part> parts, ObjectNode values, Place place) {
        for (Part.Field field : Form.fields(parts)) {
            JsonNode value = values.get(field.key());
            if (value == null || Values.isBlank(value)) {
                continue;
            }
            Place at = place.at(field.key());
            field.type().check(value, at);
            if (field.type() instanceof TableType table) {
                int number = 0;
                for (JsonNode row : Values.arrayOrEmpty(value)) {
                    level(table.parts(), Values.objectOrEmpty(row), at.at(String.valueOf(number++)));
                }
            }
        }
    }
}
