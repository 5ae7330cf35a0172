package org.randot.commitments.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads {@code ‹name›.rows.json}, the rows of a table as reference data. */
final class RowsReader {
    static final int MOST = 200;

    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,63}");
    private static final Set<String> KNOWN = Set.of("id", "group", "label", "requires", "values");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final FormReader form;
    private final String table;
    private final String name;
    private final Map<String, Part.Field> columns;
    private final Set<String> ids = new HashSet<>();
    private final Set<JsonNode> cells = new HashSet<>();

    RowsReader(FormReader form, String table, String name, List<Part.Field> columns) {
        this.form = form;
        this.table = table;
        this.name = name;
        this.columns = columns.stream().collect(Collectors.toMap(Part.Field::key, each -> each, (one, other) -> one));
    }

    /** How many rows a file has, as far as it can be read. */
    static int count(Optional<byte[]> file) {
        return file.map(RowsReader::rows).map(JsonNode::size).orElse(0);
    }

    private static JsonNode rows(byte[] json) {
        return file(json).path("rows");
    }

    private static JsonNode file(byte[] json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException unreadable) {
            return MAPPER.missingNode();
        }
    }

    GivenRows read(Optional<byte[]> file) {
        JsonNode rows = file.map(RowsReader::rows).orElse(MAPPER.missingNode());
        if (rows.isEmpty() || !rows.isArray() || rows.size() > MOST) {
            form.problem("FORM_ROWS_FILE", table, name);
            return GivenRows.NONE;
        }
        List<GivenRows.Group> groups = groups(file.map(RowsReader::file).orElse(MAPPER.missingNode()));
        var given = new ArrayList<GivenRow>();
        for (JsonNode row : rows) {
            given.add(row(row, groups));
        }
        if (given.stream().map(GivenRow::cells).map(RowsReader::keys).distinct().count() > 1) {
            form.problem("FORM_ROWS", table, name, "values");
        }
        return new GivenRows(List.copyOf(given), groups);
    }

    private List<GivenRows.Group> groups(JsonNode file) {
        var groups = new ArrayList<GivenRows.Group>();
        for (JsonNode group : file.path("groups")) {
            String id = group.path("id").asText();
            String label = group.path("label").asText();
            expect(WORD.matcher(id).matches() && ids.add(id) && !label.isBlank(), "groups", id);
            groups.add(new GivenRows.Group(id, name + "." + id + ".label", label));
        }
        return List.copyOf(groups);
    }

    private static Set<String> keys(ObjectNode cells) {
        return cells.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    private GivenRow row(JsonNode row, List<GivenRows.Group> groups) {
        String id = row.path("id").asText();
        String group = row.path("group").asText();
        String label = row.path("label").asText();
        String requires = row.path("requires").asText();
        ObjectNode values = Values.objectOrEmpty(row.get("values"));
        expect(WORD.matcher(id).matches() && ids.add(id), id, "id");
        expect(!label.isBlank(), id, "label");
        expect(groups.isEmpty() ? group.isEmpty() : isOneOf(groups, group), id, "group");
        expect(requires.isEmpty() || Form.INSTRUMENTS.contains(requires), id, "requires");
        expect(!values.isEmpty() && cells.add(values), id, "values");
        row.fieldNames().forEachRemaining(each -> expect(KNOWN.contains(each), id, each));
        values.properties().forEach(cell -> expect(isGivable(cell.getKey(), cell.getValue()), id, cell.getKey()));
        return new GivenRow(id, group, name + "." + id + ".label", label, requires, values);
    }

    private static boolean isOneOf(List<GivenRows.Group> groups, String group) {
        return groups.stream().anyMatch(each -> each.id().equals(group));
    }

    private boolean isGivable(String column, JsonNode value) {
        Part.Field field = columns.get(column);
        return field != null
                && value.isTextual()
                && (field.type() instanceof ChoiceType choice
                        ? Option.knows(choice.options(), value.textValue())
                        : field.type() instanceof TextType && !value.textValue().isBlank());
    }

    private void expect(boolean fine, String row, String what) {
        if (!fine) {
            form.problem("FORM_ROWS", table, name, row + "/" + what);
        }
    }
}
