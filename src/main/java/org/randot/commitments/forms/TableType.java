package org.randot.commitments.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of the same fields; those that are {@code given} nobody adds or removes. What a row needs is checked with the form ({@link FormCheck}), since it depends on other fields. */
record TableType(List<Part> parts, int minRows, int maxRows, GivenRows given) implements FieldType {
    List<Part.Field> columns() {
        return Form.fields(parts);
    }

    @Override
    public FieldType within(Map<String, Object> scope, Words words) {
        GivenRows here = given.within(scope);
        return here.size() == given.size() ? this : new TableType(parts, minRows, maxRows, here);
    }

    /** Whether it is still to be answered. */
    boolean isBlank(@Nullable JsonNode value) {
        return given.isEmpty() ? Values.isBlank(value) : given.isUnanswered(value);
    }

    @Override
    public @Nullable JsonNode read(Posted posted, String name) {
        ArrayNode rows = Values.array();
        for (ObjectNode row : rows(posted, name)) {
            if (!isUntouched(row)) {
                rows.add(row);
            }
        }
        return rows.isEmpty() ? null : rows;
    }

    /** Every row as posted, the untouched ones too. */
    List<ObjectNode> rows(Posted posted, String name) {
        var rows = new ArrayList<ObjectNode>();
        for (int number : posted.rows(name)) {
            ObjectNode row = Values.object();
            for (Part.Field column : columns()) {
                JsonNode value = column.type().read(posted, name + "." + number + "." + column.key());
                if (value != null) {
                    row.set(column.key(), value);
                }
            }
            rows.add(row);
        }
        return rows;
    }

    /** Nothing stands in it but what stood there before anybody typed. */
    private boolean isUntouched(ObjectNode row) {
        var fixed = given.columns();
        return columns().stream()
                .allMatch(column -> fixed.contains(column.key())
                        || !row.has(column.key())
                        || row.get(column.key()).equals(column.standard()));
    }

    @Override
    public void check(JsonNode value, Place place) {
        if (!value.isArray()) {
            place.error("TABLE");
        } else if (!given.isEmpty()) {
            requireGiven(value, place);
        } else if (value.size() > maxRows) {
            place.error("MAX_ROWS", place.words().number(maxRows), place.words().number(value.size()));
        } else if (value.size() < minRows) {
            place.error("MIN_ROWS", place.words().number(minRows));
        }
    }

    private void requireGiven(JsonNode rows, Place place) {
        var seen = new HashSet<GivenRow>();
        for (int i = 0; i < rows.size(); i++) {
            GivenRow known = given.find(rows.get(i)).orElse(null);
            if (known == null || !seen.add(known)) {
                place.at(String.valueOf(i)).error("ROW_NOT_GIVEN");
            }
        }
    }

    @Override
    public Object feel(@Nullable JsonNode value) {
        var rows = new ArrayList<Object>();
        if (value != null && value.isArray() && value.size() <= maxRows) {
            for (JsonNode row : value) {
                var map = new LinkedHashMap<String, @Nullable Object>();
                columns().forEach(column -> map.put(column.key(), column.type().feel(row.get(column.key()))));
                rows.add(map);
            }
        }
        return rows;
    }

    @Override
    public Shown show(@Nullable JsonNode value, At at) {
        return Shown.nothing("table");
    }

    @Override
    public List<FieldView.Line> say(JsonNode value, Words words) {
        return List.of();
    }
}
