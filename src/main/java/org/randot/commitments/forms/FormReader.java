package org.randot.commitments.forms;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.randot.commitments.engine.feel.Expression;

/** Reads form-js JSON strictly: what we could not show and check as its author meant it is a problem, all problems at once. */
final class FormReader {
    private static final int LARGEST = 512 * 1024;
    private static final int COMPONENTS = 400;
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");
    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(30)
                            .maxStringLength(50_000)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final List<FormProblems.Problem> problems = new ArrayList<>();
    private final List<Form.TextSpot> texts = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final String formId;
    private final RowFiles rowFiles;
    private final int rows;
    private int components;

    private FormReader(ObjectNode schema, RowFiles rowFiles) {
        this.formId = schema.path("id").asText();
        this.rowFiles = rowFiles;
        this.rows = IntStream.concat(
                        schema.findValuesAsText("maxRows").stream()
                                .filter(each -> each.matches("\\d{1,3}"))
                                .mapToInt(Integer::parseInt),
                        schema.findValuesAsText("rows").stream()
                                .mapToInt(each -> Math.min(RowsReader.MOST, RowsReader.count(rowFiles.find(each)))))
                .reduce(Expression.ROWS, Math::max);
    }

    static Form read(byte[] json, RowFiles rowFiles) {
        ObjectNode schema = schema(json);
        var reader = new FormReader(schema, rowFiles);
        reader.requireRoot(schema);
        List<Part> parts = new PartsReader(reader, reader.formId).all(schema);
        if (parts.isEmpty() && reader.problems.isEmpty()) {
            reader.problem("FORM_EMPTY", "");
        }
        if (!reader.problems.isEmpty()) {
            throw new FormProblems(reader.problems);
        }
        return new Form(schema, parts, reader.texts, rowFiles);
    }

    private static ObjectNode schema(byte[] json) {
        if (json.length > LARGEST) {
            throw new FormProblems(List.of(new FormProblems.Problem("FORM_TOO_LARGE", "", List.of())));
        }
        try {
            if (MAPPER.readTree(json) instanceof ObjectNode schema) {
                return schema;
            }
            throw new FormProblems(List.of(new FormProblems.Problem("FORM_NOT_JSON", "", List.of(""))));
        } catch (IOException notJson) {
            String where =
                    notJson instanceof com.fasterxml.jackson.core.JsonProcessingException at && at.getLocation() != null
                            ? at.getOriginalMessage() + " (" + at.getLocation().getLineNr() + ")"
                            : String.valueOf(notJson.getMessage());
            throw new FormProblems(List.of(new FormProblems.Problem("FORM_NOT_JSON", "", List.of(where))));
        }
    }

    private void requireRoot(ObjectNode schema) {
        if (!WORD.matcher(formId).matches()) {
            problem("FORM_BAD_ID", "", formId);
        }
        if (!schema.path("type").asText().equals("default")) {
            problem("FORM_BAD_ROOT", "", "type");
        }
        if (!schema.path("components").isArray()) {
            problem("FORM_BAD_ROOT", "", "components");
        }
    }

    /** Whether the form may have one more component. */
    boolean takesComponent() {
        return ++components <= COMPONENTS;
    }

    /** Says what is wrong with the id of a component, which is a word of its own. */
    void requireId(String id) {
        if (!WORD.matcher(id).matches()) {
            problem("FORM_BAD_ID", id, id);
        } else if (!ids.add(id)) {
            problem("FORM_DUPLICATE_ID", id);
        }
    }

    void problem(String code, String field, String... arguments) {
        problems.add(new FormProblems.Problem(code, field, List.of(arguments)));
    }

    /** The rows that a table takes from reference data. */
    GivenRows given(String table, String name, List<Part.Field> columns) {
        return new RowsReader(this, table, name, columns).read(rowFiles.find(name));
    }

    /** The most rows that a list may have which an expression of this form reads. */
    int rows() {
        return rows;
    }

    void spot(String key, String pointer, String property, String message) {
        texts.add(new Form.TextSpot(key, pointer, property, message));
    }
}
