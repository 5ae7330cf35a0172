package org.randot.commitments.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Points to a row of a table, in this form or in one of another stage.
 *
 * @param labels columns that tell a row
 * @param valueColumn the column whose text is the value; empty = the number of the row from 1, as text
 */
record RowType(Rows.Source source, List<String> labels, String valueColumn) implements FieldType {
    private static final int LONGEST = 200;
    private static final int LONGEST_LABEL = 90;

    /** The choice of the rows that are there. */
    @Override
    public FieldType within(Map<String, Object> scope, Words words) {
        List<?> rows = source.in(scope);
        return new ChoiceType(
                IntStream.range(0, rows.size())
                        .mapToObj(each -> option(rows.get(each), each + 1, words))
                        .filter(each -> !each.value().isEmpty())
                        .toList(),
                false);
    }

    private Option option(@Nullable Object row, int number, Words words) {
        Map<?, ?> cells = row instanceof Map<?, ?> map ? map : Map.of();
        String label = labels.stream()
                .map(column -> Rows.said(cells.get(column), words))
                .filter(each -> !each.isBlank())
                .collect(Collectors.joining(" · "));
        String shortened = label.length() <= LONGEST_LABEL ? label : label.substring(0, LONGEST_LABEL - 1) + "…";
        return valueColumn.isEmpty()
                ? Option.of(String.valueOf(number), "", number + ". " + shortened)
                : Option.of(Rows.said(cells.get(valueColumn), words), "", shortened);
    }

    @Override
    public @Nullable JsonNode read(Posted posted, String name) {
        String typed = posted.text(name);
        return typed.isEmpty() ? null : Values.text(typed);
    }

    @Override
    public void check(JsonNode value, Place place) {
        place.text(value, LONGEST);
    }

    @Override
    public @Nullable Object feel(@Nullable JsonNode value) {
        return value != null && value.isTextual() ? value.textValue() : null;
    }

    @Override
    public Shown show(@Nullable JsonNode value, At at) {
        return new ChoiceType(List.of(), false).show(value, at);
    }

    @Override
    public List<FieldView.Line> say(JsonNode value, Words words) {
        return List.of(FieldView.Line.of(Values.typed(value)));
    }
}
